using System.Globalization;
using Credence.Classification;
using Credence.Cli.Classification;
using Credence.Cli.Screening;
using Credence.Incidents;
using Credence.Protection;

namespace Credence.Cli.Protection;

/// <summary>A packet as a page for counsel.</summary>
internal static class PacketPage
{
    public static HtmlPage Of(ReliefPacket packet, string purpose)
    {
        var title = packet.Kind == ReliefKind.Release ? "Facts for a decision on release" : "Facts for counsel: vacatur, dismissal or sealing";
        var page = new HtmlPage(title);
        page.Heading(1, title)
            .Paragraph($"Purpose: {purpose}. Under the policy {packet.Review.Policy.Pack.Stamp}, {packet.Review.Policy.Title}.", "source")
            .Notice(
            [
                "Facts, findings, elements and citations, without conclusions: what follows from them, counsel and the court say. Nothing here determines that anybody is, or is not, a victim, and nothing may be used against the person it is about.",
                "It quotes a police report. Keep it as the report itself is kept, and give it only to the person's counsel and the prosecutor.",
            ]);
        page.Heading(2, "1. The record");
        packet.Records.ToList().ForEach(record => Write(page, record));
        if (packet.Records.Count == 0) page.Paragraph("There is no record yet: what follows rests on answers and observations.");
        page.Heading(2, "2. The charges, and what the policy says of each").Table(["Charge", "Policy", "Source"], packet.Review.Charges.Select(charge => (IReadOnlyList<string>)
            [charge.Charge.Value, charge.Because, charge.Citation is { } citation ? ClassificationWords.Of(citation) : "none"]), 14, 46, 40);
        page.Heading(2, "3. What was found");
        Findings(page, packet);
        page.Heading(2, "4. Elements, and what speaks of each");
        if (packet.Statutes.Count == 0) page.Paragraph("Nothing speaks of an element.");
        packet.Statutes.ToList().ForEach(reading => Write(page, reading));
        Missing(page, packet);
        page.Heading(2, "6. What the policy lists for a possible victim")
            .Paragraph("Quoted from the policy. Whoever decides under it decides whether it applies; this page orders nothing.").List(packet.Steps);
        return page.Paragraph($"Packs: {string.Join(", ", packet.Review.Packs)}.", "source");
    }

    private static void Write(HtmlPage page, Incident record)
    {
        page.Table(["Field", "As recorded"],
        [
            ["Incident number", record.Number.Value],
            ["Date", record.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "not recorded"],
            ["Agency", record.Agency ?? "not recorded"],
            ["Offenses", record.Offenses is { Count: > 0 } codes ? string.Join(", ", codes) : "not recorded"],
            ["Location type", record.LocationType ?? "not recorded"],
            ["Persons", record.Persons is { Count: > 0 } persons ? string.Join("; ", persons.Select(PersonOf)) : "not recorded"],
        ], 30, 70);
    }

    private static string PersonOf(Person person) =>
        $"{person.Involvement.ToString().ToLowerInvariant()}{(person.Age is { } age ? $", {age}" : ", age not recorded")}";

    private static void Findings(HtmlPage page, ReliefPacket packet)
    {
        if (packet.Findings.Count + packet.Answers.Count == 0) page.Paragraph("Nothing was found, and nothing was asked. None found does not mean that nothing happened.");
        foreach (var sentence in packet.Findings.GroupBy(quoted => (quoted.Number, quoted.Finding.SentenceStart)))
        {
            page.Quote(sentence.First().Sentence);
            page.List(sentence.DistinctBy(quoted => quoted.Finding.Indicator.Id).Select(quoted =>
                $"somebody {quoted.Finding.Indicator.Title}: {Spelling.Of(quoted.Finding.Assertion)}. {ClassificationWords.Of(quoted.Finding.Indicator.Citation)} [{quoted.Finding.Indicator.Id}]"));
        }

        if (packet.Answers.Count == 0) return;
        page.Heading(3, "Answers and observations").List(packet.Answers.Select(answer => $"{answer.Says} [{answer.Reference}]").Distinct());
    }

    private static void Write(HtmlPage page, StatuteReading reading)
    {
        page.Heading(3, $"{reading.Statute.CitedAs}, {reading.Statute.Title}");
        if (reading.Statute.Note is { } note) page.Paragraph(note);
        var elements = reading.Element.Element.Joining == Joining.All ? reading.Element.Parts : [reading.Element];
        page.Table(["Element", "Evidence", "What speaks of it"], elements.Select(part => (IReadOnlyList<string>)
            [part.Element.Title, ClassificationWords.Of(part.Support), Evidence(part)]), 32, 14, 54);
        foreach (var hint in reading.HintNotes) page.Paragraph(hint);
        page.Paragraph($"Source: {ClassificationWords.Of(reading.Statute.Citation)}. In our words; the text of the law decides.", "source");
    }

    private static string Evidence(ElementReading reading)
    {
        var supports = Distinct(reading.WithParts().SelectMany(part => part.SupportedBy));
        var against = Distinct(reading.WithParts().SelectMany(part => part.Against));
        var raised = reading.Support == Support.Supported ? [] : Distinct(reading.WithParts().SelectMany(part => part.RaisedBy));
        var said = supports.Concat(against.Select(text => $"against: {text}")).Concat(raised.Select(text => $"raised, decides nothing: {text}")).ToList();
        return said.Count == 0 ? "nothing" : string.Join("; ", said);
    }

    private static List<string> Distinct(IEnumerable<EvidenceItem> items) => [.. items.Select(ClassificationWords.Of).Distinct().Take(6)];

    private static void Missing(HtmlPage page, ReliefPacket packet)
    {
        page.Heading(2, "5. What is not known");
        var gaps = packet.Statutes.SelectMany(reading => reading.Missing, (reading, gap) => (reading.Statute, gap)).ToList();
        var unknown = gaps.FindAll(one => one.gap.Support == Support.Unknown);
        var against = gaps.FindAll(one => one.gap.Support == Support.NotSupported);
        if (packet.Statutes.Count == 0) page.Paragraph("Nothing above speaks of an element, so that none of them is known.");
        else if (gaps.Count == 0) page.Paragraph("Every element of what is listed above is spoken to. Whether that suffices, counsel says.");
        if (unknown.Count > 0) page.List(unknown.Select(Gap));
        if (against.Count > 0) page.Paragraph("Not supported, since something speaks against it; whether that is right, counsel says:").List(against.Select(Gap));
    }

    private static string Gap((Statute Statute, ElementReading Reading) one) => $"{one.Statute.CitedAs}: {one.Reading.Element.Title}";
}
