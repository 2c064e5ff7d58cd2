using System.CommandLine;
using Credence.Care.Access;
using Credence.Care.Storage;
using Credence.Cli.Retention;
using Credence.Incidents;
using Credence.Police.Access;
using Credence.Police.Measures;
using Credence.Police.Search;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Keys;
using Credence.Record.Storage;

namespace Credence.Cli.Record;

/// <summary>A record that a command keeps, of whichever side it is: the place itself says that.</summary>
internal abstract class OpenRecord
{
    public abstract Steward Steward { get; }

    /// <summary>Opens it as it was found.</summary>
    public static Task<OpenRecord> AsFound(ParseResult parsed, CancellationToken cancellation, bool makesKeyStore = false) =>
        AsFound(RecordOptions.PlaceOf(parsed), RecordOptions.KeysOf(parsed), cancellation, makesKeyStore);

    public static async Task<OpenRecord> AsFound(RecordPlace place, KeyFolder keys, CancellationToken cancellation, bool makesKeyStore = false) =>
        await Of(await SideAt(place, cancellation), place, keys, makesKeyStore, cancellation);

    /// <summary>Opens it, and makes sure that it is whole and that the keys are its own.</summary>
    public static async Task<OpenRecord> Ready(ParseResult parsed, CancellationToken cancellation)
    {
        var record = await AsFound(parsed, cancellation);
        await record.Steward.CheckReady(cancellation);
        return record;
    }

    public static async Task<OpenRecord> Of(string side, RecordPlace place, KeyFolder keys, bool makesKeyStore, CancellationToken cancellation) => side switch
    {
        "police" => new OpenPolice(await PoliceRecord.OpenForUpkeep(place, keys, TimeProvider.System, makesKeyStore, cancellation)),
        "care" => new OpenCare(await CareRecord.OpenForUpkeep(place, keys, TimeProvider.System, makesKeyStore, cancellation)),
        _ => throw CommandEnd.WrongUse("Found another side, expected police or care."),
    };

    public static async Task<string> SideAt(RecordPlace place, CancellationToken cancellation)
    {
        var tables = await RecordStore.Tables(place, cancellation);
        return ((RecordContent[])[PoliceContent.OfTheRecord, CareContent.OfTheRecord]).FirstOrDefault(content => tables.Contains(content.OwnTable))?.Side
            ?? throw CommandEnd.Failed(tables.Count == 0
                ? $"{place}: found no record, expected one; credence db init makes one."
                : $"{place}: found tables that are no record of Credence, expected one.");
    }

    /// <summary>The access of the account named by --as, if its role keeps the store.</summary>
    public async Task<RecordAccess> Keeper(ParseResult parsed, CancellationToken cancellation) =>
        await Enter(await Account(parsed, cancellation), Purpose.Of(PurposeKind.Maintenance), cancellation) is { } access && MayKeepStore(access.RoleName)
            ? access
            : throw CommandEnd.Refused("--as: found no open account of this name that keeps the store, expected one with the role Administrator.");

    /// <summary>The access of the account named by --as, if its role reads events.</summary>
    public async Task<RecordAccess> Auditor(ParseResult parsed, CancellationToken cancellation) =>
        await Enter(await Account(parsed, cancellation), RecordOptions.PurposeOf(parsed), cancellation) is { } access && MayReadEvents(access.RoleName)
            ? access
            : throw CommandEnd.Refused("--as: found no open account of this name that reads the log, expected one with the role Auditor (police) or ProviderLead (care).");

    /// <summary>The roles of a side; ends the command if there is no such side.</summary>
    public static IReadOnlyList<string> RolesOf(string side) => side switch
    {
        "police" => Enum.GetNames<PoliceRole>(),
        "care" => Enum.GetNames<CareRole>(),
        _ => throw CommandEnd.WrongUse("Found another side, expected police or care."),
    };

    /// <summary>The roles of a side that confirm what another account proposes about accounts.</summary>
    public static string Confirming(string side) => string.Join(" or ", RolesOf(side).Where(role => MayConfirm(side, role)));

    public static bool MayConfirm(string side, string role) => side == "police"
        ? Enum.TryParse<PoliceRole>(role, out var police) && (police.May(PoliceAct.ManageAccounts) || police.May(PoliceAct.Approve))
        : Enum.TryParse<CareRole>(role, out var care) && (care.May(CareAct.ManageAccounts) || care.May(CareAct.Approve));

    public abstract bool MayKeepStore(string role);

    /// <summary>Makes the index of words anew, which no backup holds; how many incidents it has, or null if this side has none.</summary>
    public virtual Task<long?> RebuildIndex(RecordAccess keeper, CancellationToken cancellation) => Task.FromResult<long?>(null);

    /// <summary>Counts in what came before measures were kept; null on a record that keeps none.</summary>
    public virtual Task<long?> FillMeasures(RecordAccess keeper, CancellationToken cancellation) => Task.FromResult<long?>(null);

    /// <summary>Founds its first organization; null if the roles are not all of this side, false if there is an organization already.</summary>
    public abstract Task<bool?> Found(string organization, string? ori, IReadOnlyList<(string Role, string Handle)> accounts, CancellationToken cancellation);

    /// <summary>The retention of this record for the account named by --as, brought to its tables and with what was begun finished.</summary>
    public async Task<RetentionWork> Retention(ParseResult parsed, CancellationToken cancellation)
    {
        await Prepare(cancellation);
        return await Enter(await Account(parsed, cancellation), RecordOptions.PurposeOf(parsed), cancellation) is { } access
            ? RetentionOf(access)
            : throw CommandEnd.Refused("--as: found no open account of this name, expected one.");
    }

    protected abstract Task Prepare(CancellationToken cancellation);

    protected abstract RetentionWork RetentionOf(RecordAccess access);

    protected abstract bool MayReadEvents(string role);

    protected abstract Task<RecordAccess?> Enter(AccountId account, Purpose purpose, CancellationToken cancellation);

    private async Task<AccountId> Account(ParseResult parsed, CancellationToken cancellation) =>
        await Steward.FindAccount(parsed.GetValue(RecordOptions.As)!, cancellation) is { } account
            ? account.Id
            : throw CommandEnd.Refused("--as: found no open account of this handle, or more than one, expected one; an account's id serves too.");

    private sealed class OpenPolice(RecordStore<PoliceContext> record) : OpenRecord
    {
        public override Steward Steward { get; } = Steward.Of(record);

        public override Task<long?> RebuildIndex(RecordAccess keeper, CancellationToken cancellation) =>
            new SearchRebuild(record).Rebuild((PoliceAccess)keeper, cancellation);

        public override Task<long?> FillMeasures(RecordAccess keeper, CancellationToken cancellation) =>
            new FacetFill(record, OffenseLookup.Shipped).Fill((PoliceAccess)keeper, cancellation);

        public override bool MayKeepStore(string role) => Enum.TryParse<PoliceRole>(role, out var known) && known.May(PoliceAct.KeepStore);

        public override async Task<bool?> Found(string organization, string? ori, IReadOnlyList<(string Role, string Handle)> accounts, CancellationToken cancellation) =>
            accounts.All(account => Enum.TryParse<PoliceRole>(account.Role, out _))
                ? await Founding.Of(record, OrganizationKind.PoliceAgency, organization, ori, accounts, cancellation)
                : null;

        protected override Task Prepare(CancellationToken cancellation) => RecordStore.Prepare(record, cancellation);

        protected override RetentionWork RetentionOf(RecordAccess access) => RetentionWork.Of(record, (PoliceAccess)access);

        protected override bool MayReadEvents(string role) => Enum.TryParse<PoliceRole>(role, out var known) && known.May(PoliceAct.ReadEvents);

        protected override async Task<RecordAccess?> Enter(AccountId account, Purpose purpose, CancellationToken cancellation) =>
            await new PoliceDoor(record).Enter(account, purpose, cancellation);
    }

    private sealed class OpenCare(RecordStore<CareContext> record) : OpenRecord
    {
        public override Steward Steward { get; } = Steward.Of(record);

        public override bool MayKeepStore(string role) => Enum.TryParse<CareRole>(role, out var known) && known.May(CareAct.KeepStore);

        public override async Task<bool?> Found(string organization, string? ori, IReadOnlyList<(string Role, string Handle)> accounts, CancellationToken cancellation) =>
            accounts.All(account => Enum.TryParse<CareRole>(account.Role, out _))
                ? await Founding.Of(record, OrganizationKind.ServiceProvider, organization, ori, accounts, cancellation)
                : null;

        protected override Task Prepare(CancellationToken cancellation) => RecordStore.Prepare(record, cancellation);

        protected override RetentionWork RetentionOf(RecordAccess access) => RetentionWork.Of(record, (CareAccess)access);

        protected override bool MayReadEvents(string role) => Enum.TryParse<CareRole>(role, out var known) && known.May(CareAct.ReadEvents);

        protected override async Task<RecordAccess?> Enter(AccountId account, Purpose purpose, CancellationToken cancellation) =>
            await new CareDoor(record).Enter(account, purpose, cancellation);
    }
}
