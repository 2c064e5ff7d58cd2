using Credence.Care.Access;
using Credence.Care.Files;
using Credence.Care.Storage;
using Credence.Record.Access;
using Credence.Record.Storage;
using Credence.Referrals;
using Credence.Statements;

namespace Credence.Care.Interviews;

/// <summary>What a person has told and to whom, and whether needs came first. What was said is not in it.</summary>
/// <param name="Told">What was told, changes of interviewer, and repeats.</param>
/// <param name="Interviews">The interviews, first to last.</param>
/// <param name="NeedsCameFirst">Whether needs were asked before the first interview; null where there was none.</param>
public sealed record ToldPage(ToldOnce Told, IReadOnlyList<Interview> Interviews, bool? NeedsCameFirst)
{
    public override string ToString() => $"ToldPage({Interviews.Count})";
}

/// <summary>Where it is kept what a person has told and to whom, so that nobody has to tell it twice.</summary>
public sealed class InterviewDesk(RecordStore<CareContext> record)
{
    private readonly FileBook<Interview> _book = new(record, EntryKind.Interview, CareJson.Default.Interview);
    private readonly FileBook<NeedEntry> _needs = new(record, EntryKind.Need, CareJson.Default.NeedEntry);

    /// <summary>Writes down that the person told somebody something. After the first, it says what is new.</summary>
    [Requires<CareAct>(CareAct.KeepNeeds)]
    public async Task<FileAnswer> Write(CareAccess access, PersonId person, Interview interview, CancellationToken cancellation) => access.May(CareAct.KeepNeeds)
        ? await _book.Add(access, person, "interview.written", (earlier, now) =>
            interview.At > now ? (null, "Found an interview that is still to come, expected one that was: what will be asked is not told yet.")
            : interview.WhyNot([.. earlier.Select(one => one.Entry)]) is { } because ? (null, because) : (interview, null), cancellation)
        : new FileAnswer.NotFound();

    /// <summary>What was told, and to whom; null if the person does not exist for the one who asks.</summary>
    [Requires<CareAct>(CareAct.KeepNeeds)]
    public async Task<ToldPage?> Told(CareAccess access, PersonId person, CancellationToken cancellation)
    {
        if (!access.May(CareAct.KeepNeeds) || await _book.Open(access, person, "interviews.opened", cancellation) is not { } written) return null;
        var interviews = written.Select(one => one.Entry).OrderBy(one => one.At).ToList();
        return new ToldPage(ToldOnce.Of(interviews), interviews, ToldOnce.NeedsCameFirst(interviews, await FirstAsked(access, person, cancellation)));
    }

    private async Task<DateTimeOffset?> FirstAsked(RecordAccess access, PersonId person, CancellationToken cancellation)
    {
        await using var rows = record.Enter(access);
        using var key = await record.Vault.Find(person.Value, cancellation);
        return key is null ? null : NeedsPicture.FirstAsked((await _needs.Of(rows, person, key, cancellation)).Select(one => one.Entry));
    }
}
