using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Credence.Packs;

namespace Credence.Incidents;

/// <summary>
/// Reads what agencies write in an offense column: NIBRS codes in any dress ("64a", "64A - Human Trafficking") and words,
/// by the FBI's Offense Lookup Table and the words that agencies use besides.
/// </summary>
public sealed partial class OffenseLookup
{
    private const int Remembered = 10_000;

    // Screener, finder and report ask for the same tables.
    private static readonly ConditionalWeakTable<PackLibrary, OffenseLookup> OfLibrary = [];

    private readonly ConcurrentDictionary<string, OffenseReading> _readings = new(StringComparer.Ordinal);
    private readonly List<(OffensePhrase Phrase, OffenseEntry Entry)> _phrases = [];
    private readonly Dictionary<OffenseCode, NibrsOffense> _codes = [];
    private readonly List<OffenseEntry> _entries = [];

    private static readonly Lazy<OffenseLookup> OfDefaults = new(() => From(PackReader.Read(
        DefaultPacks.Files().Where(file => file.Path.StartsWith("offenses/", StringComparison.Ordinal)), onlyLocal: true)));

    /// <summary>A lookup in the tables of some packs.</summary>
    public OffenseLookup(IEnumerable<OffensePack> packs)
    {
        foreach (var pack in packs)
        {
            pack.Entries.ToList().ForEach(Add);
            pack.Codes.ToList().ForEach(offense => _codes.TryAdd(offense.Code, offense));
        }
    }

    /// <summary>A lookup in every offense pack of a library.</summary>
    public static OffenseLookup From(PackLibrary library) => OfLibrary.GetValue(library, static library =>
        new(library.OfKind(OffensePack.Kind).Select(pack => OffensePack.Read(pack, []))));

    /// <summary>A lookup in the tables that ship with this library.</summary>
    public static OffenseLookup Shipped => OfDefaults.Value;

    /// <summary>True for 64A and 64B.</summary>
    public static bool IsTrafficking(OffenseCode code) =>
        code == OffenseCode.CommercialSexActs || code == OffenseCode.InvoluntaryServitude;

    /// <summary>What a NIBRS code means, or null if it is none.</summary>
    public NibrsOffense? Find(OffenseCode code) => _codes.GetValueOrDefault(code);

    /// <summary>Reads a cell of an offense column.</summary>
    public OffenseReading Read(OffenseCode recorded)
    {
        if (_readings.TryGetValue(recorded.Value, out var known))
        {
            return known;
        }

        var reading = ReadAnew(recorded.Value);
        return _readings.Count < Remembered ? _readings.GetOrAdd(recorded.Value, reading) : reading;
    }

    /// <summary>True if it is 64A or 64B or words for human trafficking; trafficking in drugs or arms is not.</summary>
    public bool SaysTrafficking(OffenseCode recorded) => Read(recorded).SaysTrafficking;

    /// <summary>64A, 64B or both, where the tables name them beside the code or word recorded; else empty.</summary>
    public IReadOnlyList<OffenseCode> Alternatives(OffenseCode recorded)
    {
        var reading = Read(recorded);
        var entries = reading.Code is { } code ? _entries.Where(entry => entry.OtherCodes.Contains(code)) : reading.Entries;
        return [.. entries.Where(entry => entry.MayBeTrafficking).SelectMany(entry => entry.TraffickingCodes)
            .Distinct().OrderBy(alternative => alternative.Value, StringComparer.Ordinal)];
    }

    private void Add(OffenseEntry entry)
    {
        _entries.Add(entry);
        _phrases.Add((new OffensePhrase(OffenseWords.WithoutParentheses(entry.Offense)), entry));
        if (OffenseWords.TurnedRound(entry.Offense) is { } turned)
        {
            _phrases.Add((new OffensePhrase(turned), entry));
        }
    }

    private OffenseReading ReadAnew(string text)
    {
        var words = OffenseWords.Normalize(text);
        var entries = Entries(words);
        var code = Code(text);

        // An agency's own number may look like a NIBRS code; where its words say another offense, the words win.
        var wordsDiffer = code is { } found && entries.Count > 0 && !entries.Any(entry => entry.Codes.Contains(found));
        return code is null || wordsDiffer
            ? new OffenseReading(null, entries) { Normalized = words, KnownWords = KnownWords(words) }
            : new OffenseReading(code, []) { Normalized = words };
    }

    private OffenseCode? Code(string text)
    {
        var match = CodeFirst().Match(text) is { Success: true } first ? first : CodeLast().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var code = new OffenseCode((match.Groups["number"].Value + match.Groups["letter"].Value).ToUpperInvariant().PadLeft(3, '0'));
        return _codes.ContainsKey(code) ? code : null;
    }

    // The longest phrases win over those inside them: "Parental Kidnapping" is not "Kidnapping".
    private List<OffenseEntry> Entries(string words)
    {
        var found = _phrases.Select(row => (row.Entry, Span: row.Phrase.Find(words))).Where(row => row.Span.End > 0).ToList();
        return [.. found.Where(row => !found.Any(other => Covers(other.Span, row.Span))).Select(row => row.Entry).Distinct()];
    }

    // What stands in a gap of a phrase may be a name: of such a phrase no word is known as the offense's own.
    private List<string> KnownWords(string words)
    {
        var found = _phrases.Where(row => !row.Phrase.HasGap).Select(row => row.Phrase.Find(words)).Where(span => span.End > 0).Distinct().ToList();
        return [.. found.Where(span => !found.Any(other => Covers(other, span))).OrderBy(span => span.Start)
            .Select(span => words[span.Start..span.End].Trim()).Distinct()];
    }

    private static bool Covers((int Start, int End) outer, (int Start, int End) inner) =>
        outer.Start <= inner.Start && outer.End >= inner.End && outer != inner;

    [GeneratedRegex(@"^\W*(?:nibrs\W*)?(?:0*(?<number>\d{1,2})-?(?<letter>[a-z])|(?<number>\d{3}))(?![a-z0-9])", RegexOptions.IgnoreCase)]
    private static partial Regex CodeFirst();

    [GeneratedRegex(@"(?<![a-z0-9])(?<number>\d{2})(?<letter>[a-z])\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex CodeLast();
}
