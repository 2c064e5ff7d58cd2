using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Credence.Screening;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Search;

/// <summary>An incident that has the words, as a list may show it.</summary>
public sealed record FoundIncident(IncidentId Id, string Number, string Agency, DateOnly? Date, string? Offenses, Level Level, ExploitationType Type, bool IsMissed)
{
    public override string ToString() => $"FoundIncident({Number})";
}

/// <summary>What a search gives.</summary>
public abstract record SearchAnswer
{
    private SearchAnswer()
    {
    }

    /// <summary>The incidents, strongest level first; more than were asked for may have the words.</summary>
    public sealed record Found(IReadOnlyList<FoundIncident> Incidents, bool HasMore) : SearchAnswer;

    /// <summary>There is no word in what was asked.</summary>
    public sealed record NoWords : SearchAnswer;

    /// <summary>This role does not search.</summary>
    public sealed record NotAllowed : SearchAnswer;
}

/// <summary>Finds incidents by words of their narratives, through keyed tokens. That somebody searched is written down; the words are not.</summary>
public sealed class SearchDesk(RecordStore<PoliceContext> record)
{
    public const int MostShown = 200;

    private static readonly EventKind Searched = new("incidents.searched");

    /// <summary>Incidents of the own organization in whose narrative all of these words stand, in any order, case and accent.</summary>
    [Requires<PoliceAct>(PoliceAct.Search)]
    public async Task<SearchAnswer> Search(PoliceAccess access, string words, int most, CancellationToken cancellation)
    {
        if (!access.May(PoliceAct.Search)) return new SearchAnswer.NotAllowed();
        var tokens = new SearchTokens(record.Vault.Ring, access.Organization).Of(words);
        if (tokens.Length == 0) return new SearchAnswer.NoWords();
        most = Math.Clamp(most, 1, MostShown);
        await using var act = await record.Begin(access, cancellation);
        try
        {
            var found = await Having(act.Rows, tokens).AsNoTracking()
                .OrderByDescending(row => row.Level).ThenByDescending(row => row.Score).ThenBy(row => row.Row)
                .Select(row => new FoundIncident(row.Id, row.Number, row.Agency, row.Date, row.Offenses, row.Level, row.Type, row.IsMissed))
                .Take(most + 1).ToListAsync(cancellation);
            act.Note(new EventDraft(Searched, count: Math.Min(found.Count, most)));
            await act.Save(cancellation);
            return new SearchAnswer.Found(found[..Math.Min(found.Count, most)], found.Count > most);
        }
        catch (Exception e) when (RecordFault.Of(e, record.Place) is { } fault)
        {
            throw fault;
        }
    }

    private IQueryable<RecordedIncident> Having(PoliceContext rows, long[] tokens) => record.Place is RecordPlace.Server
        ? rows.Incidents.FromSql($"""SELECT i.* FROM incidents i JOIN incident_search s ON s."Row" = i."Row" WHERE s."Tokens" @> {tokens}""")
        : rows.Incidents.FromSql($"""SELECT i.* FROM incident_search JOIN incidents i ON i."Row" = incident_search.rowid WHERE incident_search MATCH {SearchIndex.Match(tokens)}""");
}
