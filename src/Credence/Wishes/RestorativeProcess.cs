using System.Text.Json.Serialization;
using Credence.Consents;

namespace Credence.Wishes;

/// <summary>What has to be so before people may meet over harm that one did to the other.</summary>
public enum Gate
{
    /// <summary>The person wants this step, asked for this step.</summary>
    PersonWants,

    /// <summary>The other side wants this step, and owns what was done.</summary>
    OtherSideWants,

    /// <summary>Somebody has assessed that it is safe, with the person.</summary>
    SafetyAssessed,

    /// <summary>Whoever leads it has nothing to do with the case.</summary>
    FacilitatorIndependent,

    /// <summary>Both were prepared, each alone.</summary>
    Prepared,

    /// <summary>The person has somebody of her or his choice along, or chose to have nobody.</summary>
    SupportChosen,

    /// <summary>Both know that either may stop it at any moment.</summary>
    RightToStopTold,

    /// <summary>Both were told what the law can and cannot keep confidential.</summary>
    ConfidentialityTold,
}

/// <summary>A step of a restorative process.</summary>
public enum RestorativeStep
{
    /// <summary>Each is prepared alone.</summary>
    Preparation,

    /// <summary>Words go between them without a meeting.</summary>
    Message,

    /// <summary>They meet.</summary>
    Meeting,

    /// <summary>They agree on something.</summary>
    Agreement,

    /// <summary>Somebody looks whether it is kept.</summary>
    FollowUp,
}

/// <summary>Something that is written about a restorative process. It stays on the service side; its words are never in a police record.</summary>
/// <param name="At">When.</param>
/// <param name="Process">Which process.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "entry")]
[JsonDerivedType(typeof(Met), "met")]
[JsonDerivedType(typeof(Reopened), "reopened")]
[JsonDerivedType(typeof(Taken), "taken")]
[JsonDerivedType(typeof(Stopped), "stopped")]
public abstract record RestorativeEntry(DateTimeOffset At, Guid Process)
{
    /// <summary>What kind of entry it is.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>A gate is met.</summary>
    /// <param name="At">When.</param>
    /// <param name="Process">Which process.</param>
    /// <param name="Gate">The gate.</param>
    /// <param name="By">Who says so.</param>
    public sealed record Met(DateTimeOffset At, Guid Process, Gate Gate, string By) : RestorativeEntry(At, Process);

    /// <summary>A gate is no longer met.</summary>
    /// <param name="At">When.</param>
    /// <param name="Process">Which process.</param>
    /// <param name="Gate">The gate.</param>
    public sealed record Reopened(DateTimeOffset At, Guid Process, Gate Gate) : RestorativeEntry(At, Process);

    /// <summary>A step was taken.</summary>
    /// <param name="At">When.</param>
    /// <param name="Process">Which process.</param>
    /// <param name="Step">The step.</param>
    /// <param name="Words">What the person wants kept of it, or null.</param>
    public sealed record Taken(DateTimeOffset At, Guid Process, RestorativeStep Step, string? Words) : RestorativeEntry(At, Process);

    /// <summary>One side stopped it. Nobody asks why.</summary>
    /// <param name="At">When.</param>
    /// <param name="Process">Which process.</param>
    public sealed record Stopped(DateTimeOffset At, Guid Process) : RestorativeEntry(At, Process);
}

/// <summary>
/// How a restorative process stands. What each side wants is asked anew for every step: after one, these two gates are open again. After a stop all gates are open.
/// </summary>
public sealed class RestorativeProcess
{
    private static readonly Gate[] BeforeAnything = [Gate.PersonWants, Gate.FacilitatorIndependent, Gate.RightToStopTold, Gate.ConfidentialityTold];
    private readonly HashSet<Gate> _met = [];

    private RestorativeProcess(IEnumerable<RestorativeEntry> entries)
    {
        foreach (var entry in entries) Take(entry);
    }

    /// <summary>Whether one side stopped it, and nobody has begun anew.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>The gates that are met, in order.</summary>
    public IReadOnlyList<Gate> MetGates => [.. _met.Order()];

    /// <summary>From what was written of this process.</summary>
    public static RestorativeProcess Of(IEnumerable<RestorativeEntry> entries) => new(entries);

    /// <summary>The gates that are open for a step; empty if it may be taken.</summary>
    public IReadOnlyList<Gate> OpenFor(RestorativeStep step) => [.. Needed(step).Where(gate => !_met.Contains(gate))];

    /// <summary>Why an entry cannot be written, in one sentence that names each open gate; null if it can.</summary>
    public string? WhyNot(RestorativeEntry entry) => entry switch
    {
        RestorativeEntry.Met met when string.IsNullOrWhiteSpace(met.By) => "Found nobody who says so, expected who.",
        RestorativeEntry.Taken taken when OpenFor(taken.Step) is { Count: > 0 } open =>
            $"Found {(open.Count == 1 ? "an open gate" : "open gates")} before {Words(taken.Step)}, expected {(open.Count == 1 ? "it" : "them")} met: {string.Join(", ", open.Select(Words))}.",
        _ => null,
    };

    private void Take(RestorativeEntry entry)
    {
        switch (entry)
        {
            case RestorativeEntry.Met met:
                _met.Add(met.Gate);
                IsStopped = false;
                break;
            case RestorativeEntry.Reopened reopened:
                _met.Remove(reopened.Gate);
                break;
            case RestorativeEntry.Taken taken:
                _met.ExceptWith([Gate.PersonWants, Gate.OtherSideWants]);
                if (taken.Step == RestorativeStep.Preparation) _met.Add(Gate.Prepared);
                break;
            case RestorativeEntry.Stopped:
                _met.Clear();
                IsStopped = true;
                break;
        }
    }

    private static IReadOnlyList<Gate> Needed(RestorativeStep step) => step is RestorativeStep.Preparation or RestorativeStep.FollowUp ? BeforeAnything : Enum.GetValues<Gate>();

    private static string Words<T>(T value) where T : struct, Enum => EnumWord.Of(value).Replace('-', ' ');
}
