using Credence.Incidents;
using Credence.Packs;
using Credence.Protection;

namespace Credence.Cli.Protection;

/// <summary>A policy as a document: what an agency's counsel, advocates and chief read, change and sign.</summary>
internal sealed class PolicyPage
{
    private readonly HtmlPage _page;
    private readonly Policy _policy;
    private readonly OffenseLookup _offenses;
    private readonly List<string> _sources;
    private int _section;

    private PolicyPage(Policy policy, OffenseLookup offenses)
    {
        (_policy, _offenses, _page) = (policy, offenses, new HtmlPage(policy.Title));
        _sources = [.. policy.Pack.Sources.Keys];
    }

    public static HtmlPage Of(Policy policy, string? agency, OffenseLookup offenses) => new PolicyPage(policy, offenses).Write(agency);

    private HtmlPage Write(string? agency)
    {
        if (agency is not null) _page.Paragraph(agency);
        _page.Heading(1, _policy.Title)
            .Paragraph($"{_policy.Standing} Source: {Cited(_policy.Citation)}. Numbers in brackets are the sources at the end.", "source")
            .Notice([_policy.Life]);

        Section("What it is for", true, () => _policy.Purpose.ToList().ForEach(text => _page.Paragraph(text)));
        Section("Who is treated as a possible victim", true, () => _page.Paragraph("Somebody is treated as a possible victim if").List(_policy.PossibleVictim));
        Section("Before any arrest, citation or warning", true, () => _page.List(_policy.Before, ordered: true));
        Section("What a possible victim is not arrested, cited or warned for", _policy.Covered.Count > 0, () => Offenses(_policy.Covered));
        Section($"Under {_policy.Immunity?.Under}", _policy.Immunity is not null, () => Write(_policy.Immunity!));
        Section("What this policy leaves to others", _policy.NotCovered.Count > 0, () => Offenses(_policy.NotCovered));
        Section("Reasons that are not accepted, and what to do instead", _policy.RefusedReasons.Count > 0, () => _policy.RefusedReasons.ToList().ForEach(reason => Write(reason)));
        Section("Exceptions", _policy.Exceptions is not null, () => Write(_policy.Exceptions!));
        Section("If an arrest was already made: release", _policy.Release.Count > 0, () => _page.List(_policy.Release));
        Section("If somebody was already charged or convicted", _policy.Vacatur.Count > 0, () => _page.List(_policy.Vacatur));
        Section("What is counted", _policy.Measures.Count > 0, () => _page.List(_policy.Measures));
        Section("Filled in by the agency", _policy.FillIn.Count > 0, () => _policy.FillIn.ToList().ForEach(line => _page.FillIn(line)));
        Section("Sources", true, () => Sources());
        return _page.Paragraph($"Made from the pack {_policy.Pack.Stamp}. {_policy.Pack.Notes?.Trim()}", "source");
    }

    private void Offenses(IReadOnlyList<CoveredOffense> rules) => _page.Table(
        ["Offenses", "Recorded as", "Source"],
        rules.Select(rule => (IReadOnlyList<string>)
        [
            $"{rule.Title}.{(rule.ScreenFirst ? " Nobody is arrested for it before a screening." : "")}{(rule.Why is { } why ? $" {why}" : "")}",
            Recorded(rule),
            Cited(rule.Citation),
        ]), 36, 36, 28);

    // "loitering ..3 prostitution" is a pattern for programs; people read the rule's own example of it.
    private string Recorded(CoveredOffense rule) => string.Join("; ",
        rule.Offenses.Select(offense => _offenses.Find(new OffenseCode(offense))).OfType<NibrsOffense>().Select(code => $"{code.Offense} ({code.Code})")
            .Concat((rule.Examples.Count > 0 ? rule.Examples : rule.Offenses.Where(IsPlain)).Select(words => $"\"{words}\"")));

    private bool IsPlain(string offense) =>
        _offenses.Find(new OffenseCode(offense)) is null && offense.IndexOfAny(['*', '|', '[', '.']) < 0;

    private string Cited(Citation citation) =>
        $"[{_sources.IndexOf(citation.Source) + 1}]{(citation.Pinpoint is { } place ? $" {place}" : "")}{(citation.Verified ? "" : " (to be verified)")}";

    private void Section(string title, bool isThere, Action write)
    {
        if (!isThere) return;
        _page.Heading(2, $"{++_section}. {title}");
        write();
    }

    private void Write(Immunity immunity) => _page
        .Paragraph($"{immunity.Rule.Title}. {immunity.Rule.Why}".Trim())
        .Paragraph($"Recorded as {Recorded(immunity.Rule)}. Where the age is not known, nobody is taken to be an adult until it is. Instead:")
        .List(immunity.Instead)
        .Paragraph($"Source: {Cited(immunity.Rule.Citation)}", "source");

    private void Write(RefusedReason reason) => _page
        .Heading(3, reason.Title)
        .Paragraph(reason.Why)
        .Paragraph("Instead:")
        .List(reason.Instead)
        .Paragraph($"Call: {string.Join("; ", reason.Call)}.")
        .Paragraph($"Source: {Cited(reason.Citation)}", "source");

    private void Write(Exceptions exceptions) => _page
        .Paragraph(exceptions.Rule)
        .Paragraph($"May be approved by: {string.Join(", ", exceptions.Approvers)}. The closed list of reasons:")
        .List(exceptions.Reasons.Select(reason => $"{reason.Title}."), ordered: true)
        .Paragraph($"Source: {Cited(exceptions.Citation)}", "source");

    private void Sources() => _page.List(_policy.Pack.Sources.Values.Select(source =>
        $"{source.Title}. {source.Publisher}{(source.Url is { } url ? $", {url}" : "")}{(source.Verified ? "" : " (to be verified)")}"), ordered: true);
}
