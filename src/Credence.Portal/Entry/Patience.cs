using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Credence.Portal.Entry;

/// <summary>
/// How long a try to come in waits. After some wrong ones, from one place or with the same words, each further one waits longer, and none is ever refused for
/// what others tried: whoever guesses cannot lock out the person, who waits some seconds and comes in. What does not exist waits like what does.
/// </summary>
internal sealed class Patience(TimeProvider clock, TimeSpan longest) : IDisposable
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private const int Free = 5;
    private const int MostAtOnce = 20;
    private const int MostRemembered = 100_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, (long Count, DateTimeOffset At)> _wrong = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _waiting = new(StringComparer.Ordinal);
    // A hash fills a processor for a tenth of a second; more at once would make everybody slow.
    private readonly SemaphoreSlim _hashes = new(Math.Max(1, Environment.ProcessorCount));

    /// <summary>Waits, and then tries; null, with nothing tried, if too many from this place wait already.</summary>
    /// <param name="place">Where the try comes from.</param>
    /// <param name="typed">The words or the code that were typed; kept as a hash, for an hour.</param>
    /// <param name="attempt">Tries, with how often the same was typed wrongly before.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<(bool WasTried, T? Result, long Wrong)> Try<T>(string place, string typed, Func<long, Task<T?>> attempt, CancellationToken cancellation) where T : class
    {
        var same = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(typed)));
        if (_waiting.AddOrUpdate(place, 1, (_, count) => count + 1) > MostAtOnce)
        {
            Leave(place);
            return (false, null, 0);
        }

        try
        {
            var wait = Wait(Math.Max(Wrong(place), Wrong(same)));
            if (wait > TimeSpan.Zero) await Task.Delay(wait, clock, cancellation);
            var before = Wrong(same);
            var result = await Turn(() => attempt(before), cancellation);
            if (result is not null) _wrong.TryRemove(same, out _);
            else foreach (var key in (string[])[place, same]) _wrong.AddOrUpdate(key, (1, clock.GetUtcNow()), (_, was) => (was.Count + 1, clock.GetUtcNow()));
            return (true, result, before);
        }
        finally
        {
            Leave(place);
            Forget();
        }
    }

    /// <summary>One hash at a time on each processor.</summary>
    public async Task<T> Turn<T>(Func<Task<T>> hash, CancellationToken cancellation)
    {
        await _hashes.WaitAsync(cancellation);
        try
        {
            return await hash();
        }
        finally
        {
            _hashes.Release();
        }
    }

    public void Dispose() => _hashes.Dispose();

    internal TimeSpan Wait(long wrong) => wrong < Free ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(longest.TotalSeconds, Math.Pow(2, Math.Min(wrong - Free, 10))));

    private long Wrong(string key) => _wrong.TryGetValue(key, out var known) && known.At + Remembered > clock.GetUtcNow() ? known.Count : 0;

    private void Leave(string place)
    {
        if (_waiting.AddOrUpdate(place, 0, (_, count) => count - 1) <= 0) _waiting.TryRemove(KeyValuePair.Create(place, 0));
    }

    private void Forget()
    {
        if (_wrong.Count < MostRemembered) return;
        foreach (var (key, known) in _wrong)
            if (known.At + Remembered <= clock.GetUtcNow()) _wrong.TryRemove(key, out _);
    }
}
