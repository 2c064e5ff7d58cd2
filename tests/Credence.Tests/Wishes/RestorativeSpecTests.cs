using Credence.Wishes;

namespace Credence.Tests.Wishes;

/// <summary>The page specs/wishes/restorative.md is the test.</summary>
public class RestorativeSpecTests
{
    private static readonly Guid Process = new("77777777-0000-0000-0000-000000000001");

    public static TheoryData<string> Examples() => SpecPages.ExamplesOf("wishes", "restorative");

    [Theory]
    [MemberData(nameof(Examples))]
    public void Gated(string example)
    {
        var list = SpecPages.List(SpecPages.Section("wishes", "restorative", example));
        SpecPages.OnlyKeys(list, "met", "taken", "then met", "stopped", "reopened", "step", "refused", "allowed");
        var so = RestorativeProcess.Of(list.SelectMany(pair => Entries(pair.Key, pair.Value)));
        var step = SpecPages.Value<RestorativeStep>(list.Single(pair => pair.Key == "step").Value);

        Assert.Equal(list.Where(pair => pair.Key == "refused").Select(pair => pair.Value).SingleOrDefault(), so.WhyNot(new RestorativeEntry.Taken(default, Process, step, null)));
        Assert.Equal(list.Any(pair => pair.Key == "allowed"), so.OpenFor(step).Count == 0);
        Assert.Equal(list.Any(pair => pair.Key == "stopped"), so.IsStopped);
    }

    private static IEnumerable<RestorativeEntry> Entries(string key, string value) => key switch
    {
        "met" or "then met" => value.Split(", ").Select(gate => new RestorativeEntry.Met(default, Process, SpecPages.Value<Gate>(gate), "the facilitator")),
        "taken" => [new RestorativeEntry.Taken(default, Process, SpecPages.Value<RestorativeStep>(value), null)],
        "reopened" => [new RestorativeEntry.Reopened(default, Process, SpecPages.Value<Gate>(value))],
        "stopped" => [new RestorativeEntry.Stopped(default, Process)],
        _ => [],
    };
}
