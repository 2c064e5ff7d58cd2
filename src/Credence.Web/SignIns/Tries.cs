using System.Collections.Concurrent;
using Credence.Record.Access;

namespace Credence.Web.SignIns;

/// <summary>Tries to sign in: one after the other for each account, so that many at once do not get more guesses than five; and each code once.</summary>
internal sealed class Tries(TimeProvider clock)
{
    // An authenticator's code is taken for some steps of 30 seconds around now.
    private static readonly TimeSpan CodeLives = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];
    private readonly ConcurrentDictionary<(AccountId Account, string Code), DateTimeOffset> _used = new();

    public async Task<IDisposable> Turn(AccountId account, CancellationToken cancellation)
    {
        var turn = _turns[(uint)account.Value.GetHashCode() % (uint)_turns.Length];
        await turn.WaitAsync(cancellation);
        return new Held(turn);
    }

    /// <summary>Whether this code opened this account already: somebody may have looked over a shoulder.</summary>
    public bool WasUsed(AccountId account, string code) => _used.TryGetValue((account, code), out var at) && at + CodeLives > clock.GetUtcNow();

    /// <summary>Remembers that this code opened this account.</summary>
    public void Used(AccountId account, string code)
    {
        foreach (var (key, at) in _used)
            if (at + CodeLives <= clock.GetUtcNow()) _used.TryRemove(key, out _);
        _used[(account, code)] = clock.GetUtcNow();
    }

    private sealed class Held(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
