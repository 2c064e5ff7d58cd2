using Credence.Incidents;
using Credence.Packs;
using Credence.Protection;

namespace Credence.Cli.Protection;

/// <summary>A policy as a document: what an agency's counsel, advocates and chief read, change and sign.</summary>
internal sealed class PolicyPage
{
    private readonly HtmlPage _page;
    private readonly Policy _policy;
    private readonly PolicyWords _words;
    private readonly OffenseLookup _offenses;
    private readonly List<string> _sources;
    private int _section;

    private PolicyPage(Policy policy, OffenseLookup offenses)
    {
        (_policy, _offenses, _page, _words) = (policy, offenses, new HtmlPage(policy.Title, policy.Language), PolicyWords.In(policy.Language));
        _sources = [.. policy.Pack.Sources.Keys];
    }

    public static HtmlPage Of(Policy policy, string? agency, OffenseLookup offenses) => new PolicyPage(policy, offenses).Write(agency);

    private HtmlPage Write(string? agency)
    {
        if (agency is not null) _page.Paragraph(agency);
        _page.Heading(1, _policy.Title)
            .Paragraph($"{_policy.Standing} {_words.Source}: {Cited(_policy.Citation)}. {_words.Brackets}", "source")
            .Notice([_policy.Life]);

        Section(_words.Purpose, true, () => _policy.Purpose.ToList().ForEach(text => _page.Paragraph(text)));
        Section(_words.PossibleVictim, true, () => _page.Paragraph(_words.If).List(_policy.PossibleVictim));
        Section(_words.Before, true, () => _page.List(_policy.Before, ordered: true));
        Section(_words.Covered, _policy.Covered.Count > 0, () => Offenses(_policy.Covered));
        Section($"{_words.Under} {_policy.Immunity?.Under}", _policy.Immunity is not null, () => Write(_policy.Immunity!));
        Section(_words.NotCovered, _policy.NotCovered.Count > 0, () => Offenses(_policy.NotCovered));
        Section(_words.Reasons, _policy.RefusedReasons.Count > 0, () => _policy.RefusedReasons.ToList().ForEach(reason => Write(reason)));
        Section(_words.Exceptions, _policy.Exceptions is not null, () => Write(_policy.Exceptions!));
        Section(_words.Release, _policy.Release.Count > 0, () => _page.List(_policy.Release));
        Section(_words.Vacatur, _policy.Vacatur.Count > 0, () => _page.List(_policy.Vacatur));
        Section(_words.Measures, _policy.Measures.Count > 0, () => _page.List(_policy.Measures));
        Section(_words.FillIn, _policy.FillIn.Count > 0, () => _policy.FillIn.ToList().ForEach(line => _page.FillIn(line)));
        Section(_words.Sources, true, () => Sources());
        return _page.Paragraph($"{_words.MadeFrom} {_policy.Pack.Stamp}. {_policy.Pack.Notes?.Trim()}", "source");
    }

    private void Offenses(IReadOnlyList<CoveredOffense> rules) => _page.Table(
        [_words.Offenses, _words.Recorded, _words.Source],
        rules.Select(rule => (IReadOnlyList<string>)
        [
            $"{rule.Title}.{(rule.ScreenFirst ? $" {_words.ScreenFirst}" : "")}{(rule.Why is { } why ? $" {why}" : "")}",
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
        $"[{_sources.IndexOf(citation.Source) + 1}]{(citation.Pinpoint is { } place ? $" {place}" : "")}{(citation.Verified ? "" : $" ({_words.ToBeVerified})")}";

    private void Section(string title, bool isThere, Action write)
    {
        if (!isThere) return;
        _page.Heading(2, $"{++_section}. {title}");
        write();
    }

    private void Write(Immunity immunity) => _page
        .Paragraph($"{immunity.Rule.Title}. {immunity.Rule.Why}".Trim())
        .Paragraph($"{_words.Recorded} {Recorded(immunity.Rule)}. {_words.UnknownAge}")
        .List(immunity.Instead)
        .Paragraph($"{_words.Source}: {Cited(immunity.Rule.Citation)}", "source");

    private void Write(RefusedReason reason) => _page
        .Heading(3, reason.Title)
        .Paragraph(reason.Why)
        .Paragraph(_words.Instead)
        .List(reason.Instead)
        .Paragraph($"{_words.Call}: {string.Join("; ", reason.Call)}.")
        .Paragraph($"{_words.Source}: {Cited(reason.Citation)}", "source");

    private void Write(Exceptions exceptions) => _page
        .Paragraph(exceptions.Rule)
        .Paragraph($"{_words.Approvers}: {string.Join(", ", exceptions.Approvers)}. {_words.ClosedList}")
        .List(exceptions.Reasons.Select(reason => $"{reason.Title}."), ordered: true)
        .Paragraph($"{_words.Source}: {Cited(exceptions.Citation)}", "source");

    private void Sources() => _page.List(_policy.Pack.Sources.Values.Select(source =>
        $"{source.Title}. {source.Publisher}{(source.Url is { } url ? $", {url}" : "")}{(source.Verified ? "" : $" ({_words.ToBeVerified})")}"), ordered: true);
}
