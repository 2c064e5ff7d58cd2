using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Credence.Record.SignIns;
using Microsoft.AspNetCore.Identity;

namespace Credence.Web.SignIns;

/// <summary>
/// Refuses what anybody would guess first: the handle, words of this work, one character or a keyboard row again and again
/// (NIST SP 800-63B, 3.1.1.2), and the 10,000 that were chosen most elsewhere.
/// </summary>
public sealed class CommonPasswords : IPasswordValidator<SignIn>
{
    private const int FewestDifferent = 5;

    // docs/security.md names them.
    private static readonly string[] Guesses =
        ["password", "credence", "qwerty", "asdfgh", "1234", "letmein", "welcome", "police", "abcd", "admin", "officer", "sheriff", "investigator", "supervisor", "analyst", "advocate"];

    private static readonly IdentityError Common = new() { Code = "Common", Description = "Found a password that is easy to guess, expected one that is not." };

    private static FrozenSet<ulong>? _chosen;

    public Task<IdentityResult> ValidateAsync(UserManager<SignIn> manager, SignIn user, string? password) =>
        Task.FromResult(IsCommon(user.Handle, password ?? "") ? IdentityResult.Failed(Common) : IdentityResult.Success);

    /// <summary>Whether anybody would guess it first.</summary>
    public static bool IsCommon(string handle, string password)
    {
        var left = password.ToLowerInvariant();
        if ((_chosen ??= Read()).Contains(Mark(SHA256.HashData(Encoding.UTF8.GetBytes(left))))) return true;
        foreach (var guess in (string[])[handle.ToLowerInvariant(), .. Guesses])
            if (guess.Length > 0) left = left.Replace(guess, "", StringComparison.Ordinal);
        return left.Distinct().Count() < FewestDifferent;
    }

    // Made by bin/common-passwords: 8 bytes each.
    private static FrozenSet<ulong> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords")!;
        var marks = new byte[stream.Length];
        stream.ReadExactly(marks);
        return Enumerable.Range(0, marks.Length / sizeof(ulong)).Select(place => Mark(marks.AsSpan(place * sizeof(ulong)))).ToFrozenSet();
    }

    private static ulong Mark(ReadOnlySpan<byte> hash) => BinaryPrimitives.ReadUInt64BigEndian(hash);
}
