using Credence.Care.Access;
using Credence.Care.Files;
using Credence.Care.Storage;
using Credence.Record.Access;
using Credence.Record.Storage;
using Credence.Referrals;

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

    /// <summary>How every need stands, those too that nobody asked; empty if the person does not exist for the one who asks.</summary>
    [Requires<CareAct>(CareAct.KeepNeeds)]
    public async Task<IReadOnlyList<NeedStanding>> Picture(CareAccess access, PersonId person, CancellationToken cancellation) =>
        access.May(CareAct.KeepNeeds) && await _book.Open(access, person, "needs.opened", cancellation) is { } entries ? NeedsPicture.Of([.. entries.Select(one => one.Entry)]) : [];

    /// <summary>Everything that was written about needs, first to last.</summary>
    [Requires<CareAct>(CareAct.KeepNeeds)]
    public async Task<IReadOnlyList<Written<NeedEntry>>> History(CareAccess access, PersonId person, CancellationToken cancellation) =>
        access.May(CareAct.KeepNeeds) ? await _book.Open(access, person, "needs.opened", cancellation) ?? [] : [];

    private Task<FileAnswer> Add(RecordAccess access, PersonId person, string what, Func<DateTimeOffset, NeedEntry> entry, CancellationToken cancellation) =>
        _book.Add(access, person, what, (_, now) => entry(now) is var made && made.Problem is { } problem ? (null, problem) : (made, null), cancellation);
}
