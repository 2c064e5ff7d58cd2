using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Credence.Police.Access;
using Credence.Police.Storage;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Credence.Screening;
using Credence.Statistics;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Review;

/// <summary>An incident that a filter chose, with what orders it before anything is learned.</summary>
internal sealed record ChosenIncident(long Row, Level Level, double Score);

/// <summary>A review on its way into the record.</summary>
internal sealed partial class ReviewBeginning(NewReview review, PoliceAccess access, DateTimeOffset now)
{
    private readonly ulong _seed = review.Seed ?? BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    /// <summary>What is wrong with it by itself, in one sentence, or null.</summary>
    public string? Problem =>
        !Form().IsMatch(review.Name) ? "Found a name of another form, expected 1 to 60 letters, digits, spaces, dots or hyphens, and no name of a person."
        : review.Rule is not { Recall: > 0 and < 1, Confidence: > 0 and < 1 } ? "Found a recall or a confidence outside 0 to 1, expected shares between."
        : Row(0).ToPlan(review.Readers).Problem is { } problem ? $"{char.ToUpperInvariant(problem[0])}{problem[1..]}."
        : null;

    /// <summary>Why it cannot begin in this record, in one sentence, or null.</summary>
    public async Task<string?> Conflict(PoliceContext rows, CancellationToken cancellation)
    {
        if (await rows.Reviews.AnyAsync(row => row.Name == review.Name && row.ClosedAt == null, cancellation)) return "Found an open review of this name, expected another name.";
        var roles = await rows.Accounts.AsNoTracking().Where(row => review.Readers.Contains(row.Id) && row.ClosedAt == null).Select(row => row.Role).ToListAsync(cancellation);
        return roles.Count == review.Readers.Count && roles.TrueForAll(role => Enum.TryParse<PoliceRole>(role, out var known) && known.May(PoliceAct.Read))
            ? null
            : "Found a reader without an open account that may read, expected one for each.";
    }

    /// <summary>The incidents of the filter in the order in which they came; one more than a review may have, if there are more.</summary>
    public Task<List<ChosenIncident>> Choose(PoliceContext rows, CancellationToken cancellation) =>
        review.Filter.Narrow(rows.Incidents.AsNoTracking()).Where(row => row.Content == ContentState.Kept).OrderBy(row => row.Row)
            .Select(row => new ChosenIncident(row.Row, row.Level, row.Score)).Take(ReviewDesk.MostIncidents + 1).ToListAsync(cancellation);

    public async Task<ReviewId> Add(Act<PoliceContext> act, List<ChosenIncident> chosen, CancellationToken cancellation)
    {
        var begun = Row(chosen.Count);
        act.Rows.Reviews.Add(begun);
        act.Rows.ReviewReaders.AddRange(review.Readers.Select((reader, place) => new RecordedReader { Review = begun.Id, Reader = reader, Organization = begun.Organization, Place = place }));
        await act.Rows.SaveRows(cancellation);
        var rank = FirstRanks(chosen);
        await ReviewTables.Incidents.Insert(
            act.Transaction, [.. chosen.Select((one, place) => new object?[] { begun.Id.Value, place, begun.Organization.Value, one.Row, rank[place] })], cancellation);
        return begun.Id;
    }

    private RecordedReview Row(int incidents) => new()
    {
        Id = new ReviewId(Guid.CreateVersion7(now)),
        Organization = access.Organization,
        Name = review.Name,
        Filter = JsonSerializer.Serialize(review.Filter),
        Incidents = incidents,
        Seed = unchecked((long)_seed),
        DoubleShare = review.DoubleShare ?? (review.Readers.Count > 1 ? 0.2 : 0),
        Recall = review.Rule.Recall,
        Confidence = review.Rule.Confidence,
        AuditSize = Math.Max(0, review.AuditSize),
        BegunBy = access.Account,
        BegunAt = now,
    };

    // As credence review orders before anything is learned: by level and score, equals by lot.
    private int[] FirstRanks(List<ChosenIncident> chosen)
    {
        var chance = new Pcg32(_seed, 1);
        var lots = chosen.ConvertAll(_ => chance.Next());
        var order = Enumerable.Range(0, chosen.Count).OrderByDescending(place => (chosen[place].Level, chosen[place].Score)).ThenBy(place => lots[place]);
        var ranks = new int[chosen.Count];
        foreach (var (place, rank) in order.Select((place, rank) => (place, rank))) ranks[place] = rank;
        return ranks;
    }

    [GeneratedRegex(@"\A[\p{L}\p{N}][\p{L}\p{N} .-]{0,59}\z")]
    private static partial Regex Form();
}
