using System.CommandLine;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Keys;
using Credence.Record.Storage;

namespace Credence.Cli.Record;

/// <summary>Options of every command that works on a record, with one meaning.</summary>
internal static class RecordOptions
{
    public static readonly Option<string> Record = new("--record")
    {
        Description = "The record: a file of its own, or postgresql://user@host:port/database (the password from PGPASSWORD or a .pgpass file)",
        HelpName = "PLACE",
        Required = true,
    };

    public static readonly Option<string?> Keys = new("--keys")
    {
        Description = "The folder of the record's keys; PLACE.keys if left out and the record is a file",
        HelpName = "DIR",
    };

    public static readonly Option<string> As = new("--as")
    {
        Description = "Handle or id of the account that does this; the record's log names it",
        HelpName = "HANDLE",
        Required = true,
    };

    public static readonly Option<string> Purpose = new("--purpose")
    {
        Description = $"Why: one of {string.Join(", ", Enum.GetNames<PurposeKind>())}, with a colon and the number it rests on if there is one, such as Research:IRB-2031-14",
        HelpName = "WHY[:NUMBER]",
        Required = true,
    };

    public static readonly Option<bool> Json = CommonOptions.Json();

    public static RecordPlace PlaceOf(ParseResult parsed) => PlaceOf(parsed.GetValue(Record)!);

    public static RecordPlace PlaceOf(string text) => RecordPlace.TryParse(text, out var place)
        ? place
        : throw CommandEnd.WrongUse("--record: found no place, expected a file or postgresql://user@host:port/database without a password.");

    public static KeyFolder KeysOf(ParseResult parsed) => KeysOf(parsed, parsed.GetValue(Record)!);

    public static KeyFolder KeysOf(ParseResult parsed, string record) => (parsed.GetValue(Keys), PlaceOf(record)) switch
    {
        ({ Length: > 0 } folder, _) => new KeyFolder(folder),
        (_, RecordPlace.EmbeddedFile file) => new KeyFolder($"{file.Path}.keys"),
        _ => throw CommandEnd.WrongUse("Found no --keys, expected the folder of the record's keys: a record on a server has none beside it."),
    };

    /// <summary>Ends a command that would make a record with the keys of another one: one log could not be told from the other.</summary>
    public static void CheckUnused(KeyFolder keys)
    {
        if (new ChainWitness(keys.Witness).IsBegun) throw CommandEnd.Refused($"{keys.Path}: found the keys of another record, expected a folder of its own for those of a new one; nothing was made.");
    }

    public static Purpose PurposeOf(ParseResult parsed)
    {
        var parts = parsed.GetValue(Purpose)!.Split(':', 2);
        if (!Enum.TryParse<PurposeKind>(parts[0], ignoreCase: true, out var kind) || !Enum.IsDefined(kind) || char.IsAsciiDigit(parts[0][0]))
            throw CommandEnd.WrongUse($"--purpose: found another word, expected one of {string.Join(", ", Enum.GetNames<PurposeKind>())}.");
        if (parts.Length == 1) return Credence.Record.Access.Purpose.Of(kind);
        return Credence.Record.Access.Purpose.TryOf(kind, parts[1], out var purpose)
            ? purpose
            : throw CommandEnd.WrongUse("--purpose: found no number behind the colon, expected one such as IRB-2031-14: what is said there stays in the log.");
    }
}
