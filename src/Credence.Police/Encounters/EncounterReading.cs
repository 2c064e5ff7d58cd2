using System.Text.Json;
using Credence.Classification;
using Credence.Police.Classification;
using Credence.Record.Keys;
using Credence.Screening.Instruments;

namespace Credence.Police.Encounters;

/// <summary>What answers meant when they came, by the packs of then. It decides nothing.</summary>
/// <param name="Outcome">Whether the instrument's rule was met; null without an instrument.</param>
/// <param name="RaisesConcern">Whether to treat the person as a possible victim, by the instrument.</param>
/// <param name="IsPossibleVictim">The same by all that was answered.</param>
/// <param name="Packs">The packs that read it, as id@version.</param>
public sealed record EncounterReading(ScreenOutcome? Outcome, bool RaisesConcern, bool IsPossibleVictim, IReadOnlyList<string> Packs)
{
    internal static EncounterReading Of(EncounterContent content, CasePacks packs)
    {
        var asked = packs.Asked(content);
        var classified = packs.Classifier.Classify(packs.EvidenceOf(content));
        return new EncounterReading(
            asked?.Result().Outcome, asked?.Result().RaisesConcern ?? false, classified.Victim is VictimProposal.Possible,
            asked is null ? classified.Packs : [asked.Instrument.Pack, .. classified.Packs]);
    }

    public override string ToString() => nameof(EncounterReading);
}

/// <summary>What is sealed of one revision: the content, and what it meant when it came.</summary>
internal sealed record SealedEncounter(EncounterContent Content, EncounterReading Reading)
{
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, EncounterJson.Compact.SealedEncounter);

    public override string ToString() => nameof(SealedEncounter);
}

/// <summary>Where the sealed parts of an encounter belong.</summary>
internal static class EncounterPlaces
{
    /// <summary>One revision; of those that came as the same one each has a place of its own.</summary>
    public static SealedPlace Revision(EncounterId encounter, int revision, int version) => new("encounter-revisions.content", encounter.Value, ((long)revision << 32) | (uint)version);

    /// <summary>Opens a revision; null if it was not sealed by this key for this place.</summary>
    public static SealedEncounter? Open(this ContentKey key, EncounterRevision row) =>
        key.TryOpen(row.Content, Revision(row.Encounter, row.Revision, row.Version)) is { } bytes
            ? JsonSerializer.Deserialize(bytes, EncounterJson.Compact.SealedEncounter)
            : null;
}
