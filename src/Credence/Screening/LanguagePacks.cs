using Credence.Packs;
using Credence.Text;

namespace Credence.Screening;

/// <summary>What a screener needs to read one language: indicators and the context pack beside them.</summary>
/// <param name="Code">ISO 639-1 code.</param>
/// <param name="Entries">Indicators of every pack of the language.</param>
/// <param name="Context">The pack context-CODE.</param>
internal sealed record LanguagePacks(string Code, IReadOnlyList<IndicatorEntry> Entries, ContextPack Context)
{
    internal IEnumerable<WordForm> Words =>
        LanguageReader.WordsOf(Entries, Context).Concat(Languages.WordsOf(Context.FunctionWords));

    /// <summary>The codes of the languages that packs cover: those with indicators and a context pack, English first.</summary>
    internal static IReadOnlyList<string> Covered(PackLibrary library) =>
    [
        .. library.OfKind(IndicatorPack.Kind).Select(pack => pack.Language).OfType<string>().Distinct()
            .Where(code => ContextFor(library, code) is not null)
            .OrderBy(code => code != "en").ThenBy(code => code, StringComparer.Ordinal),
    ];

    internal static LanguagePacks Read(PackLibrary library, string code)
    {
        var problems = new List<PackProblem>();
        return new LanguagePacks(
            code,
            [.. IndicatorsOf(library, code).SelectMany(pack => IndicatorPack.Read(pack, problems).Entries)],
            ContextPack.Read(ContextFor(library, code)!, problems));
    }

    /// <summary>The packs a screener of these languages reads with, as id@version.</summary>
    internal static IReadOnlyList<string> Stamps(PackLibrary library, IReadOnlyList<string> codes) =>
    [
        .. codes.SelectMany(code => IndicatorsOf(library, code).Append(ContextFor(library, code)!))
            .Concat(library.Packs.Where(pack => pack.Kind is "signals" or "offenses"))
            .Select(pack => pack.Stamp).Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<Pack> IndicatorsOf(PackLibrary library, string code) =>
        library.OfKind(IndicatorPack.Kind).Where(pack => pack.Language == code);

    private static Pack? ContextFor(PackLibrary library, string code) => library.Find($"{ContextPack.Kind}-{code}");
}
