using System.Security.Cryptography;
using System.Text;
using Credence.Incidents;
using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Incidents;

/// <summary>Files of invented incidents, and what became of them in a record.</summary>
internal static class Imports
{
    public const string Header = "incident_id,ori,offense,victim_age,victim_sex,narrative\n";

    public static PoliceAccess Analyst => Cast.At(Cast.Riverton, PoliceRole.Analyst, PurposeKind.Review);

    public static ImportScreening Screening { get; } =
        new(Credence.Testing.Cast.Screener.Screen, Credence.Testing.Cast.Screener.Packs, OffenseLookup.From(Credence.Testing.Cast.Packs), 2);

    public static string Row(string number, string narrative, string offense = "90J", string ori = "ZZ0310000", string victims = "34") =>
        $"{number},{ori},{offense},{victims},{(victims.Length > 0 ? "F" : "")},\"{narrative}\"\n";

    public static ImportFile File(string text, string name = "reports.csv") => new(
        name, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), () => Open(new MemoryStream(Encoding.UTF8.GetBytes(text))));

    public static IncidentSource Open(Stream stream) => IncidentSource.TryOpen(stream, ColumnMap.Empty, out var source, out var problem)
        ? source
        : throw new InvalidDataException(problem.ToString());

    public static async Task<ImportRun> Import(this RecordStore<PoliceContext> record, string text, PoliceAccess? access = null) =>
        Assert.IsType<ImportOutcome.Done>(await new ImportDesk(record).Import(access ?? Analyst, File(text), Screening, null, default)).Run;

    /// <summary>What an incident says now, row by row; its key opens each.</summary>
    public static async Task<List<IncidentContent>> ContentOf(this RecordStore<PoliceContext> record, string number, bool withHistory = false)
    {
        await using var rows = record.Enter(Analyst);
        var incident = await rows.Incidents.SingleAsync(row => row.Number == number);
        var parts = await rows.SourceRows.Where(row => row.Incident == incident.Row && (withHistory || row.EndedBy == null)).OrderBy(row => row.Id).ToListAsync();
        using var key = await record.Vault.Find(incident.Id.Value, default);
        return parts.ConvertAll(part => key!.Open(incident.Id, part)!);
    }

    public static async Task<RecordedIncident> IncidentOf(this RecordStore<PoliceContext> record, string number)
    {
        await using var rows = record.Enter(Analyst);
        return await rows.Incidents.AsNoTracking().SingleAsync(row => row.Number == number);
    }

    public static async Task<List<string>> EventsOf(this RecordStore<PoliceContext> record, IncidentId incident)
    {
        await using var rows = record.Enter(Analyst);
        return await rows.Events.Where(row => row.Subject == incident.Value).OrderBy(row => row.Sequence).Select(row => row.Kind).ToListAsync();
    }

    public static async Task<List<ImportProblem>> ProblemsOf(this RecordStore<PoliceContext> record)
    {
        await using var rows = record.Enter(Analyst);
        return await rows.ImportProblems.AsNoTracking().OrderBy(row => row.Id).ToListAsync();
    }
}
