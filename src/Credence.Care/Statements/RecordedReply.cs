using Credence.Record.Access;
using Credence.Record.Keys;

namespace Credence.Care.Statements;

/// <summary>
/// What the organization answers to a statement: it waits on the person's own pages, also for one whom nobody here knows or can call. It is sealed under the key of the
/// statement, so what opens the one opens the other and both go together; and for the organization it exists only while the statement is shared.
/// </summary>
public sealed class RecordedReply : ISharedRow
{
    public required Guid Id { get; init; }

    public required StatementId Statement { get; init; }

    /// <summary>Whose statement it is.</summary>
    public required PersonId Person { get; init; }

    public required OrganizationId Organization { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>As its statement is.</summary>
    public bool IsShared { get; set; }

    public required byte[] Content { get; init; }

    public SealedPlace Place => PlaceOf(Person, Id);

    internal static SealedPlace PlaceOf(PersonId person, Guid id) => new($"statement_replies.content.{id:N}", person.Value);
}

/// <summary>The words of an answer, as they are sealed.</summary>
internal sealed record ReplyText(string Words)
{
    public override string ToString() => $"ReplyText({Words.Length} characters)";
}

/// <summary>An answer to a statement, opened.</summary>
/// <param name="At">When it was written.</param>
/// <param name="Words">The words; null once the key of the statement is erased.</param>
public sealed record StatementReply(DateTimeOffset At, string? Words)
{
    public override string ToString() => $"StatementReply({Words?.Length ?? 0} characters)";
}

/// <summary>What one who answers a statement is told.</summary>
public abstract record ReplyAnswer
{
    private ReplyAnswer()
    {
    }

    /// <summary>It waits for the person.</summary>
    public sealed record Written : ReplyAnswer;

    /// <summary>Nothing was kept.</summary>
    /// <param name="Because">One sentence: found and expected.</param>
    public sealed record Refused(string Because) : ReplyAnswer;

    /// <summary>There is no such statement for the one who answers, or its words are erased.</summary>
    public sealed record NotFound : ReplyAnswer;
}
