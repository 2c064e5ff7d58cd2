using System.CommandLine;

namespace Credence.Cli.Serving;

/// <summary><c>credence serve</c>: pages for people.</summary>
internal static class ServeCommand
{
    private static readonly Option<bool> Demo = new("--demo")
    {
        Description = $"Serve an invented police record, an invented service record and the pages of a person, with the post between them, in {DemoRecord.Folder} and {DemoCareRecord.Folder}",
    };

    public static Command Create()
    {
        var command = new Command("serve", "Serves the pages of a record until it is stopped.") { ServePoliceCommand.Create(), ServeCareCommand.Create(), ServePortalCommand.Create(), ServeInterviewsCommand.Create(), Demo };
        command.SetAction(async parsed =>
        {
            if (!parsed.GetValue(Demo)) throw CommandEnd.WrongUse("Found no side, expected police, care, portal or interviews; or --demo for invented ones.");
            using var interruption = new Interruption();
            return await ServeDemo.Run(parsed, interruption.Token);
        });
        return command;
    }
}
