using System.Globalization;
using Credence.Classification;
using Credence.Consents;
using Credence.Testing;

namespace Credence.Tests.Consents;

/// <summary>The page specs/consent/retention.md is the test.</summary>
public class RetentionSpecTests
{
    private static readonly RetentionSchedule Schedule = Assert.Single(RetentionPack.From(Cast.Packs, []));

    public static TheoryData<string> Examples() => SpecPages.ExamplesOf("consent", "retention");

    [Theory]
    [MemberData(nameof(Examples))]
    public void Retention(string example)
    {
        var list = SpecPages.List(SpecPages.Section("consent", "retention", example));
        SpecPages.OnlyKeys(list, "record", "closed", "last used", "erasure asked", "hold", "on ", "says");
        var record = list.Aggregate(RecordOf(list[0].Value), With);
        var holds = list.Where(pair => pair.Key == "hold").Select(pair => HoldOf(pair.Value, record)).ToList();
        var expected = list.Where(pair => pair.Key.StartsWith("on ", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(expected);
        Assert.All(expected, pair => Assert.Equal(pair.Value, Said(ActOn(pair.Key[3..]))));
        Assert.All(list.Where(pair => pair.Key == "says"), pair =>
            Assert.Contains(pair.Value, Because(ActOn(expected[^1].Key[3..])), StringComparison.Ordinal));

        RetentionAct ActOn(string day) => Assert.Single(RetentionPlan.For([record], Schedule, holds, Day(day)).Lines).Act;
    }

    private static string Because(RetentionAct act) => act is RetentionAct.Due due ? due.Because : Assert.IsType<RetentionAct.Keep>(act).Because;

    private static string Said(RetentionAct act) => act switch
    {
        RetentionAct.Keep { Until: { } until } => $"keep until {until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
        RetentionAct.Keep => "keep",
        RetentionAct.Held held => $"held for {held.Matter}",
        RetentionAct.Due due => EnumWord.Of(due.What).Replace('-', ' ') + (due.NeedsTwo ? ", by two" : ""),
        _ => act.GetType().Name,
    };

    private static HeldRecord RecordOf(string words)
    {
        var (kind, created) = (words.Split(", created ")[0].Split(' '), words.Split(", created ")[1]);
        return new HeldRecord(new Guid("33333333-0000-0000-0000-000000000001"), SpecPages.Value<RecordSide>(kind[0]), SpecPages.Value<RecordKind>(kind[1]), Day(created));
    }

    private static HeldRecord With(HeldRecord record, (string Key, string Value) pair) => pair.Key switch
    {
        "closed" when pair.Value == "unknown" => record with { IsClosingKnown = false },
        "last used" => record with { LastUsed = Day(pair.Value) },
        "closed" => record with { Closed = Day(pair.Value) },
        "erasure asked" => record with { ErasureAsked = Day(pair.Value) },
        _ => record,
    };

    private static LegalHold HoldOf(string words, HeldRecord record)
    {
        var parts = words.Split(", ");
        var released = parts.FirstOrDefault(part => part.StartsWith("released ", StringComparison.Ordinal))?[9..];
        return new LegalHold(parts[0], new HashSet<Guid> { record.Id }, parts.Contains("police") ? RecordSide.Police : record.Side,
            new Decider("counsel", "C-1"), Day(parts[1][5..]), released is null ? null : Day(released));
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
