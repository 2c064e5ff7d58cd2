namespace Credence.Web.SignIns;

/// <summary>Rules of signing in. CJIS Security Policy AC-7 and AC-11, by way of the reference; NIST SP 800-63B for the password and the longest session.</summary>
public static class SignInRules
{
    public const int MostFailures = 5;
    public const int ShortestPassword = 12;
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan IdleFor = TimeSpan.FromMinutes(30);

    /// <summary>However busy, one signs in again after this long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);
}
