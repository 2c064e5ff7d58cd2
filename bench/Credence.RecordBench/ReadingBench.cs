using System.Diagnostics;
using System.Globalization;
using Credence.Incidents;
using Credence.Police.Incidents;
using Credence.Police.Review;
using Credence.Review;
using Credence.Screening;
using Credence.Statistics;
using Credence.Testing;

namespace Credence.RecordBench;

/// <summary>A review of so many incidents: how long a reader waits for the next one while the ranking learns, and what it holds in memory.</summary>
internal static class ReadingBench
{
    private const int Readings = 300;

    public static async Task Run(Export export, string? server)
    {
        await using var record = await BenchRecord.Make(server);
        var screening = new ImportScreening(Cast.Screener.Screen, Cast.Screener.Packs, OffenseLookup.From(Cast.Packs), Environment.ProcessorCount);
        await new ImportDesk(record.Store).Import(record.Access, new ImportFile("bench.csv", "bench", export.Open), screening, null, default);
        await using var boards = new ReviewBoards(record.Store);
        var (desk, reading) = (new ReviewDesk(record.Store, boards), new ReadingDesk(record.Store, boards));
        var (review, begin) = await Timed(async () => ((ReviewAnswer.Done)await desk.Begin(
            record.Access, new NewReview { Name = "Bench", Filter = new QueueFilter { MissedOnly = false }, Readers = [record.Access.Account], Seed = 1 }, default)).Review);
        var (_, first) = await Timed(() => reading.Next(record.Access, review, default));
        var (nexts, judges, lasts) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < Readings; i++)
        {
            var (next, took) = await Timed(async () => (NextAnswer.ToRead)await reading.Next(record.Access, review, default));
            nexts.Add(took);
            lasts.Add((await Timed(() => reading.Last(record.Access, review, default))).Took);
            var found = (await reading.Open(record.Access, review, next.Incident, default))!.Screened!.Findings.Count > 2;
            judges.Add((await Timed(() => reading.Judge(
                record.Access, review, next.Incident,
                new Judgement(new ReadingId(Guid.NewGuid()), found ? VictimAnswer.Yes : VictimAnswer.No, found ? ExploitationType.Sex : ExploitationType.None), default))).Took);
        }

        var (_, status) = await Timed(() => desk.Show(record.Access, review, default));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {(server is null ? "SQLite" : "PostgreSQL")} | {export.Rows:N0} | {begin:N0} | {first:N0} | {ImportBench.Median(nexts):0.0} | {nexts.Order().ElementAt(Readings * 99 / 100):0.0} | {nexts.Max():0.0} | {ImportBench.Median(judges):0.0} | {judges.Order().ElementAt(Readings * 99 / 100):0.0} | {ImportBench.Median(lasts):0.0} | {status:N0} |"));
        if (server is null) await Ranking(record, review, export.Rows);
    }

    private static async Task Ranking(BenchRecord record, ReviewId review, int incidents)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (rows, took) = await Timed(() => new ReviewDocuments(record.Store).Read(record.Access, review, incidents, default));
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  terms read in {took / 1000:0.0} s; {(double)held / incidents:N0} bytes an incident, {held / 1e6:N0} MB held; peak of the process {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB"));
        foreach (var read in (int[])[100, 1_000, 5_000])
        {
            var chance = new Pcg32(1, 1);
            var lessons = Enumerable.Range(0, incidents).OrderBy(_ => chance.Next()).Take(read).Select((place, at) => (place, at % 20 == 0)).ToList();
            var (_, training) = await Timed(() => Task.FromResult(ReviewState.Rank(rows, lessons)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  ranked anew after {read:N0} readings in {training:N0} ms"));
        }

        GC.KeepAlive(rows);
    }

    private static async Task<(T Result, double Took)> Timed<T>(Func<Task<T>> work)
    {
        var began = Stopwatch.GetTimestamp();
        var result = await work();
        return (result, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }
}
