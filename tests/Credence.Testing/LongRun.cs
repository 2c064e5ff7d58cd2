namespace Credence.Testing;

/// <summary>Whether the tests may take hours: with CREDENCE_LONG=1 they do; without, some are skipped and others take fewer rounds.</summary>
public static class LongRun
{
    /// <summary>Whether long ones are asked for.</summary>
    public static bool IsAsked { get; } = Environment.GetEnvironmentVariable("CREDENCE_LONG") == "1";

    /// <summary>How often a process is killed in the middle of its work.</summary>
    public static int Rounds => IsAsked ? 100 : 3;

    /// <summary>Why a test did not run that takes minutes.</summary>
    public const string WhySkipped = "Takes minutes: set CREDENCE_LONG=1.";
}
