using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Keys;
using Credence.Record.Retention;
using Credence.Record.Storage;
using Credence.Screening;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests;

/// <summary>Invented incidents in a record, sealed as the record seals them.</summary>
internal static class Stories
{
    public const string Findings = "he kept the passport";

    /// <summary>Adds so many incidents of Riverton, each with one row of a source.</summary>
    public static async Task<List<IncidentId>> Add(RecordStore<PoliceContext> record, int count, string numbers = "2031")
    {
        var ids = Enumerable.Range(0, count).Select(_ => new IncidentId(Guid.CreateVersion7())).ToList();
        using var keys = await record.Vault.Make([.. ids.Select(id => id.Value)], default);
        await using var act = await record.Begin(Cast.At(Cast.Riverton, PoliceRole.Analyst), default);
        var packs = await act.Rows.PackSets.FirstOrDefaultAsync() ?? act.Rows.PackSets.Add(new PackSet { Packs = "invented@1.0.0" }).Entity;
        await act.Rows.SaveRows(default);
        var incidents = ids.Select((id, at) => new RecordedIncident
        {
            Id = id, Organization = Cast.Riverton, Number = $"{numbers}-{at:000000}", Agency = "", Date = at % 2 == 0 ? new DateOnly(2031, 2, 3) : null, Offenses = "90J",
            Level = Level.StrongIndication, Type = ExploitationType.Labor, Minor = MinorStatus.Unknown, Score = at + 0.1, IsMissed = true,
            IsRecordedAsTrafficking = false, PackSet = packs.Id, Findings = keys[id.Value]!.Seal(System.Text.Encoding.UTF8.GetBytes(Findings), IncidentPlaces.Findings(id)),
            SourceRows = 1, LastImport = 1, ReceivedAt = record.Clock.GetUtcNow(), ChangedAt = record.Clock.GetUtcNow(),
        }).ToList();
        act.Rows.AddRange(incidents);
        await act.Rows.SaveRows(default);
        act.Note(new EventDraft(new EventKind("incident.imported"), count: count));
        await act.Save(default);
        return ids;
    }

    /// <summary>What the findings of an incident say, or null if they do not open.</summary>
    public static async Task<string?> Read(RecordStore<PoliceContext> record, IncidentId id)
    {
        await using var rows = record.Enter(Scope.Steward);
        var incident = await rows.Everything<RecordedIncident>().AsNoTracking().SingleAsync(row => row.Id == id);
        using var key = await record.Vault.Find(id.Value, default);
        return key?.TryOpen(incident.Findings, IncidentPlaces.Findings(id)) is { } plain ? System.Text.Encoding.UTF8.GetString(plain) : null;
    }

    /// <summary>Erases one, as an approved proposal would.</summary>
    public static async Task Erase(RecordStore<PoliceContext> record, PoliceAccess access, IncidentId id)
    {
        await using var rows = record.Enter(Scope.Steward);
        var owner = (await record.Content.Find(rows, id.Value, default))!.Value;
        Assert.Empty(await Erasures.Erase(record, access, [(owner, "invented@1/rule")], default));
        Assert.Equal(1, await Erasures.Finish(record, default));
    }

    public static async Task<ContentState> State(RecordStore<PoliceContext> record, IncidentId id)
    {
        await using var rows = record.Enter(Scope.Steward);
        return await rows.Everything<RecordedIncident>().Where(row => row.Id == id).Select(row => row.Content).SingleAsync();
    }

    public static async Task<List<string>> Kinds(RecordStore<PoliceContext> record)
    {
        await using var rows = record.Enter(Scope.Steward);
        return await rows.Everything<RecordedEvent>().OrderBy(row => row.Sequence).Select(row => row.Kind).ToListAsync();
    }

    /// <summary>Past the program, as somebody with the file or the server's password would.</summary>
    public static async Task Tamper(RecordPlace place, string sql)
    {
        await using var connection = Dialect.Of(place).Connect(place);
        await connection.OpenAsync();
        if (place is RecordPlace.Server) await connection.Run("SELECT set_config('credence.steward', 'on', false)", default);
        await connection.Run(sql, default);
    }
}
