using Credence.Record.Access;
using Credence.Record.Keys;

namespace Credence.Police.Encounters;

/// <summary>What comes of bringing an encounter into the record. Whatever it is but Kept, the phone keeps what it has.</summary>
public abstract record EncounterAnswer
{
    private EncounterAnswer()
    {
    }

    /// <summary>Kept, now or before; sent again it gives the same.</summary>
    public sealed record Kept(EncounterId Id, int Revision, EncounterReading Reading) : EncounterAnswer;

    /// <summary>
    /// Two different contents came as one revision; both are kept. The next revision has to say that it settles it, after somebody saw both.
    /// </summary>
    public sealed record Conflict(EncounterId Id, IReadOnlyList<EncounterVersion> Versions) : EncounterAnswer;

    /// <summary>A revision before it has not come yet; nothing was kept. Send from this one on.</summary>
    public sealed record OutOfOrder(int Expected) : EncounterAnswer;

    /// <summary>It belongs to the incident with this number now.</summary>
    public sealed record Tied(EncounterId Id) : EncounterAnswer;

    /// <summary>Its content was erased; nothing comes back to it.</summary>
    public sealed record Erased : EncounterAnswer;

    /// <summary>It is not of the form that is kept.</summary>
    public sealed record Refused(string Because) : EncounterAnswer;

    /// <summary>There is none for the one who asks.</summary>
    public sealed record NotFound : EncounterAnswer;
}

/// <summary>One content that came as one revision.</summary>
public sealed record EncounterVersion(int Revision, int Version, DateTimeOffset ReceivedAt, EncounterContent Content, EncounterReading Reading)
{
    public override string ToString() => $"EncounterVersion({Revision}.{Version})";
}

/// <summary>An encounter in a list: whose, when, how far; nothing that was answered.</summary>
public sealed record EncounterLine(EncounterId Id, DateTimeOffset ReceivedAt, DateTimeOffset ChangedAt, int Revision, bool IsDisputed, string? Incident, ContentState Content)
{
    public override string ToString() => $"EncounterLine({Id.Value})";
}

/// <summary>An encounter as it was opened.</summary>
/// <param name="Line">How it stands.</param>
/// <param name="Officer">Whose it is.</param>
/// <param name="Versions">All that came, first to last; empty if its content is erased.</param>
public sealed record OpenedEncounter(EncounterLine Line, AccountId Officer, IReadOnlyList<EncounterVersion> Versions)
{
    public override string ToString() => $"OpenedEncounter({Line.Id.Value})";
}
