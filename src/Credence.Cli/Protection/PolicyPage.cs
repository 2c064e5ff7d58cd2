using Credence.Cli.Classification;
using Credence.Packs;
using Credence.Protection;

namespace Credence.Cli.Protection;

/// <summary>A policy as a document: what an agency's counsel, advocates and chief read, change and sign.</summary>
internal static class PolicyPage
{
    public static HtmlPage Of(Policy policy, string? agency)
    {
        var page = new HtmlPage(policy.Title);
        if (agency is not null) page.Paragraph(agency);
        page.Heading(1, policy.Title)
            .Paragraph($"{policy.Standing} Source: {ClassificationWords.Of(policy.Citation)}.", "source")
            .Notice([policy.Life]);
        var number = 0;
        void Section(string title, bool isThere, Action write)
        {
            if (!isThere) return;
            page.Heading(2, $"{++number}. {title}");
            write();
        }

        Section("What it is for", true, () => policy.Purpose.ToList().ForEach(text => page.Paragraph(text)));
        Section("Who is treated as a possible victim", true, () => page.Paragraph("Somebody is treated as a possible victim if").List(policy.PossibleVictim));
        Section("Before any arrest, citation or warning", true, () => page.List(policy.Before, ordered: true));
        Section("What a possible victim is not arrested, cited or warned for", policy.Covered.Count > 0, () => Offenses(page, policy.Covered));
        Section($"Under {policy.Immunity?.Under}", policy.Immunity is not null, () => Write(page, policy.Immunity!));
        Section("What this policy leaves to others", policy.NotCovered.Count > 0, () => Offenses(page, policy.NotCovered));
        Section("Reasons that are not accepted, and what to do instead", policy.RefusedReasons.Count > 0, () => policy.RefusedReasons.ToList().ForEach(reason => Write(page, reason)));
        Section("Exceptions", policy.Exceptions is not null, () => Write(page, policy.Exceptions!));
        Section("If an arrest was already made: release", policy.Release.Count > 0, () => page.List(policy.Release));
        Section("If somebody was already charged or convicted", policy.Vacatur.Count > 0, () => page.List(policy.Vacatur));
        Section("What is counted", policy.Measures.Count > 0, () => page.List(policy.Measures));
        Section("Filled in by the agency", policy.FillIn.Count > 0, () => policy.FillIn.ToList().ForEach(line => page.FillIn(line)));
        Section("Sources", true, () => Sources(page, policy.Pack));
        return page.Paragraph($"Made from the pack {policy.Pack.Stamp}. {policy.Pack.Notes?.Trim()}", "source");
    }

    private static void Offenses(HtmlPage page, IReadOnlyList<CoveredOffense> rules) => page.Table(
        ["Offenses", "Recorded as", "Source"],
        rules.Select(rule => (IReadOnlyList<string>)
        [
            $"{rule.Title}.{(rule.ScreenFirst ? " Nobody is arrested for it before a screening." : "")}{(rule.Why is { } why ? $" {why}" : "")}",
            string.Join(", ", rule.Offenses.Select(Readable)),
            ClassificationWords.Of(rule.Citation),
        ]));

    // "loitering ..3 prostitution" is a pattern for programs; people read "loitering … prostitution".
    private static string Readable(string offense) => string.Join(' ', offense.Split(' ')
        .Select(word => word.StartsWith("..", StringComparison.Ordinal) ? "…" : word.TrimEnd('*') + (word.EndsWith('*') ? "…" : ""))).Replace("|", " or ", StringComparison.Ordinal);

    private static void Write(HtmlPage page, Immunity immunity) => page
        .Paragraph($"{immunity.Rule.Title}. {immunity.Rule.Why}".Trim())
        .Paragraph($"Recorded as {string.Join(", ", immunity.Rule.Offenses.Select(Readable))}. Where the age is not known, nobody is taken to be an adult until it is. Instead:")
        .List(immunity.Instead)
        .Paragraph($"Source: {ClassificationWords.Of(immunity.Rule.Citation)}", "source");

    private static void Write(HtmlPage page, RefusedReason reason) => page
        .Heading(3, reason.Title)
        .Paragraph(reason.Why)
        .Paragraph("Instead:")
        .List(reason.Instead)
        .Paragraph($"Call: {string.Join("; ", reason.Call)}.")
        .Paragraph($"Source: {ClassificationWords.Of(reason.Citation)}", "source");

    private static void Write(HtmlPage page, Exceptions exceptions) => page
        .Paragraph(exceptions.Rule)
        .Paragraph($"May be approved by: {string.Join(", ", exceptions.Approvers)}. The closed list of reasons:")
        .List(exceptions.Reasons.Select(reason => $"{reason.Title}."), ordered: true)
        .Paragraph($"Source: {ClassificationWords.Of(exceptions.Citation)}", "source");

    private static void Sources(HtmlPage page, Pack pack) => page.List(pack.Sources.Values.Select(source =>
        $"{source.Title}. {source.Publisher}{(source.Url is { } url ? $", {url}" : "")}{(source.Verified ? "" : " (to be verified)")}"));
}
