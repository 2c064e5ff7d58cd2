using System.Globalization;
using System.Text.Json.Nodes;
using Credence.Directories;
using Credence.Record.Access;

namespace Credence.Care.Directories;

/// <summary>What persons say of a service of the directory. An import does not touch it; who said what before is in the log.</summary>
public sealed class ServiceNote
{
    /// <summary>The id of the service in the directory.</summary>
    public required string Service { get; init; }

    public CapacityState Capacity { get; set; }

    public DateTimeOffset? CapacityAt { get; set; }

    /// <summary>When a person made sure that the entry is true.</summary>
    public DateTimeOffset? VerifiedAt { get; set; }

    public AccountId? VerifiedBy { get; set; }

    /// <summary>True if somebody said that its address must not be given to anybody.</summary>
    public bool IsConfidential { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>The service with what persons say of it, where that is later than what its directory says.</summary>
    /// <param name="service">The service as its directory has it.</param>
    /// <param name="writtenAt">When its entry was last changed in this record.</param>
    internal ListedService On(ListedService service, DateTimeOffset writtenAt)
    {
        var said = CapacityAt is { } at && !(service.Capacity.At > at) ? service with { Capacity = new Capacity(Capacity, at) } : service;
        if (Day is { } day && !IsLater(service.VerifiedOn, day, writtenAt)) said = said with { VerifiedOn = day };
        return IsConfidential ? said with { Places = [.. said.Places.Select(place => place with { Address = null, Point = null, IsConfidential = true })] } : said;
    }

    /// <summary>The same in the object, for an export: the date in assured_date, the room and the mark as terms of our own taxonomy.</summary>
    internal void On(JsonObject service, DateTimeOffset writtenAt)
    {
        if (Day is { } day && !IsLater(service.Date("assured_date"), day, writtenAt)) service["assured_date"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (IsConfidential) OwnTerms.Put(service, OwnTerms.ConfidentialAddress, "yes");
        if (CapacityAt is { } at) OwnTerms.Put(service, OwnTerms.Capacity, $"{Credence.Consents.EnumWord.Of(Capacity)} {at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture)}");
    }

    // A day that was still to come when the entry was written is no day on which anybody made sure; a day more for those east of here.
    private static bool IsLater(DateOnly? entry, DateOnly day, DateTimeOffset writtenAt) => entry > day && entry <= DateOnly.FromDateTime(writtenAt.UtcDateTime).AddDays(1);

    private DateOnly? Day => VerifiedAt is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null;
}

/// <summary>Which organization of the record is which of the directory: whoever works there says whether there is room.</summary>
public sealed class DirectoryKeeper
{
    /// <summary>The id of the organization in the directory.</summary>
    public required string Listed { get; init; }

    public required OrganizationId Organization { get; init; }

    public required DateTimeOffset At { get; init; }
}
