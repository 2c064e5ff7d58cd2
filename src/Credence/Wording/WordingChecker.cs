using System.Collections.Concurrent;
using Credence.Incidents;
using Credence.Packs;
using Credence.Screening;
using Credence.Text;

namespace Credence.Wording;

/// <summary>Reads a narrative and flags words that judge instead of describing. Immutable; one serves many threads.</summary>
/// <remarks>It advises the writer. It never rewrites, and it says nothing about whether what was written is true.</remarks>
public sealed class WordingChecker
{
    private readonly Tokenizer _tokenizer;
    private readonly WordingReader[] _readers;
    private readonly Languages? _languages;
    private readonly ConcurrentBag<Workspace> _workspaces = [];

    private WordingChecker(PackLibrary library, IReadOnlyList<string> codes, bool tellsLanguage)
    {
        var packs = codes.Select(code => PacksOf(library, code).ToArray()).ToArray();
        var entries = packs.Select(all => all.SelectMany(pack => WordingPack.Read(pack, []).Entries).ToArray()).ToArray();
        var functionWords = codes.Select(code => (code, FunctionWords(library, code))).ToArray();
        var others = library.OfKind("languages").SelectMany(Languages.Others).ToArray();
        var vocabulary = VocabularyBuilder.Build(entries.SelectMany(WordingReader.WordsOf)
            .Concat(functionWords.Concat(others).SelectMany(language => Languages.WordsOf(language.Item2))));
        _tokenizer = new Tokenizer(vocabulary);
        _readers = [.. entries.Select(all => new WordingReader(all, vocabulary))];
        _languages = tellsLanguage ? new Languages(functionWords, others, vocabulary) : null;
        Packs = [.. packs.SelectMany(all => all).Select(pack => pack.Stamp).Order(StringComparer.Ordinal)];
    }

    /// <summary>The packs it reads with, as id@version.</summary>
    public IReadOnlyList<string> Packs { get; }

    /// <summary>Makes a checker from packs.</summary>
    /// <param name="library">Packs that were read; rules with problems are left out.</param>
    /// <param name="languages">Codes of the languages to read every narrative in; null tells the language of each narrative.</param>
    /// <exception cref="ArgumentException">No wording pack for a language that was asked for.</exception>
    public static WordingChecker From(PackLibrary library, IReadOnlyList<string>? languages = null)
    {
        var covered = Covered(library);
        var chosen = languages ?? covered;
        return chosen.Count > 0 && chosen.All(covered.Contains)
            ? new WordingChecker(library, [.. chosen.Distinct()], languages is null)
            : throw new ArgumentException(
                $"found no wording pack for {string.Join(", ", chosen.Except(covered))}, expected some of {string.Join(", ", covered)}",
                nameof(languages));
    }

    /// <summary>Flags what judges in a narrative.</summary>
    public WordingResult Check(Narrative narrative)
    {
        var work = _workspaces.TryTake(out var used) ? used : new Workspace();
        var flags = new List<WordingFlag>();
        _tokenizer.Read(narrative.Text, work.Tokens);
        var wasRead = work.Tokens.Count > 0 && Read(narrative.Text, work, flags);
        flags.Sort((a, b) => a.Start.CompareTo(b.Start));
        var result = new WordingResult { Flags = flags, WordCount = work.Tokens.Count, WasRead = wasRead, Packs = Packs };
        _workspaces.Add(work);
        return result;
    }

    /// <summary>True if some pack could read the text.</summary>
    private bool Read(string text, Workspace work, List<WordingFlag> flags)
    {
        var (languages, isSure) = _languages?.Of(work.Tokens) ?? (uint.MaxValue, true);
        for (var i = 0; i < _readers.Length && (isSure || flags.Count == 0); i++)
        {
            if ((languages & (1u << i)) != 0)
            {
                _readers[i].Find(text, work, flags);
            }
        }

        return languages != 0;
    }

    private static IReadOnlyList<string> Covered(PackLibrary library) =>
    [
        .. library.OfKind(WordingPack.Kind).Select(pack => pack.Language).OfType<string>().Distinct()
            .OrderBy(code => code != "en").ThenBy(code => code, StringComparer.Ordinal),
    ];

    private static IEnumerable<Pack> PacksOf(PackLibrary library, string code) =>
        library.OfKind(WordingPack.Kind).Where(pack => pack.Language == code);

    private static string FunctionWords(PackLibrary library, string code) =>
        library.Find($"{ContextPack.Kind}-{code}") is { } context ? ContextPack.Read(context, []).FunctionWords : "";
}
