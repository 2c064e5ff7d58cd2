using System.Security.Cryptography;
using System.Text.Json;
using Credence.Record.Access;
using Microsoft.AspNetCore.DataProtection;

namespace Credence.Web;

/// <summary>What a person is reading before signing, sealed into the page itself: what is signed is what was read, and the server keeps nothing of it.</summary>
/// <typeparam name="TForm">What was filled in; a page of one kind does not open as another.</typeparam>
public sealed class Readings<TForm>(IDataProtectionProvider keys, TimeProvider clock) where TForm : class
{
    /// <summary>Long enough to read, ask, and call somebody; then it is shown anew.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    private readonly IDataProtector _seal = keys.CreateProtector("reading", typeof(TForm).FullName!);

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>What goes into the page that somebody shows.</summary>
    public string Seal(AccountId by, TForm form) => _seal.Protect(JsonSerializer.Serialize(new Reading(by.Value, Now, form)));

    /// <summary>What was read and since when; null if it is not ours, another account's, or too long ago.</summary>
    public (TForm Form, DateTimeOffset ShownAt)? Open(AccountId by, string? text)
    {
        try
        {
            return text is not null && JsonSerializer.Deserialize<Reading>(_seal.Unprotect(text)) is { } reading && reading.By == by.Value && Now - reading.ShownAt < Longest
                ? (reading.Form, reading.ShownAt)
                : null;
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private sealed record Reading(Guid By, DateTimeOffset ShownAt, TForm Form)
    {
        public override string ToString() => nameof(Reading);
    }
}
