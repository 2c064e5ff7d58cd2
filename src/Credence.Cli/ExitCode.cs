namespace Credence.Cli;

/// <summary>What a command says to the shell when it ends; the same for every command.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int DoneWithProblems = 1;
    public const int WrongUse = 2;
    public const int Refused = 3;
    public const int Failed = 4;
    public const int Interrupted = 130;

    /// <summary>The last line of every command's help.</summary>
    public const string Help =
        "Exit codes: 0 done, 1 done with problems, 2 wrong use, 3 refused, 4 failed, 130 interrupted.";
}
