using System.Globalization;
using Credence.Classification;
using Credence.Consents;
using Credence.Testing;

namespace Credence.Tests.Consents;

/// <summary>The page specs/consent/duties.md is the test.</summary>
public class DutySpecTests
{
    private static readonly ReportingDuties Duties = ReportingDuties.From(Cast.Packs);
    private static readonly DateTimeOffset Nine = Releases.Day("2031-06-14");

    public static TheoryData<string> Examples() => SpecPages.ExamplesOf("consent", "duties");

    [Theory]
    [MemberData(nameof(Examples))]
    public void Duty(string example)
    {
        var list = SpecPages.List(SpecPages.Section("consent", "duties", example));
        SpecPages.OnlyKeys(list, "where", "hears", "known", "known not", "learned later ", "language", "due ", "overdue", "may arise", "nothing", "is told before");
        var where = list.First(pair => pair.Key == "where").Value;
        var listener = SpecPages.Value<Listener>(list.First(pair => pair.Key == "hears").Value);
        var facts = list.SelectMany(Facts).ToList();
        var answers = Duties.Of(facts, listener, where, Nine.AddHours(3));
        var due = answers.OfType<DutyAnswer.Due>().ToList();

        if (list.All(pair => pair.Key != "is told before"))
        {
            Assert.Equal(list.Where(pair => pair.Key.StartsWith("due ", StringComparison.Ordinal)).Select(pair => $"{pair.Key[4..]}: {pair.Value}").Order(), due.Select(Said).Order());
            Assert.Equal(Values(list, "may arise").Order(), answers.OfType<DutyAnswer.MayArise>().Select(one => one.Duty.Id).Order());
            Assert.Equal(Values(list, "overdue").Order(), due.SelectMany(one => one.Steps).Where(step => step.IsOverdue).Select(step => step.Step.Title).Order());
            Assert.Equal(list.Any(pair => pair.Key == "nothing"), answers.Count == 0);
        }

        Before(list, Duties.WarningsBefore(facts, listener, where, list.FirstOrDefault(pair => pair.Key == "language").Value ?? "en"));
    }

    private static string Said(DutyAnswer.Due due) =>
        $"{due.Duty.Id}: {string.Join(", then ", due.Steps.Select(step => step.By.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture)))}";

    private static void Before(IReadOnlyList<(string Key, string Value)> list, IReadOnlyList<string> warnings)
    {
        foreach (var expected in Values(list, "is told before"))
        {
            if (expected == "nothing") Assert.Empty(warnings);
            else Assert.Contains(warnings, warning => warning.Contains(expected, StringComparison.Ordinal));
        }
    }

    private static IEnumerable<string> Values(IReadOnlyList<(string Key, string Value)> list, string key) => list.Where(pair => pair.Key == key).Select(pair => pair.Value);

    private static IEnumerable<DutyKnowledge> Facts((string Key, string Value) pair) => pair.Key switch
    {
        "known" => pair.Value.Split(", ").Select(fact => new DutyKnowledge(SpecPages.Value<DutyFact>(fact), Support.Supported, Nine)),
        "known not" => pair.Value.Split(", ").Select(fact => new DutyKnowledge(SpecPages.Value<DutyFact>(fact), Support.NotSupported, Nine)),
        _ when pair.Key.StartsWith("learned later ", StringComparison.Ordinal) =>
            [new DutyKnowledge(SpecPages.Value<DutyFact>(pair.Key[14..]), Support.Supported, DateTimeOffset.Parse(pair.Value, CultureInfo.InvariantCulture))],
        _ => [],
    };
}
