using Credence.Record.Access;

namespace Credence.Care.Reach;

/// <summary>How a provider itself is reached, as its administrator wrote it down, and on whose clock it works. It is public: persons read it before they say who they are.</summary>
public sealed class ProviderReach : IOwned
{
    public required OrganizationId Organization { get; init; }

    public string? Telephone { get; set; }

    /// <summary>When somebody answers, in the words of the provider.</summary>
    public string? Hours { get; set; }

    /// <summary>The time zone, such as America/New_York.</summary>
    public string? Zone { get; set; }
}

/// <summary>How a provider is reached; what is null nobody wrote down.</summary>
/// <param name="Telephone">A telephone number.</param>
/// <param name="Hours">When somebody answers.</param>
/// <param name="Zone">The time zone, such as America/New_York.</param>
public sealed record Reached(string? Telephone, string? Hours, string? Zone)
{
    /// <summary>A time on the provider's clock; as it is where no zone is known.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => Zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out var zone) ? TimeZoneInfo.ConvertTime(at, zone) : at;

    internal static Reached Of(ProviderReach? row) => new(row?.Telephone, row?.Hours, row?.Zone);
}

/// <summary>The answer to one who writes down how the provider is reached.</summary>
public abstract record ReachAnswer
{
    private ReachAnswer()
    {
    }

    /// <summary>It is in the record, and persons read it from now on.</summary>
    public sealed record Done : ReachAnswer;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Because">One sentence: found and expected.</param>
    public sealed record Refused(string Because) : ReachAnswer;

    /// <summary>Not for the one who asks.</summary>
    public sealed record NotFound : ReachAnswer;
}
