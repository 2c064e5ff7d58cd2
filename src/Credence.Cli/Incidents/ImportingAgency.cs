using System.CommandLine;
using Credence.Cli.Record;
using Credence.Police.Access;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Keys;
using Credence.Record.Storage;

namespace Credence.Cli.Incidents;

/// <summary>The agency for which a command brings something into the record.</summary>
internal static class ImportingAgency
{
    public static readonly Option<string?> Name = new("--agency")
    {
        Description = "The agency whose record it is; needed when the record is made, and where several agencies keep it",
        HelpName = "NAME",
    };

    public static readonly Option<string?> Ori = new("--ori") { Description = "The agency's ORI; taken for rows that say none", HelpName = "ORI" };

    /// <summary>Ends the command before it makes a record that nobody could use.</summary>
    public static void CheckNew(ParseResult parsed, KeyFolder keys)
    {
        if (string.IsNullOrWhiteSpace(parsed.GetValue(Name))) throw WithoutName;
        RecordOptions.CheckUnused(keys);
    }

    private static CommandEnd WithoutName => CommandEnd.WrongUse("--agency: found a new record and no name, expected the name of the agency whose record it is.");

    /// <summary>The access of the command line, and one line about the record if that is new; ends the command if there is none.</summary>
    public static async Task<PoliceAccess> Enter(RecordStore<PoliceContext> record, ParseResult parsed, Purpose purpose, CancellationToken cancellation) =>
        await new CommandLineAccount(record).Enter(parsed.GetValue(Name), parsed.GetValue(Ori), purpose, cancellation) switch
        {
            CommandLineEntry.Entered entered => Tell(record, parsed, entered),
            CommandLineEntry.NewWithoutAgency => throw WithoutName,
            CommandLineEntry.OtherAgencies others => throw CommandEnd.WrongUse($"--agency: found no single agency of this record, expected one of {string.Join(", ", others.Names.Select(ShownText.Of))}."),
            CommandLineEntry.OtherOri => throw CommandEnd.WrongUse("--ori: found another than the agency has, expected the same or none."),
            _ => throw CommandEnd.Refused("The account of the command line was closed; nothing was imported."),
        };

    private static PoliceAccess Tell(RecordStore<PoliceContext> record, ParseResult parsed, CommandLineEntry.Entered entered)
    {
        if (entered.Founded.Count > 0) parsed.InvocationConfiguration.Error.WriteLine(
            $"{record.Place}: a new record with the accounts {string.Join(", ", entered.Founded.Select(one => $"{one.Handle} ({one.Role})"))}; copy {record.Vault.Folder.Ring} to a safe.");
        return entered.Access;
    }
}
