namespace Credence.Browser.Tests;

/// <summary>Tests that take minutes in a browser: they run with CREDENCE_LONG=1 and show as skipped without.</summary>
internal static class LongRun
{
    /// <summary>Whether long ones are asked for.</summary>
    public static bool IsAsked { get; } = Environment.GetEnvironmentVariable("CREDENCE_LONG") == "1";

    /// <summary>Skips the test unless long ones are asked for.</summary>
    public static bool Asked()
    {
        Assert.SkipUnless(IsAsked, "Takes minutes in a browser: set CREDENCE_LONG=1.");
        return true;
    }
}
