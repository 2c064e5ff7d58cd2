using Credence.Care.Storage;
using Credence.Classification;
using Credence.Consents;
using Credence.Record.Keys;

namespace Credence.Care.Releases;

/// <summary>That something was told because a law compelled it. Which law, what counsel said and whether the person was told is sealed.</summary>
public sealed class LegalRelease : IOwnKey
{
    public required Guid Id { get; init; }

    public required PersonId Person { get; init; }

    public required OrganizationId Organization { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid Key { get; init; }

    public ContentState State { get; set; }

    public required byte[] Content { get; init; }

    public SealedPlace Place => PlaceOf(Person, Id);

    internal static SealedPlace PlaceOf(PersonId person, Guid id) => new($"legal_releases.content.{id:N}", person.Value);
}

/// <summary>A compelled release as it is written down.</summary>
internal sealed record WrittenRelease(
    string Mandate, IReadOnlyList<InformationKind> Kinds, string Notice, IReadOnlyList<DateTimeOffset> NoticeAt, NoticeDanger? Danger,
    Decider? DangerBy, Decider? Counsel, DateTimeOffset? CounselAt, DateTimeOffset At)
{
    internal static WrittenRelease Of(CompelledRelease release)
    {
        var danger = release.Notice as Notice.Dangerous;
        var (word, at) = release.Notice switch
        {
            Notice.Told told => ("told", (IReadOnlyList<DateTimeOffset>)[told.At]),
            Notice.Attempted attempted => ("attempted", attempted.At),
            Notice.Dangerous dangerous => ("dangerous", [dangerous.At]),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
        return new WrittenRelease(
            release.Mandate, [.. release.Kinds], word, at, danger?.Why, danger?.By, release.Counsel?.By, release.Counsel?.At, release.At);
    }

    public override string ToString() => nameof(WrittenRelease);
}

/// <summary>A compelled release in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="At">When.</param>
/// <param name="Mandate">The statute or order; null once its key is erased.</param>
/// <param name="Kinds">What was told.</param>
/// <param name="IsUntold">Whether the person does not know of it yet, because telling was dangerous.</param>
public sealed record ReleaseLine(Guid Id, DateTimeOffset At, string? Mandate, IReadOnlyList<InformationKind> Kinds, bool IsUntold)
{
    public override string ToString() => nameof(ReleaseLine);
}
