using System.Diagnostics;
using System.Runtime.InteropServices;
using Credence.Interviews;
using Credence.Interviews.Deidentification;
using Credence.Interviews.Qda;
using Credence.InterviewsBench;
using Credence.Research;

var quick = args.Contains("--quick");
var (interviews, words, codings, times) = quick ? (20, 15_000, 2_000, 1) : (200, 15_000, 20_000, 3);
Console.WriteLine($"Software: {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} logical processors");
Console.WriteLine($"Load before the run: {(File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Trim() : "unknown")}");
Console.WriteLine(FormattableString.Invariant($"{interviews} invented interviews of {words:N0} words, {codings:N0} codings by two coders, 60 codes"));
var folder = Directory.CreateTempSubdirectory("credence-bench-");
try
{
    var file = InventedStudy.Make(Path.Combine(folder.FullName, "study.credence"), interviews, words, codings);
    var project = file.Read();
    var coder = project.Coders[0].Id;
    Line("list of interviews", () => file.List(coder).Count);
    Line("one interview with its codings", () => file.Codings(file.Find(interviews / 2)!.Id).Count);
    Line("one more coding, kept", () => KeptOne(file, coder));
    Line("search", () => file.Search("found a bed", int.MaxValue).Count, () => Evening.Search(file.Path, "found a bed"));
    Line("read the project", () => file.Read().Codings.Count);
    Line("matrix", () => CodeMatrix.Of(project) is var matrix ? project.Codebook.Codes.Sum(code => matrix.RowOf(code.Id).Sum(cell => cell.Interviews)) : 0, () => Evening.Matrix(project));
    Line("matrix with every quotation", () => CodeMatrix.Of(project).Themes(int.MaxValue).Sum(theme => theme.Quotations.Count));
    Line("alpha of characters, 60 codes", () => AgreementOf(project), () => (int)project.Codebook.Codes.Sum(code => Math.Round(Evening.Alpha(project, code) * 1000)));
    Line("names proposed, all interviews", () => IdentifierFinder.Propose(project.Transcripts, []).Count);
    // A second time there is nothing left to replace.
    Once("one name replaced everywhere", () => file.Decide(new("Quintero", IdentifierKind.Person, $"[person {Guid.NewGuid()}]")).Places);
    Line("missed names", () => file.Missed());
    Line("project written (.qdpx)", () => Written(file).Length > 0 ? 1 : 0);
    var written = Written(file);
    Line("project read (.qdpx)", () => QdaReader.Read(((QdaAnswer.Opened)QdaArchive.Read(new MemoryStream(written))).Project, project.Id).Project.Codings.Count);
    Console.WriteLine(FormattableString.Invariant($"Most memory: {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB; the file has {new FileInfo(file.Path).Length >> 20} MB."));
    return 0;
}
finally
{
    folder.Delete(recursive: true);
}

void Once(string what, Func<int> ours)
{
    var began = Stopwatch.GetTimestamp();
    var places = ours();
    Console.WriteLine(FormattableString.Invariant($"{what,-34} {Stopwatch.GetElapsedTime(began).TotalSeconds,9:0.000} s   {places} places"));
}

void Line(string what, Func<int> ours, Func<int>? theirs = null)
{
    var (own, result) = Best(ours);
    Console.Write(FormattableString.Invariant($"{what,-34} {own,9:0.000} s"));
    if (theirs is not null)
    {
        var (their, theirResult) = Best(theirs);
        Console.Write(FormattableString.Invariant($"   an evening's program {their,9:0.000} s, {(theirResult == result ? "the same result" : $"{theirResult} and not {result}")}"));
    }

    Console.WriteLine();
}

(double Seconds, int Result) Best(Func<int> work)
{
    var (best, result) = (double.MaxValue, 0);
    for (var run = 0; run < times; run++)
    {
        var began = Stopwatch.GetTimestamp();
        result = work();
        best = Math.Min(best, Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    return (best, result);
}

// With all that a report has: intervals by a thousand draws, kappa, AC1 and alpha of units too.
static int AgreementOf(InterviewProject project) => (int)AgreementReport.Of(project, PassageKind.Sentence, 1)[0].Codes.Sum(code => Math.Round(code.OfCharacters.Value * 1000));

static int KeptOne(ProjectFile file, CoderId coder)
{
    var (transcript, code) = (file.Find(1)!, file.Codebook().Codes[1].Id);
    return file.Code(transcript, [new TextSpan(10, 50)], code, coder) is null ? 1 : 0;
}

static byte[] Written(ProjectFile file)
{
    var stream = new MemoryStream();
    QdaArchive.Write(((ExportAnswer.Written)file.Export()).Project, stream);
    return stream.ToArray();
}
