using Credence.Police.Access;
using Credence.Record.Access;
using Credence.Record.Storage;
using Credence.Record.Tests.Walk;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Web;

/// <summary>A record in which every desk has something to find, with its pages.</summary>
public sealed class FilledSite : IAsyncLifetime
{
    private readonly Dictionary<OrganizationId, IReadOnlyList<Visitor>> _signedIn = [];
    private Workplace? _workplace;
    private PoliceWorld? _world;
    private PoliceWeb? _web;

    internal PoliceWorld World => _world!;

    internal PoliceWeb Web => _web!;

    public async ValueTask InitializeAsync()
    {
        _workplace = await Workplace.Make(DatabaseKind.Sqlite);
        _world = await PoliceWorld.Make(_workplace);
        _web = await PoliceWeb.Start(World.Record);
    }

    /// <summary>Somebody in every role, signed in.</summary>
    internal async Task<IReadOnlyList<Visitor>> Everybody(OrganizationId agency)
    {
        if (_signedIn.TryGetValue(agency, out var known)) return known;
        var visitors = new List<Visitor>();
        foreach (var role in Enum.GetValues<PoliceRole>())
            visitors.Add(await Web.Visitor().Enters(Cast.At(agency, role).Account, role is PoliceRole.Auditor ? PurposeKind.Audit : PurposeKind.Casework));
        return _signedIn[agency] = visitors;
    }

    /// <summary>One id of every table that has any of this agency.</summary>
    public async Task<IReadOnlyList<Guid>> Ids(OrganizationId agency)
    {
        await using var rows = World.Record.Enter(Scope.Steward);
        var ids = new List<Guid>();
        foreach (var (table, columns) in Tables(rows))
            foreach (var column in columns)
                await Read(rows, $"SELECT \"{column}\" FROM \"{table}\" WHERE \"Organization\" = '{agency.Value.ToString().ToUpperInvariant()}' ORDER BY \"{column}\" LIMIT 2", value =>
                {
                    if (Guid.TryParse(value as string, out var id) && id != agency.Value && id != Guid.Empty) ids.Add(id);
                });
        Assert.True(ids.Distinct().Count() > 10, $"Only {ids.Count} ids were found.");
        return [.. ids.Distinct()];
    }

    /// <summary>The numbers that imports have.</summary>
    public async Task<IReadOnlyList<long>> Numbers()
    {
        await using var rows = World.Record.Enter(Scope.Steward);
        return [.. (await rows.Everything<Credence.Police.Incidents.ImportRun>().Select(run => run.Id).ToListAsync()).Where(number => number < 9)];
    }

    /// <summary>Every row of an agency, as text.</summary>
    public async Task<IReadOnlyList<string>> RowsOf(OrganizationId agency) =>
        [.. (await World.Everything()).Where(row => row.Contains(agency.Value.ToString(), StringComparison.OrdinalIgnoreCase) && !row.StartsWith("sign_ins", StringComparison.Ordinal))];

    public async ValueTask DisposeAsync()
    {
        await Web.DisposeAsync();
        await _workplace!.DisposeAsync();
    }

    // Keys that are ids, and ids of cases that other tables name.
    private static IEnumerable<(string Table, IEnumerable<string> Columns)> Tables(DbContext rows) =>
        from type in rows.Model.GetEntityTypes()
        where typeof(IOwned).IsAssignableFrom(type.ClrType)
        select (type.GetTableName()!, from property in type.GetProperties()
                                      where (property.GetValueConverter()?.ProviderClrType ?? property.ClrType) == typeof(Guid) && property.Name != "Organization"
                                      select property.GetColumnName());

    private static async Task Read(DbContext rows, string text, Action<object> take)
    {
        await rows.Database.OpenConnectionAsync();
        await using var select = rows.Database.GetDbConnection().Command(text);
        await using var reader = await select.ExecuteReaderAsync();
        while (await reader.ReadAsync()) take(reader.GetValue(0));
    }
}
