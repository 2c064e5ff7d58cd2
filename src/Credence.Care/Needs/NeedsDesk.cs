using Credence.Care.Access;
using Credence.Care.Files;
using Credence.Care.Persons;
using Credence.Care.Storage;
using Credence.Record.Access;
using Credence.Record.Storage;
using Credence.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Credence.Care.Needs;

/// <summary>Where needs are asked and met. They come first; an interview can wait.</summary>
public sealed class NeedsDesk(RecordStore<CareContext> record)
{
    private readonly FileBook<NeedEntry> _book = new(record, EntryKind.Need, CareJson.Default.NeedEntry);

    /// <summary>Writes down which needs were asked, and what came of it.</summary>
    [Requires<CareAct>(CareAct.KeepNeeds)]
    public async Task<FileAnswer> Ask(CareAccess access, PersonId person, IReadOnlyList<AskedNeed> needs, CancellationToken cancellation) =>
        access.May(CareAct.KeepNeeds) ? await Add(access, person, "needs.asked", now => new NeedEntry.Asked(now, needs), cancellation) : new FileAnswer.NotFound();

    /// <summary>Writes down what was done for a need, and by whom.</summary>
    [Requires<CareAct>(CareAct.KeepNeeds)]
    public async Task<FileAnswer> Meet(CareAccess access, PersonId person, Need need, Extent extent, string by, CancellationToken cancellation) =>
        access.May(CareAct.KeepNeeds) ? await Add(access, person, "need.met", now => new NeedEntry.Met(now, need, extent, by), cancellation) : new FileAnswer.NotFound();

    /// <summary>Needs that stand on the first page of the file, whether they came with a handover or were told when it was begun; null if there is none, or no such person for the one who asks.</summary>
    [Requires<CareAct>(CareAct.KeepNeeds)]
    public async Task<NeedsBefore?> Before(CareAccess access, PersonId person, CancellationToken cancellation)
    {
        if (!access.May(CareAct.KeepNeeds)) return null;
        await using var rows = record.Enter(access);
        return await Before(rows, person, cancellation);
    }

    /// <summary>How every need stands, those too that nobody asked; what the first page says counts as told when the file was begun. Empty if the person does not exist for the one who asks.</summary>
    [Requires<CareAct>(CareAct.KeepNeeds)]
    public async Task<IReadOnlyList<NeedStanding>> Picture(CareAccess access, PersonId person, CancellationToken cancellation)
    {
        if (!access.May(CareAct.KeepNeeds) || await _book.Open(access, person, "needs.opened", cancellation) is not { } entries) return [];
        await using var rows = record.Enter(access);
        var before = await Before(rows, person, cancellation);
        return NeedsPicture.Of([.. before is { Needs.Count: > 0 } told ? [told.Entry] : Array.Empty<NeedEntry>(), .. entries.Select(one => one.Entry)]);
    }

    /// <summary>Everything that was written about needs, first to last.</summary>
    [Requires<CareAct>(CareAct.KeepNeeds)]
    public async Task<IReadOnlyList<Written<NeedEntry>>> History(CareAccess access, PersonId person, CancellationToken cancellation) =>
        access.May(CareAct.KeepNeeds) ? await _book.Open(access, person, "needs.opened", cancellation) ?? [] : [];

    private async Task<NeedsBefore?> Before(CareContext rows, PersonId person, CancellationToken cancellation)
    {
        if (await rows.Persons.AsNoTracking().SingleOrDefaultAsync(row => row.Person == person, cancellation) is not { } file) return null;
        using var key = await record.Vault.Find(person.Value, cancellation);
        if (PersonDesk.Open(file, key)?.Needs is not { } needs) return null;
        var came = await rows.ReceivedHandovers.AnyAsync(row => row.Person == person, cancellation);
        return new NeedsBefore([.. needs.DistinctBy(one => one.Need)], file.OpenedAt, came);
    }

    private Task<FileAnswer> Add(RecordAccess access, PersonId person, string what, Func<DateTimeOffset, NeedEntry> entry, CancellationToken cancellation) =>
        _book.Add(access, person, what, (_, now) => entry(now) is var made && made.Problem is { } problem ? (null, problem) : (made, null), cancellation);
}

/// <summary>Needs that were known before anybody asked here.</summary>
/// <param name="Needs">Which, and how soon.</param>
/// <param name="At">When the file was begun with them.</param>
/// <param name="CameByHandover">Whether something was handed over for the person.</param>
public sealed record NeedsBefore(IReadOnlyList<NeededHelp> Needs, DateTimeOffset At, bool CameByHandover)
{
    internal NeedEntry.Asked Entry => new(At, [.. Needs.Select(one => new AskedNeed(one.Need, Answering.Answered, one.Urgency))]);

    public override string ToString() => $"NeedsBefore({Needs.Count})";
}
