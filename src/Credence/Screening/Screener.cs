using System.Collections.Concurrent;
using Credence.Incidents;
using Credence.Packs;

namespace Credence.Screening;

/// <summary>Reads an incident and says what its words and codes suggest. Immutable; one serves many threads.</summary>
public sealed class Screener
{
    private readonly LanguageReader[] _readers;
    private readonly Languages? _languages;
    private readonly Func<Incident, IReadOnlyList<Signal>> _signals;
    private readonly ConcurrentBag<Workspace> _workspaces = [];

    private Screener(
        LanguageReader[] readers, Languages? languages, Func<Incident, IReadOnlyList<Signal>> signals, IReadOnlyList<string> packs)
    {
        _readers = readers;
        _languages = languages;
        _signals = signals;
        Packs = packs;
    }

    /// <summary>The packs it reads with, as id@version.</summary>
    public IReadOnlyList<string> Packs { get; }

    /// <summary>Makes a screener from packs.</summary>
    /// <param name="library">Packs that were read; items with problems are left out.</param>
    /// <param name="languages">Codes of the languages to read every narrative in; null tells the language of each narrative.</param>
    /// <exception cref="ArgumentException">No indicator and context packs for a language that was asked for.</exception>
    public static Screener From(PackLibrary library, IReadOnlyList<string>? languages = null)
    {
        var covered = Covered(library);
        var chosen = languages ?? covered;
        if (chosen.Count == 0 || chosen.FirstOrDefault(code => !covered.Contains(code)) is { } missing)
        {
            throw new ArgumentException($"found no indicator and context packs for the language asked for, expected one of {string.Join(", ", covered)}", nameof(languages));
        }

        var problems = new List<PackProblem>();
        var contexts = chosen.Select(code => ContextPack.Read(ContextFor(library, code)!, problems)).ToArray();
        var readers = chosen.Select((code, i) => new LanguageReader(
            [.. Indicators(library, code).SelectMany(pack => IndicatorPack.Read(pack, problems).Entries)], contexts[i])).ToArray();
        var tell = languages is null
            ? new Languages([.. chosen.Select((code, i) => (code, contexts[i].FunctionWords))], library.OfKind("languages").SelectMany(Languages.Others))
            : null;
        var used = library.Packs.Where(pack => pack.Language is { } code ? chosen.Contains(code) && pack.Id != ClinicalId : pack.Kind is "signals" or "offenses");
        return new Screener(readers, tell, RecordScreener.From(library).Screen, [.. used.Select(pack => pack.Stamp)]);
    }

    private const string ClinicalId = "context-en-clinical";

    private static List<string> Covered(PackLibrary library) =>
    [
        .. library.OfKind(IndicatorPack.Kind).Select(pack => pack.Language).OfType<string>().Distinct()
            .Where(code => ContextFor(library, code) is not null)
            .OrderBy(code => code == "en" ? 0 : 1).ThenBy(code => code, StringComparer.Ordinal),
    ];

    private static IEnumerable<Pack> Indicators(PackLibrary library, string code) =>
        library.OfKind(IndicatorPack.Kind).Where(pack => pack.Language == code);

    private static Pack? ContextFor(PackLibrary library, string code) => library.Find($"{ContextPack.Kind}-{code}");

    /// <summary>Screens one incident: its narrative by the packs' indicators, its codes by the record's signals.</summary>
    public ScreeningResult Screen(Incident incident)
    {
        var findings = new List<Finding>();
        var wasRead = Read(incident.Narrative.Text, findings);
        return Judgement.Of(incident, findings, _signals(incident), wasRead, Packs);
    }

    /// <summary>True if some pack could read the text.</summary>
    private bool Read(string text, List<Finding> findings)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        var work = _workspaces.TryTake(out var used) ? used : new Workspace();
        var languages = _languages?.Of(text, work.Tokens) ?? uint.MaxValue;
        for (var i = 0; i < _readers.Length; i++)
        {
            if ((languages & (1u << i)) != 0)
            {
                _readers[i].Read(text, work, findings);
            }
        }

        _workspaces.Add(work);
        findings.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : string.CompareOrdinal(a.Indicator.Id, b.Indicator.Id));
        return languages != 0;
    }
}
