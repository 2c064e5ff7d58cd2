using System.CommandLine;

namespace Credence.Cli.Serving;

/// <summary><c>credence serve</c>: pages for people.</summary>
internal static class ServeCommand
{
    public static Command Create() => new("serve", "Serves the pages of a record until it is stopped.") { ServePoliceCommand.Create(), ServeCareCommand.Create(), ServePortalCommand.Create() };
}
