using System.Collections.Concurrent;
using Credence.Incidents;
using Credence.Packs;
using Credence.Text;

namespace Credence.Screening;

/// <summary>Reads an incident and says what its words and codes suggest. Immutable; one serves many threads.</summary>
public sealed class Screener
{
    private readonly Tokenizer _tokenizer;
    private readonly LanguageReader[] _readers;
    private readonly Languages? _languages;
    private readonly RecordScreener _records;
    private readonly ConcurrentBag<Workspace> _workspaces = [];

    private Screener(PackLibrary library, LanguagePacks[] packs, bool tellsLanguage)
    {
        var others = tellsLanguage ? library.OfKind("languages").SelectMany(Languages.Others).ToArray() : [];
        var vocabulary = VocabularyBuilder.Build(packs.SelectMany(language => language.Words)
            .Concat(others.SelectMany(other => Languages.WordsOf(other.Words))));
        _tokenizer = new Tokenizer(vocabulary);
        _readers = [.. packs.Select(language => new LanguageReader(language.Entries, language.Context, vocabulary))];
        _languages = tellsLanguage
            ? new Languages([.. packs.Select(language => (language.Code, language.Context.FunctionWords))], others, vocabulary)
            : null;
        _records = RecordScreener.From(library);
        Packs = LanguagePacks.Stamps(library, [.. packs.Select(language => language.Code)]);
    }

    /// <summary>The packs it reads with, as id@version.</summary>
    public IReadOnlyList<string> Packs { get; }

    /// <summary>Makes a screener from packs.</summary>
    /// <param name="library">Packs that were read; items with problems are left out.</param>
    /// <param name="languages">Codes of the languages to read every narrative in; null tells the language of each narrative.</param>
    /// <exception cref="ArgumentException">No indicator and context packs for a language that was asked for.</exception>
    public static Screener From(PackLibrary library, IReadOnlyList<string>? languages = null)
    {
        var covered = LanguagePacks.Covered(library);
        var chosen = languages ?? covered;
        return chosen.Count > 0 && chosen.All(covered.Contains)
            ? new Screener(library, [.. chosen.Distinct().Select(code => LanguagePacks.Read(library, code))], languages is null)
            : throw new ArgumentException(
                $"found no indicator and context packs for {string.Join(", ", chosen.Except(covered))}, expected some of {string.Join(", ", covered)}",
                nameof(languages));
    }

    /// <summary>Screens one incident: its narrative by the packs' indicators, its codes by the record's signals.</summary>
    public ScreeningResult Screen(Incident incident)
    {
        var work = _workspaces.TryTake(out var used) ? used : new Workspace();
        work.Day = incident.Date;
        var wasRead = Read(incident.Narrative.Text, work);
        var result = Judgement.Of(incident, work.Findings, _records.Screen(incident), wasRead) with
        {
            IsRecordedAsTrafficking = _records.SaysTrafficking(incident),
            Packs = Packs,
        };
        _workspaces.Add(work);
        return result;
    }

    /// <summary>True if some pack could read the text.</summary>
    private bool Read(string text, Workspace work)
    {
        work.Findings.Clear();
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        _tokenizer.Read(text, work.Tokens);
        var (languages, isSure) = _languages?.Of(work.Tokens) ?? (uint.MaxValue, true);
        for (var i = 0; i < _readers.Length && (isSure || work.Findings.Count == 0); i++)
        {
            if ((languages & (1u << i)) != 0)
            {
                _readers[i].Find(text, work, work.Findings);
            }
        }

        work.Findings.Sort(InOrder);
        return languages != 0;
    }

    private static int InOrder(Finding a, Finding b) =>
        a.Start != b.Start ? a.Start.CompareTo(b.Start) : string.CompareOrdinal(a.Indicator.Id, b.Indicator.Id);
}
