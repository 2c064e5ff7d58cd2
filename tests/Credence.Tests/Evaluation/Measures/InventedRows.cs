using Credence.Evaluation.Measures;
using Credence.Incidents;
using Credence.Review;
using Credence.Screening;
using Credence.Statistics;

namespace Credence.Tests.Evaluation.Measures;

/// <summary>A site whose truth is known: so many incidents of each level and code, with so many possible victims among them.</summary>
internal sealed record InventedRows(IReadOnlyList<MeasureRow> Rows)
{
    /// <summary>What readers would say if they read all of it.</summary>
    public IReadOnlyList<MeasureRow> AllRead => [.. Rows.Select(row => row with { Drawn = new Drawing("all", 1) })];

    /// <summary>A site by strata: level, coded as trafficking, incidents, share with a possible victim.</summary>
    public static InventedRows Of(ulong seed, params (Level Level, bool Coded, int Size, double Victims)[] strata)
    {
        var chance = new Pcg32(seed, 3);
        var rows = new List<MeasureRow>();
        foreach (var (level, coded, size, victims) in strata)
        {
            for (var i = 0; i < size; i++)
            {
                var isVictim = chance.Below(1_000_000) < victims * 1_000_000;
                rows.Add(new MeasureRow
                {
                    Site = "Riverton", Number = new IncidentNumber($"{rows.Count}"), Level = level, IsCodedTrafficking = coded,
                    Coding = new IncidentCoding(isVictim ? VictimAnswer.Yes : VictimAnswer.No, isVictim ? ExploitationType.Labor : ExploitationType.None, MinorStatus.Unknown),
                });
            }
        }

        return new InventedRows(rows);
    }

    /// <summary>The site with a sample that was read: only what was drawn has a coding.</summary>
    public IReadOnlyList<MeasureRow> Draw(int size, ulong seed)
    {
        var drawn = CodingSample.Draw(Rows, size, seed, 0).Strata.SelectMany(stratum => stratum.Drawn.Select(place => (place, Drawing: new Drawing(stratum.Name, stratum.Weight)))).ToDictionary(one => one.place, one => one.Drawing);
        return [.. Rows.Select((row, place) => drawn.TryGetValue(place, out var drawing) ? row with { Drawn = drawing } : row with { Coding = null })];
    }
}
