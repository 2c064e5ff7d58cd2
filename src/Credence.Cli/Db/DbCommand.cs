using System.CommandLine;

namespace Credence.Cli.Db;

/// <summary><c>credence db</c>: the upkeep of a record.</summary>
internal static class DbCommand
{
    public static Command Create() => new("db", "Makes, checks, backs up and restores a record, the police one or the service one")
    {
        DbInitCommand.Create(),
        DbStatusCommand.Create(),
        DbMigrateCommand.Create(),
        DbBackupCommand.Create(),
        DbRestoreCommand.Create(),
        DbVerifyCommand.Create(),
        DbIndexCommand.Create(),
    };
}
