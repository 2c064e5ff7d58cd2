using Credence.Record.SignIns;
using Microsoft.AspNetCore.Identity;

namespace Credence.Web.SignIns;

/// <summary>The hash of a password that nobody has: checking against it takes as long as checking somebody's.</summary>
internal static class NobodysHash
{
    private static string? _value;

    public static void Check(IPasswordHasher<SignIn> hasher, string password)
    {
        _value ??= hasher.HashPassword(null!, Guid.NewGuid().ToString());
        hasher.VerifyHashedPassword(null!, _value, password);
    }
}
