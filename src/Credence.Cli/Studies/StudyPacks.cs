using Credence.Cli.Nibrs;
using Credence.Incidents;
using Credence.Incidents.Nibrs;
using Credence.Packs;
using Credence.Screening;
using Credence.Wording;

namespace Credence.Cli.Studies;

/// <summary>What a study reads with.</summary>
internal sealed record StudyPacks(Screener Screener, WordingChecker Wording, OffenseLookup Offenses, NibrsInput Nibrs)
{
    /// <summary>The packs, as id@version.</summary>
    public IReadOnlyList<string> Stamps => [.. Screener.Packs.Concat(Wording.Packs).Distinct().Order(StringComparer.Ordinal)];

    public static StudyPacks Read(string? folder, string languages)
    {
        var (library, codes) = (PackFolder.Library(folder), CommonOptions.ToCodes(languages));
        return Of(library, codes, new NibrsInput(new Lazy<NibrsEdition>(() => NibrsFile.Edition(folder))));
    }

    private static StudyPacks Of(PackLibrary library, IReadOnlyList<string>? codes, NibrsInput nibrs) =>
        new(PackFolder.Screener(library, codes), PackFolder.WordingChecker(library, codes), OffenseLookup.From(library), nibrs);
}
