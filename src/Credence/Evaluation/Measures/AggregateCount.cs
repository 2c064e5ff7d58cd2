using System.Globalization;
using Credence.Statistics;

namespace Credence.Evaluation.Measures;

/// <summary>A count that the service side gives: of a site, for a measure, how many of how many; null where it withholds it.</summary>
/// <param name="Site">The site.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Share">How many of how many, or null.</param>
public sealed record AggregateCount(string Site, Measure Measure, Proportion? Share);

/// <summary>Reads counts of the service side: CSV with site, measure, numerator and denominator; <c>withheld</c> where a count is small.</summary>
public static class AggregateReader
{
    /// <summary>The word for a count that is not told.</summary>
    public const string Withheld = "withheld";

    private static readonly string[] Columns = ["site", "measure", "numerator", "denominator"];

    /// <summary>The counts, or what is wrong in one sentence.</summary>
    public static AggregateReading Read(TextReader text, IReadOnlyList<string> sites)
    {
        if (text.ReadLine()?.TrimStart('\uFEFF') is not { } header || CsvTable.TryOpen(header, text) is not { } csv)
        {
            return new UnreadableAggregates($"line 1: found no columns, expected {string.Join(", ", Columns)}");
        }

        if (Columns.FirstOrDefault(name => csv.Column(name) is null) is { } missing)
        {
            return new UnreadableAggregates($"line 1: found no column called {missing}, expected {string.Join(", ", Columns)}");
        }

        var (counts, problems) = (new List<AggregateCount>(), new List<GoldProblem>());
        foreach (var row in csv.Rows(problems))
        {
            var cells = Array.ConvertAll(Columns, name => row[csv.Column(name)!.Value]);
            if (Wrong(cells, sites, counts) is { } wrong) { return new UnreadableAggregates($"row {row.Line}, {wrong}"); }

            var share = cells[2] == Withheld || cells[3] == Withheld ? (Proportion?)null : new Proportion(Number(cells[2])!.Value, Number(cells[3])!.Value);
            counts.Add(new AggregateCount(cells[0], MeasureCatalog.Find(cells[1])!, share));
        }

        return problems.Count > 0 ? new UnreadableAggregates($"row {problems[0].Line}: {problems[0].Message}") : new ReadAggregates(counts);
    }

    private static string? Wrong(string[] cells, IReadOnlyList<string> sites, List<AggregateCount> counts) => cells switch
    {
        _ when !sites.Contains(cells[0], StringComparer.Ordinal) => $"column site: found another name, expected one of {string.Join(", ", sites)}",
        _ when MeasureCatalog.Find(cells[1])?.Basis != MeasureBasis.ServiceSide =>
            $"column measure: found another word, expected one of {string.Join(", ", MeasureCatalog.Of(MeasureBasis.ServiceSide).Select(measure => measure.Id))}",
        _ when counts.Exists(other => other.Site == cells[0] && other.Measure.Id == cells[1]) => "column measure: found the same measure twice for a site, expected each once",
        _ when cells[2] != Withheld && Number(cells[2]) is null => $"column numerator: found something else, expected a whole number from 0 or {Withheld}",
        _ when cells[3] != Withheld && Number(cells[3]) is null => $"column denominator: found something else, expected a whole number from 0 or {Withheld}",
        _ when Number(cells[2]) > Number(cells[3]) => "column numerator: found more than the denominator, expected at most as many",
        _ => null,
    };

    private static int? Number(string cell) => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>What came of reading counts.</summary>
public abstract record AggregateReading
{
    private protected AggregateReading()
    {
    }
}

/// <summary>Counts that can be used.</summary>
/// <param name="Counts">In the order of the file.</param>
public sealed record ReadAggregates(IReadOnlyList<AggregateCount> Counts) : AggregateReading;

/// <summary>No such counts.</summary>
/// <param name="Message">Where, found and expected.</param>
public sealed record UnreadableAggregates(string Message) : AggregateReading;
