using Credence.Screening;
using Credence.Statistics;

namespace Credence.Training;

/// <summary>How somebody sorts a report: signs of which kind, or none.</summary>
public enum SortedAs
{
    /// <summary>No signs of trafficking.</summary>
    NoSigns,

    /// <summary>Signs of sex trafficking.</summary>
    Sex,

    /// <summary>Signs of labor trafficking.</summary>
    Labor,

    /// <summary>Signs of both.</summary>
    Both,
}

/// <summary>Invented reports to be sorted, and the key that a careful reader made.</summary>
public sealed class SortingExercise
{
    /// <summary>How many reports one exercise has.</summary>
    public const int Size = 12;

    private SortingExercise(string stamp, ulong seed, IReadOnlyList<InventedIncident> reports) => (Stamp, Seed, Reports) = (stamp, seed, reports);

    /// <summary>The casebook it is drawn from, as id@version.</summary>
    public string Stamp { get; }

    /// <summary>The seed it was drawn with: the same seed draws the same reports.</summary>
    public ulong Seed { get; }

    /// <summary>The reports, in the order in which they are shown.</summary>
    public IReadOnlyList<InventedIncident> Reports { get; }

    /// <summary>Draws an exercise: about half of the reports with signs, of sex and of labor, and half without; English and readable only.</summary>
    public static SortingExercise Draw(Casebook casebook, ulong seed)
    {
        var draws = new Draws(seed, 1);
        var readable = casebook.Incidents.Where(report => report.Level != Level.NotScreened && report.Language == "en").ToList();
        IEnumerable<InventedIncident> Some(int count, params SortedAs[] keys) => draws.Shuffled(readable.Where(report => keys.Contains(KeyOf(report)))).Take(count);
        var drawn = Some(3, SortedAs.Sex, SortedAs.Both).Concat(Some(3, SortedAs.Labor)).Concat(Some(Size - 6, SortedAs.NoSigns)).ToList();
        return new SortingExercise(casebook.Stamp, seed, [.. draws.Shuffled(drawn)]);
    }

    /// <summary>How a careful reader sorts the report.</summary>
    public static SortedAs KeyOf(InventedIncident report) => report.Level < Level.PossibleIndication ? SortedAs.NoSigns : report.Type switch
    {
        ExploitationType.Labor => SortedAs.Labor,
        ExploitationType.Both => SortedAs.Both,
        ExploitationType.Sex => SortedAs.Sex,
        _ => SortedAs.NoSigns,
    };

    /// <summary>Holds answers against the key; a report without an answer is left out.</summary>
    public SortingResult Compare(IReadOnlyDictionary<string, SortedAs> answers) =>
        new([.. Reports.Where(report => answers.ContainsKey(report.Id)).Select(report => new SortedReport(report, answers[report.Id], KeyOf(report)))]);
}

/// <summary>One report as it was sorted, and its key.</summary>
/// <param name="Report">The report.</param>
/// <param name="Said">How it was sorted.</param>
/// <param name="Key">How a careful reader sorts it.</param>
public sealed record SortedReport(InventedIncident Report, SortedAs Said, SortedAs Key)
{
    /// <summary>The report only: how somebody sorted it is that person's.</summary>
    public override string ToString() => $"SortedReport({Report.Id})";
}

/// <summary>Answers of a sorting exercise against the key.</summary>
/// <param name="Reports">The reports that were sorted.</param>
public sealed record SortingResult(IReadOnlyList<SortedReport> Reports)
{
    /// <summary>Signs or none: how often both agree; its Wilson interval says how little few reports can tell.</summary>
    public Proportion Signs => new(Reports.Count(one => IsSign(one.Said) == IsSign(one.Key)), Reports.Count);

    /// <summary>Signs and their kind: how often both agree.</summary>
    public Proportion Kinds => new(Reports.Count(one => one.Said == one.Key), Reports.Count);

    /// <summary>Signs or none, beyond chance.</summary>
    public CohensKappa SignsKappa => CohensKappa.Of(Reports.Select(one => (IsSign(one.Said), IsSign(one.Key))));

    /// <summary>Signs and their kind, beyond chance.</summary>
    public CohensKappa KindsKappa => CohensKappa.Of(Reports.Select(one => (one.Said, one.Key)));

    /// <summary>Misses and false alarms, apart.</summary>
    public ConfusionMatrix Matrix => ConfusionMatrix.Of(Reports.Select(one => (IsSign(one.Said), IsSign(one.Key))));

    private static bool IsSign(SortedAs sorted) => sorted != SortedAs.NoSigns;
}
