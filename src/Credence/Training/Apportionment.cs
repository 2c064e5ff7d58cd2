namespace Credence.Training;

/// <summary>Divides a whole number by shares with the method of largest remainders (Hamilton), so that the parts add up.</summary>
internal static class Apportionment
{
    /// <summary>One part for each share; every share gets at least one where there are enough.</summary>
    public static int[] Of(int whole, IReadOnlyList<int> shares)
    {
        var all = shares.Sum();
        var parts = shares.Select(share => (int)((long)whole * share / all)).ToArray();
        var left = whole - parts.Sum();
        foreach (var i in Enumerable.Range(0, shares.Count).OrderByDescending(i => (long)whole * shares[i] % all).ThenBy(i => i).Take(left)) parts[i]++;
        for (var empty = Array.IndexOf(parts, 0); empty >= 0 && whole >= parts.Length; empty = Array.IndexOf(parts, 0))
        {
            parts[empty]++;
            parts[Array.IndexOf(parts, parts.Max())]--;
        }

        return parts;
    }
}
