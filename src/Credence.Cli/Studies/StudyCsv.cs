using System.Buffers;
using System.Globalization;
using System.Text;
using Credence.Cli.Screening;
using Credence.Disclosure;
using Credence.Evaluation.Measures;
using Credence.Statistics;

namespace Credence.Cli.Studies;

/// <summary>The tables beside the report, for a spreadsheet or a program: the same figures, and nothing that the report withholds.</summary>
internal static class StudyCsv
{
    public const string Measures = "measures.csv";
    public const string Contrasts = "contrasts.csv";
    public const string Mix = "common-mix.csv";
    public const string Agreement = "agreement.csv";

    /// <summary>Every measure in every group.</summary>
    public static byte[] OfMeasures(StudyContent content)
    {
        var output = Begin(content, "measure", "site", "by", "group", "answer", "state", "count", "of", "not_known", "share", "low", "high", "total", "total_low", "total_high");
        foreach (var told in content.Results.Groups)
            for (var place = 0; place < told.Group.Shares.Count; place++) WriteMeasure(output, content, told, place);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Every difference that the report prints.</summary>
    public static byte[] OfContrasts(StudyContent content)
    {
        var output = Begin(content, "measure", "between", "site", "first", "second", "difference", "low", "high", "p", "adjusted_p");
        foreach (var measure in StudyReport.BetweenSites.Select(id => MeasureCatalog.Find(id)!))
            foreach (var contrast in StudyContrasts.Between(content.Results, measure)) Write(output, content, measure, "sites", "", contrast);
        foreach (var groups in content.Results.Groups.Where(told => told.Group.By != Breakdown.None).GroupBy(told => (told.Group.Measure, told.Group.By, told.Group.Site)))
            foreach (var contrast in StudyContrasts.Within([.. groups])) Write(output, content, groups.Key.Measure, Word(groups.Key.By), groups.Key.Site, contrast);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>The sites at a common mix of types.</summary>
    public static byte[] OfMix(StudyContent content)
    {
        var output = Begin(content, "measure", "site", "share", "low", "high");
        foreach (var measure in StudyReport.BetweenSites.Select(id => MeasureCatalog.Find(id)!))
            foreach (var share in StudyContrasts.AtCommonMix(content.Results, measure).OfType<StandardizedShare>()) CsvLine.Write(output, Row(content, [measure.Id, share.Site, .. Cells(share.Share)]));
        return output.WrittenSpan.ToArray();
    }

    /// <summary>How far the coders agree.</summary>
    public static byte[] OfAgreement(StudyContent content)
    {
        var output = Begin(content, "question", "same", "of", "kappa", "kappa_low", "kappa_high", "ac1", "ac1_low", "ac1_high");
        foreach (var one in content.State.Codings.Agreement)
            CsvLine.Write(output, Row(content, [one.Question, CsvLine.Number(one.Agreed.Count), CsvLine.Number(one.Agreed.Of), .. Cells(one.Kappa), .. Cells(one.Gwet)]));
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
                .. Cells(share.Share), .. Cells(share.Total),
            ]));
        }
    }

    private static void Write(ArrayBufferWriter<byte> output, StudyContent content, Measure measure, string between, string site, NamedContrast contrast) =>
        Put(output, [measure.Id, between, site, contrast.First, contrast.Second], [.. Cells(contrast.Contrast.Difference), Number(contrast.Contrast.P), Number(contrast.AdjustedP)], content);

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

    private static string[] Cells(Estimate estimate) => [Number(estimate.Value), Number(estimate.Interval.Low), Number(estimate.Interval.High)];

    private static string Number(double? value) => value is { } number && double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "";

    private static string Word(Breakdown by) => by == Breakdown.None ? "site" : by.ToString().ToLowerInvariant();
}
