namespace Credence.Evaluation.HiddenPopulation;

/// <summary>
/// The study's own table: people sex-trafficked in its Western site, on five lists whose names are withheld (A to E). Published with
/// the R package SparseMSE (Western.rda, Chan, Silverman and Vincent 2021); the counts are facts and are retyped. It is a worked
/// example, and tells nothing of another place.
/// </summary>
public static class WesternTable
{
    // Sets of lists as bits: A is 1, B 2, C 4, D 8, E 16.
    private static readonly (int Lists, int People)[] Rows =
        [(1, 52), (2, 90), (4, 114), (8, 45), (16, 21), (5, 4), (9, 2), (17, 5), (6, 6), (10, 1), (24, 3), (21, 1), (14, 1)];

    /// <summary>What it is, for whoever prints it.</summary>
    public const string Title = "The study's Western site, five lists, 345 people (worked example)";

    /// <summary>The table.</summary>
    public static CaptureTable Read()
    {
        var counts = new int[1 << 5];
        foreach (var (lists, people) in Rows) { counts[lists] = people; }

        return new CaptureTable(["A", "B", "C", "D", "E"], counts);
    }
}
