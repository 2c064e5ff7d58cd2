using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Storage;

/// <summary>How an embedded file answers a question: the steps of its plan.</summary>
internal static class QueryPlan
{
    public static async Task<IReadOnlyList<string>> Of<T>(DbContext rows, IQueryable<T> question)
    {
        await rows.Database.OpenConnectionAsync();
        await using var asked = question.CreateDbCommand();
        asked.CommandText = $"EXPLAIN QUERY PLAN {asked.CommandText}";
        var steps = new List<string>();
        await using var plan = await asked.ExecuteReaderAsync();
        while (await plan.ReadAsync()) steps.Add(plan.GetString(3));
        return steps;
    }
}
