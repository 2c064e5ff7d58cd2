using System.Text;
using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Credence.Screening;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests;

/// <summary>Two invented agencies and their people, as every test of the record knows them.</summary>
internal static class Cast
{
    public static readonly OrganizationId Riverton = new(new Guid("11111111-0000-0000-0000-000000000001"));
    public static readonly OrganizationId Lakeside = new(new Guid("11111111-0000-0000-0000-000000000002"));

    public static PoliceAccess At(OrganizationId agency, PoliceRole role, PurposeKind purpose = PurposeKind.Casework) =>
        new(new AccountId(new Guid($"22222222-0000-0000-000{(agency == Riverton ? 1 : 2)}-00000000000{(int)role}")), agency, role, Purpose.Of(purpose));

    public static PoliceAccess Investigator => At(Riverton, PoliceRole.Investigator);

    public static PoliceAccess Supervisor => At(Riverton, PoliceRole.Supervisor);

    /// <summary>A new police record with both agencies and an account for every role.</summary>
    public static async Task<RecordStore<PoliceContext>> NewPoliceRecord(Workplace workplace, TimeProvider? clock = null)
    {
        var record = await OpenPoliceRecord(workplace, clock);
        foreach (var agency in (OrganizationId[])[Riverton, Lakeside])
        {
            await using var act = await record.Begin(At(agency, PoliceRole.Administrator, PurposeKind.Maintenance), default);
            act.Rows.Organizations.Add(new Organization { Id = agency, Kind = OrganizationKind.PoliceAgency, Name = agency == Riverton ? "Riverton" : "Lakeside" });
            foreach (var role in Enum.GetValues<PoliceRole>())
                act.Rows.Accounts.Add(new Account { Id = At(agency, role).Account, Organization = agency, Handle = $"{role}-1", Role = role.ToString() });
            act.Note(new EventDraft(new EventKind("organization.opened"), agency.Value));
            await act.Save(default);
        }

        return record;
    }

    public static Task<RecordStore<PoliceContext>> OpenPoliceRecord(Workplace workplace, TimeProvider? clock = null) =>
        PoliceRecord.Open(workplace.Place, Keys(workplace), clock ?? TimeProvider.System, default);

    public static Task<RecordStore<PoliceContext>> OpenPoliceRecord(Workplace workplace, KeyFolder keys, TimeProvider? clock = null) =>
        PoliceRecord.Open(workplace.Place, keys, clock ?? TimeProvider.System, default);

    /// <summary>An invented incident, as if an import had brought it; its findings say <paramref name="findings"/>.</summary>
    public static async Task<IncidentId> AddIncident(
        RecordStore<PoliceContext> record, OrganizationId agency, string number, Level level = Level.StrongIndication, double score = 1, bool isMissed = true,
        string findings = "{}", string by = "XX0000000")
    {
        var analyst = At(agency, PoliceRole.Analyst, PurposeKind.Review);
        var id = new IncidentId(Guid.CreateVersion7());
        using var keys = await record.Vault.Make([id.Value], default);
        await using var act = await record.Begin(analyst, default);
        var packs = await act.Rows.PackSets.FirstOrDefaultAsync() ?? act.Rows.PackSets.Add(new PackSet { Packs = "indicators-en@1.0.0" }).Entity;
        await act.Rows.SaveRows(default);
        act.Rows.Incidents.Add(new RecordedIncident
        {
            Id = id, Organization = agency, Number = number, Agency = by, Level = level, Type = ExploitationType.Labor,
            Minor = MinorStatus.Unknown, Score = score, IsMissed = isMissed, IsRecordedAsTrafficking = false, PackSet = packs.Id,
            Findings = keys[id.Value]!.Seal(Encoding.UTF8.GetBytes(findings), new SealedPlace("incidents.findings", id.Value)),
            SourceRows = 1, LastImport = 0, ReceivedAt = DateTimeOffset.UnixEpoch, ChangedAt = DateTimeOffset.UnixEpoch,
        });
        act.Note(new EventDraft(new EventKind("incident.imported"), id.Value));
        await act.Save(default);
        return id;
    }

    public static KeyFolder Keys(Workplace workplace) => new(workplace.File("keys"));
}
