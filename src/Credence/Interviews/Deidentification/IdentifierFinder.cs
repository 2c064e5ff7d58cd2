using System.Text.RegularExpressions;

namespace Credence.Interviews.Deidentification;

/// <summary>
/// Proposes what could say who somebody is. It proposes too much rather than too little: words with a capital letter that no list of common words
/// has, and dates, numbers and addresses by their form. What is written small, spelled out or merely described it cannot see.
/// </summary>
public static partial class IdentifierFinder
{
    private const string Months = "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
    private const string Meses = "(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)";

    /// <summary>All places of one text, none overlapping another, in order.</summary>
    public static IReadOnlyList<Identifier> Find(string text)
    {
        var found = new List<Identifier>();
        // The surer form first: a later one takes no word that an earlier one has.
        foreach (var (kind, form) in Forms()) { found.AddRange(Of(kind, form.Matches(text), found)); }

        var formal = found.Select(one => one.Span).Order(Comparer<TextSpan>.Create((a, b) => a.Start.CompareTo(b.Start))).ToList();
        found.AddRange(NameFinder.Find(text).Where(name => !formal.Exists(name.Span.Overlaps)));
        return [.. found.OrderBy(one => one.Span.Start)];
    }

    /// <summary>What is undecided in these transcripts: the way of writing that stands most often first, a whole name before one name of it.</summary>
    /// <param name="transcripts">The transcripts.</param>
    /// <param name="decided">What was decided before.</param>
    /// <param name="find">What was found in a transcript, for one who keeps that; it is found anew if left out.</param>
    public static IReadOnlyList<IdentifierProposal> Propose(
        IEnumerable<Transcript> transcripts, IEnumerable<IdentifierDecision> decided, Func<Transcript, IReadOnlyList<Identifier>>? find = null)
    {
        find ??= transcript => Find(transcript.Text);

        List<IdentifierDecision> all = [.. decided];
        List<string> pseudonyms = [.. all.Select(decision => decision.Pseudonym).OfType<string>().Distinct()];
        var known = all.SelectMany(decision => decision.Pseudonym is { } pseudonym ? new[] { decision.Written, pseudonym } : [decision.Written]).ToHashSet();
        List<IdentifierProposal> proposals = [.. transcripts.SelectMany(transcript => find(transcript).Select(one => (transcript, one.Kind, one.Span, Written: one.Span.Of(transcript.Text))))
            .Where(place => !known.Contains(place.Written) && !IsInPseudonym(place.transcript.Text, place.Span, pseudonyms))
            .GroupBy(place => place.Written, StringComparer.Ordinal)
            .Select(same => new IdentifierProposal(same.Key, same.CountBy(place => place.Kind).MaxBy(kind => kind.Value).Key, [.. same.Select(place => (place.transcript, place.Span))]))];
        var places = proposals.ToDictionary(proposal => proposal.Written, proposal => proposal.Places.Count, StringComparer.Ordinal);
        return [.. proposals.OrderByDescending(proposal => proposal.Written.Split(' ').Max(word => Math.Max(proposal.Places.Count, places.GetValueOrDefault(word))))
            .ThenByDescending(proposal => proposal.Written.Contains(' ', StringComparison.Ordinal)).ThenByDescending(proposal => proposal.Places.Count).ThenBy(proposal => proposal.Written, StringComparer.Ordinal)];
    }

    /// <summary>What looks like the same name, written otherwise or one name of it: what is proposed too, and what was replaced, with what stands in its place.</summary>
    public static IReadOnlyList<(string Written, string? Pseudonym)> Like(IdentifierProposal proposal, IEnumerable<IdentifierProposal> proposed, IEnumerable<IdentifierDecision> decided)
    {
        var look = new MissedIdentifiers([new IdentifierDecision(proposal.Written, proposal.Kind, "")]);
        return [
            .. decided.Where(decision => decision.Replaces && (look.In(decision.Written).Any() || new MissedIdentifiers([decision]).In(proposal.Written).Any())).Select(decision => (decision.Written, decision.Pseudonym)),
            .. proposed.Where(one => one.Written != proposal.Written && (look.In(one.Written).Any() || new MissedIdentifiers([new(one.Written, one.Kind, "")]).In(proposal.Written).Any())).Select(one => (one.Written, (string?)null))];
    }

    // What stands in [Client A] was put there.
    private static bool IsInPseudonym(string text, TextSpan span, List<string> pseudonyms)
    {
        foreach (var pseudonym in pseudonyms)
        {
            for (var at = 0; (at = pseudonym.IndexOf(span.Of(text), at, StringComparison.Ordinal)) >= 0; at++)
            {
                if (span.Start >= at && text.AsSpan(span.Start - at).StartsWith(pseudonym, StringComparison.Ordinal)) { return true; }
            }
        }

        return false;
    }

    private static IEnumerable<(IdentifierKind, Regex)> Forms() =>
    [
        (IdentifierKind.OnlineAddress, Online()), (IdentifierKind.Place, Street()), (IdentifierKind.Date, Day()), (IdentifierKind.Date, Dia()), (IdentifierKind.Date, MonthOfYear()),
        (IdentifierKind.Date, NumericDate()), (IdentifierKind.Telephone, Telephone()), (IdentifierKind.Age, OldAge()), (IdentifierKind.Place, Zip()), (IdentifierKind.Number, NumberOf()),
    ];

    private static IEnumerable<Identifier> Of(IdentifierKind kind, MatchCollection matches, IReadOnlyCollection<Identifier> found)
    {
        var taken = found.ToList();
        foreach (Match match in matches)
        {
            var span = new TextSpan(match.Index, match.Index + match.Length);
            if (!taken.Exists(one => one.Span.Overlaps(span))) { yield return new Identifier(kind, span); }
        }
    }

    [GeneratedRegex(@"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?://[^\s<>""]+|\bwww\.[^\s<>""]+|(?<!\w)@\w{3,}", RegexOptions.IgnoreCase)]
    private static partial Regex Online();

    [GeneratedRegex(@"\b\d{1,6}\s+(?:[NSEW]\.?\s+)?(?:\p{Lu}[\w'’]*\s+|\d+(?:st|nd|rd|th)\s+){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Court|Ct|Place|Pl|Way|Highway|Hwy|Parkway|Pkwy)\b\.?")]
    private static partial Regex Street();

    [GeneratedRegex($@"\b{Months}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}}\b)?|\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{Months}\b(?:,?\s+\d{{4}}\b)?")]
    private static partial Regex Day();

    [GeneratedRegex($@"\b\d{{1,2}}\s+de\s+{Meses}\b(?:\s+(?:de|del)\s+\d{{4}}\b)?", RegexOptions.IgnoreCase)]
    private static partial Regex Dia();

    [GeneratedRegex($@"\b{Months}\.?(?:\s+of)?,?\s+\d{{4}}\b|\b{Meses}\s+(?:de|del)\s+\d{{4}}\b")]
    private static partial Regex MonthOfYear();

    [GeneratedRegex(@"\b\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b")]
    private static partial Regex NumericDate();

    [GeneratedRegex(@"(?<![\w-])(?:\+?\d{1,2}[ .-]?)?(?:\(\d{3}\)[ .-]?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\w-])|(?<![\w-])\d{3}[.-]\d{4}(?![\w-])")]
    private static partial Regex Telephone();

    [GeneratedRegex(@"\b(?:9\d|1[0-2]\d)(?=[ -](?:years?|yrs?|a[ñn]os)\b)|(?<=\b(?:aged?|turned) )(?:9\d|1[0-2]\d)\b|\bninety(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?(?=[ -]years?\b)", RegexOptions.IgnoreCase)]
    private static partial Regex OldAge();

    // Long runs of digits, digits in groups, and letters with digits as on a plate or a case; a year, a time and a sum of money stay.
    [GeneratedRegex(@"(?<![\w$.,-])(?:\d{5,}|\d{2,}(?:-\d{2,})+|(?=[A-Z0-9-]*\d{2})(?=[A-Z0-9-]*[A-Z])[A-Z0-9]+(?:-[A-Z0-9]+)*)(?![\w-])")]
    private static partial Regex NumberOf();

    [GeneratedRegex(@"\b[A-Z]{2} \d{5}(?:-\d{4})?\b")]
    private static partial Regex Zip();
}
