namespace Credence.Cli;

/// <summary>Ends a command early with an exit code and one sentence: found, expected, where; never anybody's words.</summary>
internal sealed class CommandEnd(int exitCode, string sentence) : Exception(sentence)
{
    public int ExitCode { get; } = exitCode;

    public static CommandEnd WrongUse(string sentence) => new(Cli.ExitCode.WrongUse, sentence);

    public static CommandEnd Refused(string sentence) => new(Cli.ExitCode.Refused, sentence);

    public static CommandEnd Failed(string sentence) => new(Cli.ExitCode.Failed, sentence);
}
