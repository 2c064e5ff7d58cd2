using Credence.Incidents.Nibrs;
using Credence.Testing;

namespace Credence.Tests.Incidents.Nibrs;

/// <summary>
/// A test submission of January 2016 held against the error data set that the FBI returned for it: an oracle that is not
/// ours. docs/nibrs.md says what the two differ in and why.
/// </summary>
public class NibrsAgreementTests(ITestOutputHelper output)
{
    // What we report and the FBI did not, each with the rule it stands on. None at present.
    private static readonly string[] Explained = [];

    [Fact]
    public void We_find_what_the_FBI_found_and_nothing_else()
    {
        var theirs = Theirs();
        // The FBI's message names the day this agency began; without it, nobody can know two of its errors.
        var ours = Ours(Starts());
        Print(theirs, ours);

        Assert.Equal(42, theirs.Count);
        Assert.Empty(Except(theirs, ours));
        Assert.Empty(Except(ours, theirs).Select(error => error.Split('|')[^1]).Except(Explained));
    }

    [Fact]
    public void Without_the_day_an_agency_began_two_errors_of_the_42_cannot_be_known()
    {
        var theirs = Theirs();
        var missed = Except(theirs, Ours([]));

        Assert.Equal(2, missed.Count);
        Assert.All(missed, error => Assert.EndsWith("|173", error, StringComparison.Ordinal));
    }

    private void Print(List<string> theirs, List<string> ours)
    {
        output.WriteLine("error  FBI  ours  in both");
        foreach (var number in theirs.Concat(ours).Select(error => error.Split('|')[^1]).Distinct().Order(StringComparer.Ordinal))
        {
            var (they, we) = (Of(theirs, number), Of(ours, number));
            output.WriteLine($"{number}  {they.Count,5} {we.Count,5} {they.Count - Except(they, we).Count,8}");
        }
    }

    private static List<string> Of(List<string> errors, string number) => [.. errors.Where(error => error.EndsWith("|" + number, StringComparison.Ordinal))];

    private static List<string> Theirs()
    {
        var path = SharedData.File("nibrs/Test-EDS-1.txt");
        Assert.SkipWhen(path is null, SharedData.Missing);
        // Positions of the error data set: Technical Specification 2019.2.1, section 6.9, page 200. The last line is no error.
        return
        [
            .. File.ReadLines(path!).Where(line => line.Trim().Length > 0 && line[14..23] != "999999999")
                .Select(line => Key(line[14..23], line[23..35], line[35..36], line[39..42], line[43..46], line[46..49])),
        ];
    }

    // The message of error 173 ends with that day.
    private static Dictionary<string, DateOnly> Starts() => File.ReadLines(SharedData.File("nibrs/Test-EDS-1.txt")!)
        .Where(line => line.Length > 140 && line[46..49] == "173")
        .DistinctBy(line => line[14..23])
        .ToDictionary(line => line[14..23], line => DateOnly.ParseExact(line[61..140].Trim()[^8..], "yyyyMMdd"));

    private static List<string> Ours(Dictionary<string, DateOnly> starts)
    {
        var path = SharedData.File("nibrs/Test-Submission-1.txt");
        Assert.SkipWhen(path is null, SharedData.Missing);
        using var stream = File.OpenRead(path!);
        var reports = new NibrsReports(new NibrsReader(stream, NibrsEdition.Shipped));
        var checker = new NibrsChecker(NibrsEdition.Shipped, starts);
        var errors = new List<NibrsError>();
        while (reports.TryRead(out var report)) errors.AddRange(checker.Check(report));
        return [.. errors.Select(error => Key(
            error.Ori, error.IncidentNumber, $"{error.Segment}", error.Segment is null ? "" : error.Person ?? "", error.Element ?? "", error.Error ?? ""))];
    }

    private static string Key(params string[] parts) => string.Join('|', parts.Select(part => part.Trim()));

    // With multiplicity: an error that is there twice must be found twice.
    private static List<string> Except(List<string> errors, List<string> others)
    {
        var left = others.GroupBy(error => error).ToDictionary(same => same.Key, same => same.Count());
        return [.. errors.Where(error => (left[error] = left.GetValueOrDefault(error) - 1) < 0)];
    }
}
