using System.Text.Json;
using Credence.Cli;
using Credence.Cli.Evaluation;
using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Police.Review;
using Credence.Review;
using CsCheck;

namespace Credence.Record.Tests.Review;

/// <summary>The desks of the record and the commands on a folder are two ways of keeping the same readings.</summary>
public class SameAnswersTests
{
    private const int Incidents = 24;

    private static readonly Gen<(int Reader, int Incident, int Victim)[]> Scripts =
        Gen.Select(Gen.Int[0, 2], Gen.Int[1, Incidents], Gen.Int[0, 2], (reader, incident, victim) => (reader, incident, victim)).Array[1, 40];

    private static readonly PoliceAccess[] Readers = [Reviews.Ana, Reviews.Ben];

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task The_same_readings_give_the_same_status(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        await using var first = await Reviews.Begin(workplace, Incidents, doubled: 0);
        var csv = workplace.File("reports.csv");
        await File.WriteAllTextAsync(csv, Reviews.Csv(Incidents));
        var number = 0;

        Gen.Select(Scripts, Gen.Int[0, 4], Gen.UInt).Sample(
            (script, doubled, seed) =>
            {
                var (desks, command) = Task.Run(() => Both(first, csv, workplace.File($"review-{++number}"), script, doubled / 4.0, seed)).GetAwaiter().GetResult();
                Assert.Equal(command, desks);
            },
            iter: kind is DatabaseKind.Sqlite ? 12 : 4, threads: 1);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task The_same_readings_give_the_same_order(DatabaseKind kind)
    {
        await using var workplace = await Workplace.Make(kind);
        await using var review = await Reviews.Begin(workplace, 60, doubled: 0);
        var (csv, screened, folder) = (workplace.File("reports.csv"), workplace.File("screened"), workplace.File("review"));
        await File.WriteAllTextAsync(csv, Reviews.Csv(60));
        Run("screen", csv, "--out", screened, "--purpose", "a test");
        Run("review", "start", csv, "--screened", screened, "--reader", "Ana", "--reader", "Ben", "--double", "0", "--out", folder);

        for (var i = 0; i < 8; i++)
        {
            await review.Settle();
            var expected = Run("review", "next", folder, "--reader", "Ana").Trim();
            var victim = i % 3 == 0 ? VictimAnswer.Yes : VictimAnswer.No;
            Assert.Equal(expected, (await review.Read(Reviews.Ana, victim)).Number);
            Label(folder, "Ana", expected, victim);
        }
    }

    private static async Task<(string Desks, string Command)> Both(
        Reviews first, string csv, string folder, (int Reader, int Incident, int Victim)[] script, double doubled, uint seed)
    {
        var names = Readers.Select(reader => reader.Account.Value.ToString("N")).ToList();
        Run(["review", "start", csv, .. names.SelectMany(name => (string[])["--reader", name]), "--double", $"{doubled}", "--seed", $"{seed}", "--out", folder]);
        await using var review = await first.Another(Path.GetFileName(folder), doubled, seed);
        var last = new Dictionary<(int, int), ReadingId>();
        foreach (var (reader, incident, victim) in script)
        {
            var number = Reviews.Number(incident);
            if (reader == Readers.Length)
            {
                // Somebody decides, where there is something to decide.
                if ((await review.Adjudication.Disagreements(Reviews.Lead, review.Review, default)).FirstOrDefault(one => one.Number == number) is not { } dispute) continue;
                Assert.IsType<JudgeAnswer.Kept>(await review.Adjudication.Adjudicate(Reviews.Lead, review.Review, dispute.Incident, Reviews.Says((VictimAnswer)victim), default));
                Label(folder, names[0], number, (VictimAnswer)victim, "--adjudicate");
                continue;
            }

            var says = Reviews.Says((VictimAnswer)victim, last.TryGetValue((reader, incident), out var before) ? before : null);
            Assert.IsType<JudgeAnswer.Kept>(await review.Judge(Readers[reader], await review.Give(Readers[reader], incident), says));
            last[(reader, incident)] = says.Id;
            Label(folder, names[reader], number, (VictimAnswer)victim);
        }

        var status = (await review.Figures()).Status;
        var numbers = (await new IncidentDesk(review.Record).Queue(Reviews.Lead, new QueueFilter { MissedOnly = false }, null, Incidents, default))
            .ToDictionary(line => line.Id.Value.ToString("N"), line => new Credence.Incidents.IncidentNumber(line.Number));
        status = status with { Disputed = [.. status.Disputed.Select(one => numbers[one.Value])], ReadAgain = [.. status.ReadAgain.Select(one => numbers[one.Value])] };
        return (JsonSerializer.Serialize(status, EvaluationJson.Options), Run("review", "status", folder, "--json").Trim());
    }

    private static void Label(string folder, string reader, string number, VictimAnswer victim, params string[] more) => Run(
        ["review", "label", folder, number, "--reader", reader, "--victim", $"{victim}".ToLowerInvariant(), .. victim is VictimAnswer.Yes ? (string[])["--type", "labor"] : [], .. more]);

    private static string Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = CommandLine.Run(arguments, output, error);
        Assert.True(exit == ExitCode.Done, error.ToString());
        return output.ToString();
    }
}
