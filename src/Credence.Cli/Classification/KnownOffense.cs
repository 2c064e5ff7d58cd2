using Credence.Incidents;
using Credence.Packs;
using Credence.Protection;

namespace Credence.Cli.Classification;

/// <summary>An offense that somebody typed: one that nothing knows would be "not covered", so it ends the command.</summary>
internal static class KnownOffense
{
    public static OffenseCode Of(string typed, string option, PackLibrary library)
    {
        const string Expected = "expected a NIBRS code such as 40A, or words such as trespass, curfew, drugs, false ID";
        if (string.IsNullOrWhiteSpace(typed)) throw CommandEnd.WrongUse($"{option}: found nothing, {Expected}.");
        var offense = new OffenseCode(typed.Trim());
        return KnownCharge.Is(offense, library)
            ? offense
            : throw CommandEnd.WrongUse($"{option}: found {PrintedOffense.Of(offense, OffenseLookup.From(library), redact: false)}, {Expected}.");
    }
}
