using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Review;

/// <summary>A judgement on its way into the record, within one act that has the record's turn.</summary>
internal sealed class ReadingToKeep(Act<PoliceContext> act, ReviewId review, int place, IncidentId incident, Judgement judgement)
{
    private IQueryable<RecordedReading> Own => act.Rows.Readings.AsNoTracking().Where(row => row.Review == review && row.Reader == act.Access.Account);

    /// <summary>The answer to one that was kept before; null if it is new.</summary>
    public async Task<JudgeAnswer?> KeptBefore(bool isReadByAnother, CancellationToken cancellation)
    {
        if (await Own.SingleOrDefaultAsync(row => row.Id == judgement.Id, cancellation) is not { } known) return null;
        return known.Place == place && (known.Victim, known.Type, known.Elements) == (judgement.Victim, judgement.Type, judgement.ElementWords)
            ? new JudgeAnswer.Kept(known.Id, isReadByAnother)
            : new JudgeAnswer.Refused("Found another judgement kept under this id, expected a new id for a new judgement.");
    }

    /// <summary>Why it may not stand beside what this reader has said before; null if it may.</summary>
    public async Task<JudgeAnswer?> Conflict(ContentKey key, CancellationToken cancellation)
    {
        var last = await Own.Where(row => row.Place == place && !row.IsAdjudication).OrderByDescending(row => row.Row).FirstOrDefaultAsync(cancellation);
        return last is not null && last.Id != judgement.Replaces ? new JudgeAnswer.AlreadyRead(ReadingWords.Open(last, incident, key))
            : last is null && judgement.Replaces is not null ? new JudgeAnswer.Refused("Found nothing whose place it could take, expected a reading of one's own.")
            : null;
    }

    public void Add(bool isAdjudication, ContentKey key, DateTimeOffset at) => act.Rows.Readings.Add(new RecordedReading
    {
        Id = judgement.Id,
        Review = review,
        Organization = act.Access.Organization,
        Place = place,
        Reader = act.Access.Account,
        At = at,
        Victim = judgement.Victim,
        Type = judgement.Type,
        Elements = judgement.ElementWords,
        Words = ReadingWords.Seal(judgement, incident, review, act.Access.Account, key),
        IsAdjudication = isAdjudication,
        Replaces = judgement.Replaces,
    });
}
