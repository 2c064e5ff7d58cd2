using Credence.Record.SignIns;
using Microsoft.AspNetCore.Identity;

namespace Credence.Web.SignIns;

/// <summary>Refuses what anybody would guess first: the handle, this program's name, one character or a keyboard row again and again (NIST SP 800-63B, 3.1.1.2).</summary>
internal sealed class CommonPasswords : IPasswordValidator<SignIn>
{
    private const int FewestDifferent = 5;

    private static readonly string[] Guesses = ["password", "credence", "qwerty", "asdfgh", "1234", "letmein", "welcome", "police", "abcd", "admin"];

    private static readonly IdentityError Common = new() { Code = "Common", Description = "Found a password that is easy to guess, expected one that is not." };

    public Task<IdentityResult> ValidateAsync(UserManager<SignIn> manager, SignIn user, string? password) =>
        Task.FromResult(IsCommon(user.Handle, password ?? "") ? IdentityResult.Failed(Common) : IdentityResult.Success);

    private static bool IsCommon(string handle, string password)
    {
        var left = password.ToLowerInvariant();
        foreach (var guess in (string[])[handle.ToLowerInvariant(), .. Guesses])
            if (guess.Length > 0) left = left.Replace(guess, "", StringComparison.Ordinal);
        return left.Distinct().Count() < FewestDifferent;
    }
}
