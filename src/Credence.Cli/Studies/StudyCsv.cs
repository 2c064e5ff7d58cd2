using System.Buffers;
using System.Globalization;
using System.Text;
using Credence.Cli.Screening;
using Credence.Disclosure;
using Credence.Evaluation.Measures;
using Credence.Statistics;

namespace Credence.Cli.Studies;

/// <summary>
/// The tables beside the report, for a spreadsheet or a program: the same figures to the same digits, and nothing that the report
/// withholds. A weighted share in all its digits would: weights are fractions, and digits tell how often each was added.
/// </summary>
internal static class StudyCsv
{
    // A tenth of a percent, as the report prints it.
    private const string Tenth = "0.###";
    private const string Whole = "0";
    private const string Three = "G3";

    public const string Measures = "measures.csv";
    public const string Contrasts = "contrasts.csv";
    public const string Mix = "common-mix.csv";
    public const string Agreement = "agreement.csv";

    /// <summary>Every measure in every group.</summary>
    public static byte[] OfMeasures(StudyContent content)
    {
        var output = Begin(content, "measure", "site", "by", "group", "answer", "state", "count", "of", "not_known", "share", "low", "high", "total", "total_low", "total_high");
        foreach (var groups in content.Results.Groups.GroupBy(told => (told.Group.Measure, told.Group.By, told.Group.Site)))
        {
            // As the page says it: what nobody recorded breaks down nothing.
            if (StudyResults.AreUnrecorded(content.Results.By(groups.Key.Measure, groups.Key.By)) && groups.Key.By != Breakdown.None)
            {
                foreach (var answer in groups.Key.Measure.Answers.Take(groups.Key.Measure.Told))
                    CsvLine.Write(output, Row(content, [groups.Key.Measure.Id, groups.Key.Site, Word(groups.Key.By), MeasureWords.NotRecorded, answer, StudyFigures.NotMeasured, .. Enumerable.Repeat("", 9)]));
                continue;
            }

            var folded = FoldedGroups.Of([.. groups]);
            foreach (var told in folded.Named)
                for (var place = 0; place < told.Group.Shares.Count; place++) WriteMeasure(output, content, told, place);
            if (folded.Others.Count > 0)
                foreach (var answer in groups.Key.Measure.Answers.Take(groups.Key.Measure.Told))
                    CsvLine.Write(output, Row(content, [groups.Key.Measure.Id, groups.Key.Site, Word(groups.Key.By), folded.Name, answer, StudyFigures.OfOthers(folded), .. Enumerable.Repeat("", 9)]));
        }

        return output.WrittenSpan.ToArray();
    }

    /// <summary>Every difference that the report prints.</summary>
    public static byte[] OfContrasts(StudyContent content)
    {
        var output = Begin(content, "measure", "between", "site", "first", "second", "difference", "low", "high", "p", "adjusted_p");
        foreach (var measure in StudyReport.BetweenSites.Select(id => MeasureCatalog.Find(id)!))
            foreach (var contrast in StudyContrasts.Between(content.Results, measure)) Write(output, content, measure, "sites", "", contrast);
        foreach (var groups in content.Results.Groups.Where(told => told.Group.By != Breakdown.None).GroupBy(told => (told.Group.Measure, told.Group.By)))
            foreach (var (site, contrast) in StudyContrasts.Within([.. groups])) Write(output, content, groups.Key.Measure, Word(groups.Key.By), site, contrast);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>The sites at a common mix of types.</summary>
    public static byte[] OfMix(StudyContent content)
    {
        var output = Begin(content, "measure", "site", "share", "low", "high");
        foreach (var measure in StudyReport.BetweenSites.Select(id => MeasureCatalog.Find(id)!))
            foreach (var share in StudyContrasts.AtCommonMix(content.Results, measure).OfType<StandardizedShare>()) Put(output, [measure.Id, share.Site], Cells(share.Share), content);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>How far the coders agree.</summary>
    public static byte[] OfAgreement(StudyContent content)
    {
        var output = Begin(content, "question", "same", "of", "kappa", "kappa_low", "kappa_high", "ac1", "ac1_low", "ac1_high");
        foreach (var one in content.State.Codings.Agreement)
        {
            if (one.IsTooFew(content.Plan.K)) CsvLine.Write(output, Row(content, [one.Question, .. Enumerable.Repeat("withheld", 2), .. Enumerable.Repeat("", 6)]));
            else Put(output, [one.Question], [CsvLine.Number(one.Agreed.Count), CsvLine.Number(one.Agreed.Of), .. Cells(one.Kappa), .. Cells(one.Gwet)], content);
        }

        return output.WrittenSpan.ToArray();
    }

    /// <summary>Cells of the page, the head first.</summary>
    public static byte[] OfCells(StudyContent content, IReadOnlyList<IReadOnlyList<string>> lines)
    {
        var output = Begin(content, [.. lines[0]]);
        foreach (var line in lines.Skip(1)) CsvLine.Write(output, Row(content, [.. line]));
        return output.WrittenSpan.ToArray();
    }

    private static void WriteMeasure(ArrayBufferWriter<byte> output, StudyContent content, ToldGroup told, int place)
    {
        var group = told.Group;
        string[] start = [group.Measure.Id, group.Site, Word(group.By), group.Group, group.Shares[place].Answer];
        if (group.IsNotMeasured) CsvLine.Write(output, Row(content, [.. start, "not measured", .. Enumerable.Repeat("", 9)]));
        else if (told.Share(place) is not { } share) CsvLine.Write(output, Row(content, [.. start, "withheld", .. Enumerable.Repeat("", 9)]));
        else
        {
            CsvLine.Write(output, Row(content,
            [
                .. start, "told", CsvLine.Number(share.Counted.Count), CsvLine.Number(share.Counted.Of), told.IsUnknownTold ? CsvLine.Number(group.Unknown) : "withheld",
                .. Cells(share.Share), .. Cells(share.Total, Whole),
            ]));
        }
    }

    private static void Write(ArrayBufferWriter<byte> output, StudyContent content, Measure measure, string between, string site, NamedContrast contrast) =>
        Put(output, [measure.Id, between, site, contrast.First, contrast.Second], [.. Cells(contrast.Contrast.Difference), Number(contrast.Contrast.P, Three), Number(contrast.AdjustedP, Three)], content);

    // A number below zero is no formula: it is written as it is.
    private static void Put(ArrayBufferWriter<byte> output, string[] words, string[] numbers, StudyContent content)
    {
        var line = new ArrayBufferWriter<byte>();
        CsvLine.Write(line, Row(content, words));
        output.Write(line.WrittenSpan[..^1]);
        Encoding.UTF8.GetBytes($",{string.Join(',', numbers)}\n", output);
    }

    private static ArrayBufferWriter<byte> Begin(StudyContent content, params string[] columns)
    {
        var output = new ArrayBufferWriter<byte>();
        CsvLine.Write(output, content.Plan.Notice is null ? columns : ["notice", .. columns]);
        return output;
    }

    private static string[] Row(StudyContent content, string[] cells) => content.Plan.Notice is { } notice ? [notice, .. cells] : cells;

    private static string[] Cells(Estimate estimate, string digits = Tenth) =>
        [Number(estimate.Value, digits), Number(estimate.Interval.Low, digits), Number(estimate.Interval.High, digits)];

    private static string Number(double? value, string digits) => value is { } number && double.IsFinite(number) ? number.ToString(digits, CultureInfo.InvariantCulture) : "";

    private static string Word(Breakdown by) => by == Breakdown.None ? "site" : by.ToString().ToLowerInvariant();
}
