using Credence.Record.Handovers;

namespace Credence.Record.Access;

/// <summary>The organization of those who ask, as the desk of either side shows it: each keeps its own rights.</summary>
public interface IAgency<in TAccess> where TAccess : RecordAccess
{
    public Task<Agency?> Show(TAccess access, CancellationToken cancellation);

    public Task<AgencyAnswer> Rename(TAccess access, string name, CancellationToken cancellation);
}

/// <summary>An agency or a provider as its administrator sees it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Ori">Its ORI, or null.</param>
/// <param name="ShortName">How partners know it, or null while it has no post.</param>
/// <param name="Partners">Whom it exchanges messages with.</param>
public sealed record Agency(string Name, string? Ori, string? ShortName, IReadOnlyList<Partner> Partners)
{
    /// <summary>What partners are called on pages, by their short names; those that have no such name are not in it.</summary>
    public IReadOnlyDictionary<string, string> Called { get; init; } = new Dictionary<string, string>();

    public override string ToString() => nameof(Agency);
}

/// <summary>What came of a change to an agency.</summary>
public abstract record AgencyAnswer
{
    private AgencyAnswer()
    {
    }

    /// <summary>It is done.</summary>
    public sealed record Done : AgencyAnswer;

    /// <summary>Nothing was done.</summary>
    /// <param name="Because">One sentence.</param>
    public sealed record Refused(string Because) : AgencyAnswer;

    /// <summary>There is nothing to change for the one who asks.</summary>
    public sealed record NotFound : AgencyAnswer;
}
