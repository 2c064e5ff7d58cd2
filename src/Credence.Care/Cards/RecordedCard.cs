using Credence.Record.Access;

namespace Credence.Care.Cards;

/// <summary>A card of paper with a code, by which a person opens what is her or his own: once, and not for long. Nothing on it says what it opens.</summary>
public sealed class RecordedCard : IPersonRow
{
    public required Guid Id { get; init; }

    public required PersonId Person { get; init; }

    public required OrganizationId Organization { get; init; }

    /// <summary>Keyed hash of the code; the code itself is on the paper only. Null while it waits for a second account.</summary>
    public byte[]? CodeHash { get; set; }

    public required AccountId MadeBy { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When the person came in by it, or null.</summary>
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>When it was taken back, or another one took its place.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    public override string ToString() => nameof(RecordedCard);
}

/// <summary>How a person comes back: words that nobody else was shown, and a passphrase that nobody else knows. Both are kept as hashes.</summary>
public sealed class OwnEntry : IPersonRow
{
    public required PersonId Person { get; init; }

    public required OrganizationId Organization { get; init; }

    /// <summary>Keyed hash of the words.</summary>
    public required byte[] WordsHash { get; set; }

    /// <summary>Salt and hash of the passphrase.</summary>
    public required byte[] Passphrase { get; set; }

    /// <summary>Changes with words and passphrase; whoever is inside by older ones is out.</summary>
    public required Guid Stamp { get; set; }

    public required DateTimeOffset LastAt { get; set; }

    public override string ToString() => nameof(OwnEntry);
}

/// <summary>How a card stands.</summary>
public enum CardState
{
    /// <summary>Another account has to confirm it: the person has a passphrase already.</summary>
    Waits,

    /// <summary>It may be used.</summary>
    Open,

    Used,

    Withdrawn,

    /// <summary>Its days are over.</summary>
    Over,
}

/// <summary>One card, without its code.</summary>
/// <param name="MadeAt">When it was made or asked for.</param>
/// <param name="ExpiresAt">When its days are over.</param>
/// <param name="State">How it stands.</param>
/// <param name="EndedAt">When it was used or taken back, or null.</param>
public sealed record CardLine(DateTimeOffset MadeAt, DateTimeOffset ExpiresAt, CardState State, DateTimeOffset? EndedAt);

/// <summary>The answer to one who makes a card.</summary>
public abstract record CardAnswer
{
    private CardAnswer()
    {
    }

    /// <summary>The code, which is shown once and handed over on paper.</summary>
    /// <param name="Code">Twelve characters.</param>
    /// <param name="Until">Until when it works.</param>
    public sealed record Made(string Code, DateTimeOffset Until) : CardAnswer
    {
        public override string ToString() => nameof(Made);
    }

    /// <summary>The person has a passphrase, and keeps what nobody else may read: a second account confirms before there is a code.</summary>
    public sealed record Waits : CardAnswer;

    /// <summary>Nothing was done.</summary>
    /// <param name="Because">One sentence.</param>
    public sealed record Refused(string Because) : CardAnswer;

    /// <summary>There is no such person, or nothing that waits, for the one who asks.</summary>
    public sealed record NotFound : CardAnswer;
}
