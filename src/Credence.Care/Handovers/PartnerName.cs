using Credence.Care.Storage;
using Credence.Record.Access;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Handovers;

/// <summary>What persons and advocates read where a partner is meant: its name as people know it. Whoever runs the provider's system gives it; a partner's card cannot.</summary>
public sealed class PartnerName : IOwned
{
    public required OrganizationId Organization { get; init; }

    /// <summary>The short name of the partner.</summary>
    public required string Partner { get; init; }

    public required string Called { get; set; }

    public override string ToString() => $"PartnerName({Partner})";

    internal static void Configure(ModelBuilder model) => model.Entity<PartnerName>(table =>
    {
        table.ToTable("partner_names");
        table.HasKey(row => new { row.Organization, row.Partner });
    });
}

/// <summary>Names of organizations by their short names, as a page shows them.</summary>
internal sealed class PartnerNames
{
    private readonly Dictionary<string, string> _names;

    private PartnerNames(Dictionary<string, string> names) => _names = names;

    /// <summary>Those of the other providers of this record, and those that were given to partners.</summary>
    internal static async Task<PartnerNames> Of(CareContext rows, CancellationToken cancellation)
    {
        var names = await rows.Organizations.AsNoTracking().Where(row => row.ShortName != null).ToDictionaryAsync(row => row.ShortName!, row => row.Name, cancellation);
        foreach (var row in await rows.PartnerNames.AsNoTracking().ToListAsync(cancellation)) names[row.Partner] = row.Called;
        return new PartnerNames(names);
    }

    /// <summary>The name, or the short name where there is none.</summary>
    internal string Of(Credence.Consents.OrganizationId partner) => _names.GetValueOrDefault(partner.Value, partner.Value);
}
