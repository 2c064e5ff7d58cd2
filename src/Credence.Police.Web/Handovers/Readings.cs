using System.Security.Cryptography;
using System.Text.Json;
using Credence.Record.Access;
using Microsoft.AspNetCore.DataProtection;

namespace Credence.Police.Web.Handovers;

/// <summary>What a person is reading before signing, sealed into the page itself: what is signed is what was read, and the server keeps nothing of it.</summary>
internal sealed class Readings(IDataProtectionProvider keys, TimeProvider clock)
{
    /// <summary>Long enough to read, ask, and call somebody; then it is shown anew.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    private readonly IDataProtector _seal = keys.CreateProtector("handover.reading");

    public string Seal(AccountId officer, HandoverForm form) => _seal.Protect(JsonSerializer.Serialize(new Reading(officer.Value, clock.GetUtcNow(), form)));

    /// <summary>What was read and since when; null if it is not ours, another officer's, or too long ago.</summary>
    public (HandoverForm Form, DateTimeOffset ShownAt)? Open(AccountId officer, string? text)
    {
        try
        {
            return text is not null && JsonSerializer.Deserialize<Reading>(_seal.Unprotect(text)) is { } reading && reading.Officer == officer.Value && clock.GetUtcNow() - reading.ShownAt < Longest
                ? (reading.Form, reading.ShownAt)
                : null;
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private sealed record Reading(Guid Officer, DateTimeOffset ShownAt, HandoverForm Form)
    {
        public override string ToString() => nameof(Reading);
    }
}
