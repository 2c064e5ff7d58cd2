using System.Globalization;
using Credence.Cli.Screening;
using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Storage;

namespace Credence.Cli.Incidents;

/// <summary>Imports one file after the other and says of each how it ended.</summary>
internal sealed class ImportRuns(RecordStore<PoliceContext> record, PoliceAccess access, ImportScreening screening, bool again)
{
    private readonly ImportDesk _desk = new(record);
    private long _firstRun;

    /// <summary>Imports them; returns the exit code.</summary>
    public async Task<int> Import(ImportSources sources, ImportReport report, CancellationToken stop)
    {
        try
        {
            foreach (var file in sources.Files)
            {
                var outcome = await Import(file with { Again = again, FirstRun = _firstRun }, stop);
                await report.Add(file, outcome, (run, skip, most) => _desk.Problems(access, run, skip, most, default));
                if (Refusal(file, outcome) is { } end) throw end;
            }

            report.Add(sources.Unused);
        }
        finally
        {
            report.End();
            record.Witness();
        }

        return report.Problems > 0 ? ExitCode.DoneWithProblems : ExitCode.Done;
    }

    private async Task<ImportOutcome> Import(ImportFile file, CancellationToken stop)
    {
        var progress = Progress.To(Console.Error);
        try
        {
            return await _desk.Import(access, file, screening, run =>
            {
                if (_firstRun == 0) _firstRun = run.Id;
                progress.Report(0, null, run.Rows);
            }, stop);
        }
        catch (IOException e)
        {
            throw CommandEnd.Failed($"Found no way to read or write: {e.Message} What was imported is kept; the same command goes on.");
        }
        finally
        {
            progress.Clear();
        }
    }

    private static CommandEnd? Refusal(ImportFile file, ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Stopped stopped => new CommandEnd(ExitCode.Interrupted, string.Create(
            CultureInfo.InvariantCulture, $"{file.Name}: interrupted after {stopped.Run.Rows:N0} rows, which are in the record; the same command goes on from there.")),
        ImportOutcome.Busy => CommandEnd.Refused("Found another import into this record under way, expected one at a time; nothing was imported."),
        ImportOutcome.Shorter shorter => CommandEnd.Refused($"{file.Name}: found fewer rows than were imported from it before ({shorter.Run.Rows}), expected the same file."),
        ImportOutcome.NotAllowed => CommandEnd.Refused("This account brings no files into the record."),
        _ => null,
    };
}
