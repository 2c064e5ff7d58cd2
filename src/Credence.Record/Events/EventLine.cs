using System.Text.Json;
using Credence.Record.Access;

namespace Credence.Record.Events;

/// <summary>One event as a line of an export.</summary>
internal sealed record EventLine(
    long Sequence, DateTimeOffset At, Guid Organization, Guid Account, string Role, string Kind, Guid? Subject, long Count, string Detail,
    string Purpose, string Previous, string Hash, string Seal)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    public static EventLine Of(RecordedEvent one) => new(
        one.Sequence, Storage.Microseconds.Time(one.At), one.Organization.Value, one.Account.Value, one.Role, one.Kind, one.Subject, one.Count,
        one.Detail, one.Purpose, Convert.ToHexStringLower(one.Previous), Convert.ToHexStringLower(one.Hash), Convert.ToHexStringLower(one.Seal));

    /// <summary>The event of a line, or null if it is none.</summary>
    public static RecordedEvent? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<EventLine>(line, Form) is { Role: not null, Kind: not null, Detail: not null, Purpose: not null } found
                ? found.ToEvent()
                : null;
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentNullException)
        {
            return null;
        }
    }

    private RecordedEvent ToEvent() => new()
    {
        Sequence = Sequence, At = Storage.Microseconds.Of(At), Organization = new OrganizationId(Organization), Account = new AccountId(Account), Role = Role, Kind = Kind,
        Subject = Subject, Count = Count, Detail = Detail, Purpose = Purpose, Previous = Convert.FromHexString(Previous),
        Hash = Convert.FromHexString(Hash), Seal = Convert.FromHexString(Seal),
    };
}
