using Credence.Care.Storage;
using Credence.Record.Access;
using Credence.Record.Keys;

namespace Credence.Care.Statements;

/// <summary>A statement; made of chance alone, as a person's id is.</summary>
public readonly record struct StatementId(Guid Value);

/// <summary>What a person asks of the organization with what she or he sends. Nothing of it goes to police by itself.</summary>
public enum StatementAsk
{
    /// <summary>To read it, and no more.</summary>
    Nothing,

    /// <summary>To talk.</summary>
    Talk,

    /// <summary>To report it, with an advocate there.</summary>
    ReportTogether,

    /// <summary>To say how to report it alone.</summary>
    ReportAlone,

    /// <summary>To set right what stands in the person's file.</summary>
    Correct,
}

/// <summary>What a person keeps, dated and sealed. It is never overwritten: who wants to correct it adds to it.</summary>
public sealed class RecordedStatement : ISharedRow, IOwnKey
{
    public required StatementId Id { get; init; }

    public required PersonId Person { get; init; }

    /// <summary>Whose record it lies in; nobody there sees it before the person shares it.</summary>
    public required OrganizationId Organization { get; init; }

    public required DateTimeOffset KeptAt { get; init; }

    /// <summary>The statement that this one corrects or adds to, or null.</summary>
    public StatementId? AddsTo { get; init; }

    public bool IsShared { get; set; }

    /// <summary>What the person asks with it.</summary>
    public StatementAsk Asks { get; init; }

    public required Guid Key { get; init; }

    public ContentState State { get; set; }

    public required byte[] Content { get; init; }

    public SealedPlace Place => PlaceOf(Person, Id);

    internal static SealedPlace PlaceOf(PersonId person, StatementId id) => new($"statements.content.{id.Value:N}", person.Value);
}

/// <summary>The words of a statement, as they are sealed.</summary>
internal sealed record StatementText(string Words)
{
    public override string ToString() => $"StatementText({Words.Length} characters)";
}

/// <summary>A statement, opened.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Person">Whose it is; no name is in it.</param>
/// <param name="KeptAt">When it was kept.</param>
/// <param name="AddsTo">The statement that it corrects or adds to, or null.</param>
/// <param name="IsShared">Whether the organization may read it.</param>
/// <param name="Words">The words; null once their key is erased.</param>
public sealed record Statement(StatementId Id, PersonId Person, DateTimeOffset KeptAt, StatementId? AddsTo, bool IsShared, string? Words)
{
    /// <summary>What the person asks with it.</summary>
    public StatementAsk Asks { get; init; }

    /// <summary>What was answered, first to last.</summary>
    public IReadOnlyList<StatementReply> Replies { get; init; } = [];

    /// <summary>Whether the person has a file at the organization that opens it; false as well where the person opens it.</summary>
    public bool HasFile { get; init; }

    /// <summary>Whether the statement that it adds to is there for the one who opens it.</summary>
    public bool HasEarlier { get; init; }

    public override string ToString() => $"Statement({Words?.Length ?? 0} characters)";
}

/// <summary>That a person shares a statement, before anybody opens it.</summary>
public sealed record SharedStatement(StatementId Id, PersonId Person, DateTimeOffset KeptAt, StatementId? AddsTo)
{
    /// <summary>What the person asks with it.</summary>
    public StatementAsk Asks { get; init; }

    /// <summary>Whether the person has a file here; nobody here knows one who has none.</summary>
    public bool HasFile { get; init; }

    /// <summary>Whether somebody of the organization has opened it.</summary>
    public bool IsRead { get; init; }

    /// <summary>Whether somebody of the organization has answered it. Whether the person has read the answer is hers or his alone.</summary>
    public bool IsAnswered { get; init; }
}

/// <summary>The answer to a person who keeps a statement.</summary>
public abstract record StatementAnswer
{
    private StatementAnswer()
    {
    }

    /// <summary>It is kept, and nobody else sees it.</summary>
    public sealed record Kept(StatementId Id) : StatementAnswer;

    /// <summary>Nothing was kept.</summary>
    /// <param name="Because">One sentence: found and expected.</param>
    public sealed record Refused(string Because) : StatementAnswer;

    /// <summary>There is no such statement of this person.</summary>
    public sealed record NotFound : StatementAnswer;
}
