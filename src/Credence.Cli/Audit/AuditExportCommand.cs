using System.CommandLine;
using System.Globalization;
using Credence.Cli.Record;
using Credence.Record.Events;

namespace Credence.Cli.Audit;

/// <summary><c>credence audit export FILE</c>: events as one JSON object a line.</summary>
internal static class AuditExportCommand
{
    private const string About =
        """
        Writes the events of the auditor's organization into a file, one JSON object a line, the purpose first

        The export is an event itself. The file can be checked anywhere with credence audit verify FILE. It holds ids, codes and
        times, never what anybody wrote; it still tells who worked on which incident when, so it is kept like the record.
        """;

    private static readonly Argument<string> To = new("FILE") { Description = "The file; one that is there is never overwritten" };

    private static readonly Option<string?> From = new("--from") { Description = "Events from this day on (UTC)", HelpName = "YYYY-MM-DD" };

    private static readonly Option<string?> Until = new("--until") { Description = "Events up to this day, which is included (UTC)", HelpName = "YYYY-MM-DD" };

    private static readonly Option<Guid?> Subject = new("--subject") { Description = "Events about this incident, person or account", HelpName = "ID" };

    private static readonly Option<string?> Act = new("--act") { Description = "Events of this kind, such as incident.opened", HelpName = "KIND" };

    public static Command Create() => RecordCommand.Of("export", About, Run, To, RecordOptions.As, RecordOptions.Purpose, From, Until, Subject, Act);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var selection = new EventSelection(Day(parsed, From), Day(parsed, Until)?.AddDays(1), parsed.GetValue(Subject), Kind(parsed));
        var record = await OpenRecord.Ready(parsed, cancellation);
        var access = await record.Auditor(parsed, cancellation);
        var count = await EventExport.Write(record.Steward, access, selection, parsed.GetValue(To)!, cancellation);
        return new RecordAnswer().Add("File", parsed.GetValue(To)).Add("Events", count).Say(parsed);
    }

    private static DateTimeOffset? Day(ParseResult parsed, Option<string?> option)
    {
        if (parsed.GetValue(option) is not { } text) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero)
            : throw CommandEnd.WrongUse($"{option.Name}: found no day, expected one such as 2031-06-30.");
    }

    private static string? Kind(ParseResult parsed)
    {
        try
        {
            return parsed.GetValue(Act) is { } word ? new EventKind(word).Word : null;
        }
        catch (ArgumentException)
        {
            throw CommandEnd.WrongUse("--act: found no kind of event, expected one such as incident.opened.");
        }
    }
}
