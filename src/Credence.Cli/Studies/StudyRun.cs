using System.Text.Json;
using Credence.Cli.Screening;
using Credence.Evaluation.Measures;
using Credence.Incidents;
using Credence.Wording;

namespace Credence.Cli.Studies;

/// <summary>Takes a study as far as it can go now. What was done is kept: the same command goes on after any end.</summary>
internal sealed class StudyRun(StudyFolder folder, StudyPlan plan, StudyPacks packs, Progress progress)
{
    private const string RowsFile = "rows.ndjson";
    private const string WordingFile = "wording.json";
    private const string ReadingFile = "reading.json";

    /// <summary>What was done in this run, a line each.</summary>
    public List<string> Said { get; } = [];

    public StudyState Go(CancellationToken cancellation)
    {
        StudyFolder.ExpectSameFiles(plan);
        var map = StudyOptions.MapOf(plan.Map);
        for (var site = 0; site < plan.Sites.Count; site++) Screen(site, map, cancellation);
        var rows = Enumerable.Range(0, plan.Sites.Count).Select(site => folder.ReadLines<MeasureRow>(NamesOf(site, RowsFile))).ToList();
        if (!folder.Has(StudyFolder.Sample)) HandOut(StudyCase.Draw(plan, rows), map, cancellation);
        var cases = StudyCase.Read(folder.PathOf(StudyFolder.Sample), plan, rows);
        var codings = StudyCodings.Take(folder, plan, cases);
        return new StudyState(plan, [.. rows.Select((site, i) => WithCodings(site, i, cases, codings))], cases, codings, [.. Enumerable.Range(0, plan.Sites.Count).Select(ReadingOf)]);
    }

    private static string[] NamesOf(int site, string file) => ["sites", (site + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), file];

    private void Screen(int site, ColumnMap map, CancellationToken cancellation)
    {
        if (folder.Has(NamesOf(site, RowsFile))) return;
        var (name, reading) = (plan.Sites[site].Name, new SiteReading(packs, map));
        reading.Read(plan.Sites[site], progress, cancellation);
        progress.Clear();
        folder.WriteText(JsonSerializer.Serialize(reading.Wording, SiteRecord.Json), NamesOf(site, WordingFile));
        folder.WriteText(ScreenRecord.Text.Of(new SiteRecord(name, reading.Rows, reading.WithoutNumber, reading.Problems)), NamesOf(site, ReadingFile));
        // Last: where these are, the site is done.
        folder.WriteLines(reading.RowsOf(name), NamesOf(site, RowsFile));
        Said.Add(FormattableString.Invariant($"{name}: {reading.Rows:N0} rows read and screened."));
    }

    private void HandOut(IReadOnlyList<StudyCase> cases, ColumnMap map, CancellationToken cancellation)
    {
        var texts = plan.Sites.Select((site, i) =>
        {
            cancellation.ThrowIfCancellationRequested();
            return SiteReading.Narratives(site, cases.Where(one => one.Site == i).Select(one => one.Number).ToHashSet(), map, packs.Nibrs);
        }).ToList();
        for (var coder = 0; coder < StudyFolder.Coders.Count; coder++)
        {
            // Each in an order of its own, so that tiredness does not fall on the same cases.
            var order = StudyCase.Shuffled(cases, plan.Seed, 900_010 + (ulong)coder);
            folder.WriteText(CoderSheet.GuideText(plan), StudyFolder.Coders[coder], CoderSheet.Guide);
            // The same seed draws the same cases: a sheet that is there belongs to them, and somebody may have read for weeks.
            if (folder.Has(StudyFolder.Coders[coder], CoderSheet.FileName)) continue;
            folder.Write(CoderSheet.Of(order.Select(one => (one, texts[one.Site].GetValueOrDefault(one.Number)))), StudyFolder.Coders[coder], CoderSheet.FileName);
        }

        folder.Write(StudyCase.Key(plan, cases), StudyFolder.Sample);
        Said.Add(FormattableString.Invariant($"{cases.Count:N0} incidents drawn to be read by two coders, blind to each other."));
    }

    private static IReadOnlyList<MeasureRow> WithCodings(IReadOnlyList<MeasureRow> rows, int site, IReadOnlyList<StudyCase> cases, StudyCodings codings)
    {
        if (!codings.IsComplete) return rows;
        var (coded, final) = (rows.ToArray(), codings.Final);
        foreach (var one in cases.Where(one => one.Site == site)) coded[one.Place] = rows[one.Place] with { Drawn = one.Drawn, Coding = final[one.Name] };
        return coded;
    }

    private SiteRecord ReadingOf(int site) => ScreenRecord.Text.Read<SiteRecord>(folder.PathOf(NamesOf(site, ReadingFile)))! with
    {
        Wording = JsonSerializer.Deserialize<IReadOnlyList<WordingRates>>(File.ReadAllText(folder.PathOf(NamesOf(site, WordingFile))), SiteRecord.Json)!,
    };
}

/// <summary>What was read of a site.</summary>
internal sealed record SiteRecord(string Site, long Rows, int WithoutNumber, long Problems)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<WordingRates> Wording { get; init; } = [];
}

/// <summary>Where a study stands.</summary>
internal sealed record StudyState(
    StudyPlan Plan, IReadOnlyList<IReadOnlyList<MeasureRow>> Rows, IReadOnlyList<StudyCase> Cases, StudyCodings Codings, IReadOnlyList<SiteRecord> Readings);
