using System.Net;
using System.Security.Cryptography;
using System.Text;
using Credence.Incidents;
using Credence.Packs;
using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Police.Web;
using Credence.Record.Access;
using Credence.Record.Handovers;
using Credence.Record.Keys;
using Credence.Record.SignIns;
using Credence.Record.Storage;
using Credence.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;

namespace Credence.Browser.Tests.Police;

/// <summary>The pages of an invented police record, on a port of this machine; everything is removed when it is done.</summary>
internal sealed class PoliceSite : IPagesSite, IAsyncDisposable
{
    public const string Taken = "The victim said her boss keeps her passport and she is not allowed to leave. <script>alert('stored')</script> (invented)";

    private static readonly (string Role, string Handle)[] Team =
    [
        (nameof(PoliceRole.Administrator), "admin-1"), (nameof(PoliceRole.Administrator), "admin-2"), (nameof(PoliceRole.Supervisor), "sup-1"), (nameof(PoliceRole.Supervisor), "sup-2"), (nameof(PoliceRole.Advocate), "adv-1"),
        (nameof(PoliceRole.Investigator), "inv-1"), (nameof(PoliceRole.Investigator), "inv-2"), (nameof(PoliceRole.Officer), "off-1"),
        (nameof(PoliceRole.Analyst), "ana-1"), (nameof(PoliceRole.Auditor), "aud-1"),
    ];

    // The packs are compiled once for all hosts of the suite.
    private static readonly Readers Shared = new(Cast.Packs);

    private readonly string _folder;
    private readonly WebApplication _host;
    private readonly List<string> _said;
    private bool _isFilled;

    private PoliceSite(string folder, RecordStore<PoliceContext> record, WebApplication host, Uri address, List<string> said) =>
        (_folder, Record, _host, Address, _said) = (folder, record, host, address, said);

    public RecordStore<PoliceContext> Record { get; }

    public Uri Address { get; }

    /// <summary>The folder of the record's keys.</summary>
    public string Keys => Record.Vault.Folder.Path;

    /// <summary>What the host told whoever runs it.</summary>
    public IReadOnlyList<string> Said => _said;

    public static async Task<PoliceSite> Start(TimeProvider? clock = null, PackLibrary? packs = null)
    {
        var folder = Directory.CreateTempSubdirectory("credence-pages-").FullName;
        var place = Path.Combine(folder, "police.db");
        var record = await PoliceRecord.Open(new RecordPlace.EmbeddedFile(place), new KeyFolder($"{place}.keys"), clock ?? TimeProvider.System, default);
        await Founding.Of(record, OrganizationKind.PoliceAgency, "Riverton", null, Team, default);
        var said = new List<string>();
        var end = new IPEndPoint(IPAddress.Loopback, IPagesSite.FreePort());
        var address = new Uri($"http://localhost:{end.Port}");
        var host = PoliceHost.Build(record, packs is null ? Shared : new Readers(packs), end, address, said.Add);
        await host.StartAsync();
        return new PoliceSite(folder, record, host, address, said);
    }

    /// <summary>The access of an account, as the door gives it.</summary>
    public async Task<PoliceAccess> Access(string handle, PurposeKind purpose = PurposeKind.Casework) =>
        (await new PoliceDoor(Record).Enter((await Steward.Of(Record).FindAccount(handle, default))!.Id, Purpose.Of(purpose), default))!;

    /// <summary>Brings in a few invented incidents, of which the first is missed and says <see cref="Taken"/>.</summary>
    public async Task Import(string more = "")
    {
        var csv = "incident_id,ori,offense,victim_age,victim_sex,date,narrative\n"
            + $"2031-1,ZZ0310000,90J,34,F,2031-02-03,\"{Taken}\"\n"
            + "2031-2,ZZ0310000,23H,50,M,2031-02-04,\"A bicycle was taken from the yard (invented).\"\n"
            + more;
        var bytes = Encoding.UTF8.GetBytes(csv);
        var file = new ImportFile("invented.csv", Convert.ToHexStringLower(SHA256.HashData(bytes)), () => Source(bytes));
        var screening = new ImportScreening(Cast.Screener.Screen, Cast.Screener.Packs, OffenseLookup.From(Cast.Packs), 2);
        Assert.IsType<ImportOutcome.Done>(await new ImportDesk(Record).Import(await Access("ana-1", PurposeKind.Review), file, screening, null, default));
    }

    /// <summary>The same, for tests that share a site.</summary>
    public async Task ImportOnce()
    {
        if (_isFilled) return;
        _isFilled = true;
        await Import();
    }

    /// <summary>Gives the agency a post, and a provider whose card was compared.</summary>
    public async Task Partner()
    {
        if (PostKeys.NamesIn(Record.Vault.Folder).Count > 0) return;
        var keeper = await Access("admin-1", PurposeKind.Maintenance);
        var care = PostKeys.OpenOrCreate(new KeyFolder(Path.Combine(_folder, "harbor.keys")), HostName.Of("harbor-house"), Side.Care, new OrganizationId(Guid.NewGuid()), null);
        var post = Post.Of(Record, PostKeys.OpenOrCreate(Record.Vault.Folder, HostName.Of("riverton-pd"), Side.Police, keeper.Organization, null));
        Assert.Equal(CardAnswer.Added, await post.Partners.Add(keeper, care.Card, care.Card.Fingerprint, default));
    }

    /// <summary>The id of an incident by its number.</summary>
    public async Task<Guid> Incident(string number)
    {
        await using var rows = Record.Enter(await Access("inv-1"));
        return (await rows.Incidents.SingleAsync(row => row.Number == number)).Id.Value;
    }

    /// <summary>A link by which an account sets up its sign-in.</summary>
    public async Task<Uri> Link(string handle) =>
        new(Address, $"/entry/{await new EntryLinks<PoliceContext>(Record).GiveAtHost((await Steward.Of(Record).FindAccount(handle, default))!.Id, default)}");

    /// <summary>The kinds of events so far.</summary>
    public async Task<List<string>> Events()
    {
        await using var rows = Record.Enter(await Access("aud-1", PurposeKind.Audit));
        return await rows.Events.OrderBy(row => row.Sequence).Select(row => row.Kind).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await _host.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static IncidentSource Source(byte[] csv) => IncidentSource.TryOpen(new MemoryStream(csv), ColumnMap.Empty, out var source, out var problem)
        ? source
        : throw new InvalidDataException(problem.ToString());
}
