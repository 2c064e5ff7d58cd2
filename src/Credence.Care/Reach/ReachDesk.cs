using System.Text.RegularExpressions;
using Credence.Care.Access;
using Credence.Care.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Reach;

/// <summary>Where an administrator writes down how the provider is reached. No number is built in: it would be wrong somewhere, or some day.</summary>
public sealed partial class ReachDesk(RecordStore<CareContext> record)
{
    private const int LongestHours = 100;

    /// <summary>How the provider of the one who asks is reached.</summary>
    [Requires<CareAct>(CareAct.ReadDirectory)]
    public async Task<Reached?> Show(CareAccess access, CancellationToken cancellation)
    {
        if (!access.May(CareAct.ReadDirectory)) return null;
        await using var rows = record.Enter(access);
        return Reached.Of(await rows.ProviderReach.AsNoTracking().SingleOrDefaultAsync(cancellation));
    }

    /// <summary>Writes it down; what is empty nobody is told.</summary>
    /// <param name="access">Who writes.</param>
    /// <param name="telephone">A number; letters only for an extension.</param>
    /// <param name="hours">When somebody answers.</param>
    /// <param name="zone">A time zone, such as America/New_York.</param>
    /// <param name="cancellation">Stops it.</param>
    [Requires<CareAct>(CareAct.ManageAccounts)]
    public async Task<ReachAnswer> Set(CareAccess access, string telephone, string hours, string zone, CancellationToken cancellation)
    {
        if (!access.May(CareAct.ManageAccounts)) return new ReachAnswer.NotFound();
        var (number, when, place) = (telephone.Trim(), hours.Trim(), zone.Trim());
        if (number.Length > 0 && !Number().IsMatch(number)) return new ReachAnswer.Refused("Found no telephone number, expected digits, spaces and + ( ) - . only, and x before an extension.");
        if (when.Length > LongestHours || when.Any(char.IsControl)) return new ReachAnswer.Refused($"Found hours that are too long, expected one line of at most {LongestHours} characters.");
        if (place.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(place, out _)) return new ReachAnswer.Refused("Found no time zone that is known here, expected one such as America/New_York.");
        await using var act = await record.Begin(access, cancellation);
        await act.TakeTurn(cancellation);
        var row = await act.Rows.ProviderReach.SingleOrDefaultAsync(cancellation);
        if (row is null) act.Rows.ProviderReach.Add(row = new ProviderReach { Organization = access.Organization });
        (row.Telephone, row.Hours, row.Zone) = (Said(number), Said(when), Said(place));
        act.Note(new EventDraft(new EventKind("organization.reach-set"), access.Organization.Value));
        await act.Save(cancellation);
        return new ReachAnswer.Done();
    }

    private static string? Said(string text) => text.Length > 0 ? text : null;

    [GeneratedRegex(@"\A[0-9+(][0-9 +().x-]{2,39}\z")]
    private static partial Regex Number();
}
