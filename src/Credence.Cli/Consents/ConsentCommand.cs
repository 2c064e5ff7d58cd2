using System.CommandLine;

namespace Credence.Cli.Consents;

/// <summary><c>credence consent</c>: what the law asks before and after a person tells something.</summary>
internal static class ConsentCommand
{
    public static Command Create() => new("consent", "Says who must report what, and what a person hears before telling anything")
    {
        DutiesCommand.Create(),
    };
}
