using System.Diagnostics;

namespace Credence.Disclosure;

/// <summary>
/// How long the search for what to withhold may go on, and who hears how far it is. A search that is stopped withholds more; what it
/// chooses is proved all the same, and the proof is never cut short.
/// </summary>
/// <param name="limit">The bound, counted from when this was made; null for none.</param>
/// <param name="hears">Hears after every step; null for nobody.</param>
public sealed class SearchTime(TimeSpan? limit = null, Action<SearchStep>? hears = null)
{
    private readonly long _began = Stopwatch.GetTimestamp();

    /// <summary>True once the bound is reached.</summary>
    public bool IsUp => limit is { } most && Stopwatch.GetElapsedTime(_began) >= most;

    // At least a moment: what has begun must be able to end.
    internal long? MillisecondsLeft => limit is { } most ? Math.Max(1, (long)(most - Stopwatch.GetElapsedTime(_began)).TotalMilliseconds) : null;

    internal void Tell(SearchStep step) => hears?.Invoke(step);
}

/// <summary>How far the search is.</summary>
/// <param name="Round">Choices that were made and attacked; 0 while the first that keeps the promise is looked for.</param>
/// <param name="Rounds">How many there may be.</param>
/// <param name="Loss">What the best choice so far loses; null if there is none yet.</param>
/// <param name="Bound">No choice loses less than this.</param>
public readonly record struct SearchStep(int Round, int Rounds, int? Loss, int Bound);
