using Credence.Review;

namespace Credence.Evaluation;

/// <summary>Texts about which it is known whether they are relevant: what a review can be simulated on.</summary>
/// <param name="Documents">The texts, in the order of the file.</param>
/// <param name="IsRelevant">What is known of each.</param>
/// <param name="Duplicates">Rows left out because the file calls them duplicates of another.</param>
/// <param name="WithoutText">Rows left out because they have no text, or no abstract where there is such a column.</param>
/// <param name="Problems">Rows that could not be read.</param>
public sealed record LabeledTexts(
    IReadOnlyList<ReviewDocument> Documents, IReadOnlyList<bool> IsRelevant, int Duplicates, int WithoutText,
    IReadOnlyList<GoldProblem> Problems)
{
    private static readonly string[] LabelNames = ["label_included", "included", "relevant", "label", "is_relevant", "victim"];
    private static readonly string[] TextNames = ["title", "abstract", "narrative", "text", "summary", "description"];
    private static readonly string[] DuplicateNames = ["duplicate_record_id", "duplicate_of"];

    /// <summary>Reads a CSV file; null, with a sentence, if it has no text or no label.</summary>
    /// <param name="text">The file.</param>
    /// <param name="label">The column of labels (1 or 0), or null to find it by its name.</param>
    /// <param name="columns">The columns of text, joined in this order, or none to find them by their names.</param>
    /// <param name="keepWithoutAbstract">Keeps rows whose abstract is empty as long as they have a title.</param>
    /// <param name="problem">What was found and what was expected.</param>
    public static LabeledTexts? Read(
        TextReader text, string? label, IReadOnlyList<string> columns, bool keepWithoutAbstract, out string? problem)
    {
        problem = "line 1: found no table, expected CSV with a row of headers";
        if (text.ReadLine() is not { } header || CsvTable.TryOpen(header, text) is not { } table) { return null; }

        var labels = label is null ? LabelNames.Select(table.Column).FirstOrDefault(c => c is not null) : table.Column(label);
        var texts = columns.Count == 0
            ? [.. TextNames.Select(table.Column).OfType<int>()]
            : columns.Select(table.Column).OfType<int>().ToList();
        problem = labels is null ? $"line 1: found no column {label ?? string.Join(", ", LabelNames)}, expected labels of 1 and 0"
            : texts.Count < Math.Max(1, columns.Count) ? $"line 1: found no column {string.Join(", ", columns.Count == 0 ? TextNames : columns)}, expected texts"
            : null;
        return problem is null ? Rows(table, labels!.Value, texts, keepWithoutAbstract) : null;
    }

    private static LabeledTexts Rows(CsvTable table, int label, List<int> texts, bool keepWithoutAbstract)
    {
        var needed = keepWithoutAbstract ? null : table.Column("abstract");
        var duplicate = DuplicateNames.Select(table.Column).FirstOrDefault(c => c is not null);
        var (documents, relevant, problems) = (new List<ReviewDocument>(), new List<bool>(), new List<GoldProblem>());
        var (duplicates, without) = (0, 0);
        foreach (var row in table.Rows(problems))
        {
            var joined = string.Join(' ', texts.Select(column => row[column]));
            if (row[label] is not ("0" or "1"))
            {
                problems.Add(new GoldProblem(row.Line, "found something else, expected the label 1 or 0"));
            }
            else if (duplicate is { } column && row[column].Length > 0)
            {
                duplicates++;
            }
            else if (joined.Trim().Length == 0 || (needed is { } cell && row[cell].Length == 0))
            {
                without++;
            }
            else
            {
                documents.Add(new ReviewDocument(joined));
                relevant.Add(row[label] == "1");
            }
        }

        return new LabeledTexts(documents, relevant, duplicates, without, problems);
    }
}
