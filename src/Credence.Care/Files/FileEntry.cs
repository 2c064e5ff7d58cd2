using Credence.Care.Storage;
using Credence.Record.Access;
using Credence.Record.Keys;

namespace Credence.Care.Files;

/// <summary>What an entry of a file is about.</summary>
public enum EntryKind
{
    /// <summary>Needs that were asked, or something done for one.</summary>
    Need,

    /// <summary>That the person told somebody something.</summary>
    Interview,

    /// <summary>A version of the safety plan.</summary>
    SafetyPlan,

    /// <summary>A gate, a step or a stop of a restorative process.</summary>
    Restorative,

    /// <summary>How far a declaration is.</summary>
    Declaration,

    /// <summary>Where a paper for a court is.</summary>
    Paper,
}

/// <summary>An entry of a person's file: added, never changed or removed while the file is kept, and sealed under the person's key.</summary>
public sealed class FileEntry : IUnderPersonKey
{
    public required Guid Id { get; init; }

    public required PersonId Person { get; init; }

    public required OrganizationId Organization { get; init; }

    public required EntryKind Kind { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who wrote it; the person's own number where it was the person.</summary>
    public required AccountId By { get; init; }

    public required byte[] Content { get; init; }

    public SealedPlace Place => PlaceOf(Person, Kind, Id);

    internal static SealedPlace PlaceOf(PersonId person, EntryKind kind, Guid id) => new($"file_entries.{kind}.{id:N}", person.Value);
}

/// <summary>The answer to one who adds to a file.</summary>
public abstract record FileAnswer
{
    private FileAnswer()
    {
    }

    /// <summary>It is in the file.</summary>
    public sealed record Kept(Guid Id) : FileAnswer;

    /// <summary>It is not.</summary>
    /// <param name="Because">One sentence: found and expected.</param>
    public sealed record Refused(string Because) : FileAnswer;

    /// <summary>There is no such file for the one who asks.</summary>
    public sealed record NotFound : FileAnswer;
}
