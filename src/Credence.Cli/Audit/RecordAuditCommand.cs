using System.CommandLine;

namespace Credence.Cli.Audit;

/// <summary><c>credence audit</c>: who did what, when and why, and whether that log is whole.</summary>
internal static class RecordAuditCommand
{
    public static Command Create() => new("audit", "Checks and exports the log of a record: who did what, when and why")
    {
        AuditVerifyCommand.Create(),
        AuditExportCommand.Create(),
    };
}
