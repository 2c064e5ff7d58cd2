using System.CommandLine;
using Credence.Police.Access;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Keys;
using Credence.Record.Storage;

namespace Credence.Cli.Records;

/// <summary>Options of the commands that work on a police record, with one meaning.</summary>
internal static class RecordOptions
{
    public static Option<string> Record() => new("--record")
    {
        Description = "The police record: a file, or postgresql://user@host/database (the password from PGPASSWORD or .pgpass)",
        HelpName = "FILE|ADDRESS",
        Required = true,
    };

    public static Option<string?> Keys() => new("--keys")
    {
        Description = "Folder of the record's keys; FILE.keys beside a record that is a file. Whoever has record and keys can read everything",
        HelpName = "DIR",
    };

    public static Option<string?> Agency() => new("--agency") { Description = "The agency whose record it is; needed when the record is made, and where several agencies keep it", HelpName = "NAME" };

    public static Option<string?> Ori() => new("--ori") { Description = "The agency's ORI; taken for rows that say none", HelpName = "ORI" };

    public static Option<string> Purpose() => new("--purpose")
    {
        Description = $"Why this is done, written with every event: {string.Join(", ", Enum.GetNames<PurposeKind>())}; a number may follow, such as Research:IRB-2031-14",
        HelpName = "WORD[:NUMBER]",
        Required = true,
    };

    /// <summary>The purpose; ends the command if it is none.</summary>
    public static Purpose PurposeOf(string text)
    {
        var parts = text.Split(':', 2, StringSplitOptions.TrimEntries);
        if (!Enum.GetNames<PurposeKind>().Contains(parts[0], StringComparer.OrdinalIgnoreCase))
            throw CommandEnd.WrongUse($"--purpose: found none of its words, expected one of {string.Join(", ", Enum.GetNames<PurposeKind>())}.");
        var kind = Enum.Parse<PurposeKind>(parts[0], ignoreCase: true);
        if (parts.Length == 1) return Credence.Record.Access.Purpose.Of(kind);
        return Credence.Record.Access.Purpose.TryOf(kind, parts[1], out var purpose)
            ? purpose
            : throw CommandEnd.WrongUse("--purpose: found words after the colon, expected the number of a protocol, order or ticket such as IRB-2031-14.");
    }

    /// <summary>Where the record is; ends the command if it is nowhere.</summary>
    public static RecordPlace PlaceOf(string text) => RecordPlace.TryParse(text, out var place)
        ? place
        : throw CommandEnd.WrongUse("--record: found no place of a record, expected a file or postgresql://user@host/database without a password in it.");

    /// <summary>Opens the record with its keys; makes it where there is none.</summary>
    public static async Task<RecordStore<PoliceContext>> Open(RecordPlace place, string? keys, CancellationToken cancellation)
    {
        var folder = keys ?? (place is RecordPlace.EmbeddedFile file
            ? $"{file.Path}.keys"
            : throw CommandEnd.WrongUse("--keys: found none, expected the folder of the record's keys: a server has none beside it."));
        if (place is RecordPlace.EmbeddedFile { Path: var path } && Directory.Exists(path)) throw CommandEnd.WrongUse($"{path}: found a folder, expected the file of a record.");
        // A record whose keys are elsewhere must not get new ones: nothing in it could be read with them.
        if (place is RecordPlace.EmbeddedFile { Path: var record } && File.Exists(record) && new FileInfo(record).Length > 0 && !File.Exists(new KeyFolder(folder).Ring))
            throw CommandEnd.Failed($"{folder}: found no keys, expected those this record was made with; --keys says where they are.");
        return await PoliceRecord.Open(place, new KeyFolder(folder), TimeProvider.System, cancellation);
    }

    /// <summary>The access of the command line; ends the command if there is none.</summary>
    public static async Task<PoliceAccess> Enter(RecordStore<PoliceContext> record, string? agency, string? ori, Purpose purpose, CancellationToken cancellation) =>
        await new CommandLineAccount(record).Enter(agency, ori, purpose, cancellation) switch
        {
            CommandLineEntry.Entered entered => entered.Access,
            CommandLineEntry.NewWithoutAgency => throw CommandEnd.WrongUse("--agency: found a new record and no name, expected the name of the agency whose record it is."),
            CommandLineEntry.OtherAgencies others => throw CommandEnd.WrongUse($"--agency: found no single agency of this record, expected one of {string.Join(", ", others.Names.Select(ShownText.Of))}."),
            CommandLineEntry.OtherOri => throw CommandEnd.WrongUse("--ori: found another than the agency has, expected the same or none."),
            _ => throw CommandEnd.Refused("The account of the command line was closed; nothing was imported."),
        };
}
