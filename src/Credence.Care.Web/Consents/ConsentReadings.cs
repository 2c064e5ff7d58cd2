using System.Security.Cryptography;
using System.Text.Json;
using Credence.Record.Access;
using Microsoft.AspNetCore.DataProtection;

namespace Credence.Care.Web.Consents;

/// <summary>What a person is reading before signing, sealed into the page itself: what is signed is what was read, and the server keeps nothing of it.</summary>
internal sealed class ConsentReadings(IDataProtectionProvider keys, TimeProvider clock)
{
    /// <summary>Long enough to read, ask, and call somebody; then it is shown anew.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    private readonly IDataProtector _seal = keys.CreateProtector("consent.reading");

    public DateTimeOffset Now => clock.GetUtcNow();

    public string Seal(AccountId advocate, ConsentDraft draft) => _seal.Protect(JsonSerializer.Serialize(new Reading(advocate.Value, clock.GetUtcNow(), draft)));

    /// <summary>What was read and since when; null if it is not ours, another one's, or too long ago.</summary>
    public (ConsentDraft Draft, DateTimeOffset ShownAt)? Open(AccountId advocate, string? text)
    {
        try
        {
            return text is not null && JsonSerializer.Deserialize<Reading>(_seal.Unprotect(text)) is { } reading && reading.Advocate == advocate.Value && clock.GetUtcNow() - reading.ShownAt < Longest
                ? (reading.Draft, reading.ShownAt)
                : null;
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private sealed record Reading(Guid Advocate, DateTimeOffset ShownAt, ConsentDraft Draft)
    {
        public override string ToString() => nameof(Reading);
    }
}
