using Credence.Incidents;
using Credence.RecordBench;

// Arguments: a CSV of narratives; an address of PostgreSQL for an ordinary user that may make databases, or "-"; a user of that server
// whom row-level security does not bind; --quick for fewer rows; --import, --queue, --reading, --web or --measures [N] for one part. The service
// record instead, which needs no narratives: --care, with --directory, --pages, --persons N or --hsds FOLDER of a real package. docs/performance.md
// says how to read it.
if (args is [DirectoryReadBench.Alone, var contender, var path])
{
    await DirectoryReadBench.Once(contender, path);
    return 0;
}

var quick = args.Contains("--quick");
var server = args.ElementAtOrDefault(1) is { } address and not "-" ? address : null;
Console.WriteLine($"Load before the run: {string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3))}");
if (args.Contains("--care"))
{
    if (!args.Contains("--pages")) await Directories();
    if (!args.Contains("--directory")) await Care();
    return 0;
}

using var reports = IncidentCsv.Read(File.OpenText(args[0]));
var narratives = reports.Select(row => row.Incident.Narrative.Text).Where(text => text.Length > 0).ToList();
if (args.Contains("--web"))
{
    await Web();
    return 0;
}

if (args.Contains("--measures"))
{
    // A number after it says how many incidents; a quick run has a hundred thousand.
    await Measures(Number("--measures") ?? (quick ? 100_000 : 1_000_000));
    return 0;
}

if (!args.Contains("--queue") && !args.Contains("--reading"))
{
    using var export = Export.Of(narratives, quick ? 20_000 : 100_000);
    await ImportBench.Run(export, server, quick ? 1 : 3);
    await StageBench.Run(export);
}

if (args.Contains("--import")) return 0;
if (!args.Contains("--queue"))
{
    Console.WriteLine();
    Console.WriteLine("## Reading, milliseconds");
    Console.WriteLine("| database | incidents | begin | first next | next, median | 99th in 100 | longest | judge, median | 99th in 100 | own last, median | show |");
    Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    foreach (var rows in (int[])[10_000, 100_000])
    {
        if (quick && rows > 10_000) continue;
        using var export = Export.Of(narratives, rows);
        await ReadingBench.Run(export, null);
        if (server is not null) await ReadingBench.Run(export, server);
    }
}

if (args.Contains("--reading")) return 0;
Console.WriteLine();
Console.WriteLine("## First page of the queue, milliseconds");
Console.WriteLine("| database | incidents | as a desk asks, median | 99th in 100 | plain SQL without authorization, median |");
Console.WriteLine("| --- | --- | --- | --- | --- |");
var incidents = quick ? 100_000 : 1_000_000;
await QueueBench.Run(incidents, null, null);
if (server is not null) await QueueBench.Run(incidents, server, args.ElementAtOrDefault(2));
if (!args.Contains("--queue"))
{
    await Measures(incidents);
    await Web();
}

return 0;

async Task Measures(int incidents)
{
    Console.WriteLine();
    Console.WriteLine("## Measures, seconds");
    Console.WriteLine("| database | incidents | kinds | to fill | desk, median of 5 | longest | MB more meanwhile | one GROUP BY of the same number by hand | one GROUP BY of year and codes by hand |");
    Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    await MeasureBench.Run(incidents, null);
    if (server is not null) await MeasureBench.Run(incidents, server);
}

async Task Web()
{
    Console.WriteLine();
    Console.WriteLine("## Pages, milliseconds");
    Console.WriteLine("| database | incidents | page | one at a time, median | 99th in 100 | KB | 32 at a time: a second | median | 99th in 100 | errors |");
    Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    using var export = Export.Of(narratives, quick ? 20_000 : 1_000_000);
    await WebBench.Run(export, null);
    if (server is not null) await WebBench.Run(export, server);
}

int? Number(string option) => int.TryParse(args.SkipWhile(arg => arg != option).ElementAtOrDefault(1), out var number) && number > 0 ? number : null;

async Task Directories()
{
    var invented = DirectoryFiles.Invented(quick ? 1_000 : 10_000);
    var real = args.SkipWhile(arg => arg != "--hsds").ElementAtOrDefault(1) is { } package ? DirectoryFiles.Of(package) : null;
    DirectoryFiles[] all = real is null ? [invented] : [invented, real];
    Console.WriteLine();
    Console.WriteLine("## Directory, from its file");
    Console.WriteLine("| file | contender | services | ms | MB/s | times the seconds of Credence | MB more meanwhile |");
    Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
    foreach (var files in all) await DirectoryReadBench.Run(files, quick ? 3 : 15);
    Console.WriteLine();
    Console.WriteLine("## Directory, into the service record");
    Console.WriteLine("| file | contender | ms | services/s | times the seconds of Credence into SQLite |");
    Console.WriteLine("| --- | --- | --- | --- | --- |");
    foreach (var files in all) await DirectoryImportBench.Run(files, server, quick ? 1 : 5);
    foreach (var files in all) files.Dispose();
}

async Task Care()
{
    var persons = Number("--persons") ?? (quick ? 1_000 : 10_000);
    await CareBench.Run(null, persons, quick ? 1 : 3);
    if (server is not null) await CareBench.Run(server, persons, quick ? 1 : 3);
}
