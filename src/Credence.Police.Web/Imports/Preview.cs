using Credence.Incidents;

namespace Credence.Police.Web.Imports;

/// <summary>What a file looks like before it is imported: which header holds what, and what is wrong in its first rows. No cell is shown.</summary>
public sealed record Preview(string Format, IReadOnlyList<(string Meaning, string Header)> Columns, IReadOnlyList<string> Unused, int Rows, bool IsWhole, IReadOnlyList<PreviewProblem> Problems)
{
    private const int MostRows = 1000;

    public static Preview Of(IncidentSource source)
    {
        var (rows, problems) = (0, new List<RowProblem>(source.HeaderProblems));
        while (rows < MostRows && source.TryRead(out var row))
        {
            rows++;
            problems.AddRange(row.Problems);
        }

        return new Preview(
            source.Format.ToString().ToUpperInvariant(),
            [.. source.Columns.Used.OrderBy(used => used.Column).Select(used => (ColumnMap.KeyOf(used.Column), source.Columns.Headers[used.Ordinal]))],
            [.. source.Columns.Headers.Where((_, ordinal) => source.Columns.Used.All(used => used.Ordinal != ordinal))],
            rows,
            rows < MostRows,
            [.. problems.GroupBy(problem => (problem.Column, problem.Found, problem.Expected))
                .Select(group => new PreviewProblem(group.Key.Column, group.Key.Found, group.Key.Expected, group.Count(), group.First().Row))
                .OrderByDescending(group => group.Rows)]);
    }
}

/// <summary>Something wrong in some of the first rows.</summary>
public sealed record PreviewProblem(string Column, string Found, string Expected, int Rows, long First);
