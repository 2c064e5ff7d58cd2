using Credence.Care.Access;
using Credence.Care.Storage;
using Credence.Consents;
using Credence.Record.Events;
using Credence.Record.Handovers;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Consents;

/// <summary>
/// A person's consents as they stand: opened from what is sealed, and then held against the log. A withdrawal that the log
/// tells of stays one, whatever row somebody puts back.
/// </summary>
internal sealed class ConsentBook(RecordStore<CareContext> record)
{
    internal const string Withdrawn = "consent.withdrawn";
    internal const string Suspected = "consent.signer-suspected";

    internal async Task<IReadOnlyList<Consent>> Of(CareContext rows, PersonId person, CancellationToken cancellation)
    {
        var held = await rows.Consents.AsNoTracking().Where(row => row.Person == person)
            .OrderBy(row => row.Begins).ThenBy(row => row.Id).ToListAsync(cancellation);
        var told = await Told(rows, person, cancellation);
        var names = await ShortNames.ByFormer(rows, cancellation);
        using var keys = await record.Vault.Find([.. held.Select(row => row.Key)], cancellation);
        return [.. held.Select(row => Open(row, told, names, keys[row.Key])).OfType<Consent>()];
    }

    /// <summary>Whether the person lets the organization of these rows tell this, now.</summary>
    internal async Task<Permission> MayTell(
        CareContext rows, PersonId person, Credence.Consents.OrganizationId to, Direction direction, Purpose purpose, IReadOnlyCollection<InformationKind> kinds, CancellationToken cancellation)
    {
        var own = await ShortNames.Of(rows, rows.Organization, cancellation);
        return Consent.AnyPermits(await Of(rows, person, cancellation), new Disclosure(person.Lasting(), own, to, direction, purpose, kinds), record.Clock.GetUtcNow());
    }

    internal async Task<Consent?> Open(CareContext rows, RecordedConsent row, CancellationToken cancellation)
    {
        using var key = await record.Vault.Find(row.Key, cancellation);
        return Open(row, await Told(rows, row.Person, cancellation), await ShortNames.ByFormer(rows, cancellation), key);
    }

    /// <summary>The detail of an event that tells of this consent; one by which something was told has the kinds behind it.</summary>
    internal static string Detail(ConsentId id) => id.Value.ToString("N");

    internal static string Detail(ConsentId id, IEnumerable<InformationKind> kinds) =>
        $"{Detail(id)}/{string.Join(',', kinds.Distinct().Order().Select(kind => EnumWord.Of(kind)))}";

    /// <summary>Whether anything was told by this consent, other than by events of some kinds.</summary>
    internal static Task<bool> WasUsed(CareContext rows, PersonId person, ConsentId id, IReadOnlyList<string> butBy, CancellationToken cancellation)
    {
        var used = Detail(id) + "/";
        return rows.Events.AnyAsync(
            row => row.Subject == person.Value && row.Detail.StartsWith(used) && !row.Kind.StartsWith("consent.") && !butBy.Contains(row.Kind), cancellation);
    }

    private static Task<List<RecordedEvent>> Told(CareContext rows, PersonId person, CancellationToken cancellation) => rows.Events.AsNoTracking()
        .Where(row => row.Subject == person.Value && (row.Kind == Withdrawn || row.Kind == Suspected))
        .OrderBy(row => row.Sequence).ToListAsync(cancellation);

    private static Consent? Open(RecordedConsent row, List<RecordedEvent> told, IReadOnlyDictionary<string, string> names, ContentKey? key)
    {
        if (key.TryOpen(row.Content, CareJson.Default.Consent, row.Place) is not { } signed) return null;
        // One that was signed before an organization got its short name names it by its id.
        var consent = signed with { From = Named(signed.From), To = signed.To with { Organization = Named(signed.To.Organization) } };
        if (consent.Id != row.Id || consent.About.Value != row.Person.Value || consent.From != Named(new(row.Organization.Value.ToString()))) return null;
        if (row.WithdrawnAt is { } at) consent = consent.Withdraw(at);
        return told.Aggregate(consent, After);

        Credence.Consents.OrganizationId Named(Credence.Consents.OrganizationId id) => names.TryGetValue(id.Value, out var name) ? new(name) : id;
    }

    private static Consent After(Consent consent, RecordedEvent told)
    {
        var parts = told.Detail.Split('/');
        if (parts[0] != Detail(consent.Id)) return consent;
        return told.Kind == Withdrawn ? consent.Withdraw(DateTimeOffset.UnixEpoch.AddMicroseconds(told.At))
            : parts.Length == 2 && EnumWord.Find<Signer>(parts[1]) is { } signer ? consent.Suspecting(signer)
            : consent;
    }
}
