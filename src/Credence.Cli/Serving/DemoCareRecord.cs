using Credence.Care.Access;
using Credence.Care.Directories;
using Credence.Care.Persons;
using Credence.Care.Storage;
using Credence.Cli.Screening;
using Credence.Packs;
using Credence.Record.Access;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Credence.Referrals;

namespace Credence.Cli.Serving;

/// <summary>An invented service record to try the pages on: a provider with an account for every role, a directory of its town, and one invented file to practice on.</summary>
internal static class DemoCareRecord
{
    public const string Folder = "credence-demo-care";

    public const string Provider = "Harbor House (invented)";

    private static readonly IReadOnlyList<(string Role, string Handle)> Accounts =
    [
        (nameof(CareRole.Administrator), "admin-2"), (nameof(CareRole.ProviderLead), "lead-1"), (nameof(CareRole.Advocate), "adv-2"), (nameof(CareRole.ProviderWorker), "worker-1"),
    ];

    /// <summary>Opens it; makes it first where that is needed.</summary>
    public static async Task<RecordStore<CareContext>> Open(PackLibrary packs, CancellationToken cancellation)
    {
        DemoFolder.Take(Folder, "credence serve --demo");
        var place = Path.Combine(Folder, "care.db");
        var record = await CareRecord.Open(new RecordPlace.EmbeddedFile(place), new KeyFolder($"{place}.keys"), TimeProvider.System, cancellation);
        await Founding.Of(record, OrganizationKind.ServiceProvider, Provider, null, Accounts, cancellation);
        await Fill(record, packs, cancellation);
        await Begin(record, cancellation);
        return record;
    }

    // One file, and none again where there is or was one.
    private static async Task Begin(RecordStore<CareContext> record, CancellationToken cancellation)
    {
        var account = await Steward.Of(record).FindAccount("adv-2", cancellation);
        if (account is null || await new CareDoor(record).Enter(account.Id, Purpose.Of(PurposeKind.Help), cancellation) is not { } access) return;
        var desk = new PersonDesk(record);
        foreach (var closed in (bool[])[false, true])
            if ((await desk.Caseload(access, closed, 0, 1, cancellation)).Count > 0) return;
        await desk.TakeIn(access, Practice, cancellation);
    }

    private static FaceSheet Practice => new()
    {
        CalledName = "Marisol (invented)", Language = "es", IsUnder18 = false, Safety = "Not at night: somebody else hears the telephone (invented).",
        Contacts = [new SafeContact(ContactWay.Text, "555-0142", "mornings", false, false)],
        Needs = [new NeededHelp(Need.Shelter, Urgency.Now), new NeededHelp(Need.Legal, Urgency.Soon)], InOwnWords = "A room with a door that locks (invented).",
    };

    // Once: a day that is counted anew at every start would outrun what those who practice say of a service.
    private static async Task Fill(RecordStore<CareContext> record, PackLibrary packs, CancellationToken cancellation)
    {
        var account = await Steward.Of(record).FindAccount("lead-1", cancellation);
        if (account is null || await new CareDoor(record).Enter(account.Id, Purpose.Of(PurposeKind.Maintenance), cancellation) is not { } access) return;
        using var shelf = new DirectoryShelf(packs);
        var desk = new DirectoryDesk(record, shelf);
        if ((await desk.Search(access, "", 0, 1, cancellation)).Count > 0) return;
        await desk.Import(access, "riverton-demo", DemoDirectory.On(DateOnly.FromDateTime(record.Clock.GetUtcNow().UtcDateTime)), cancellation);
    }
}
