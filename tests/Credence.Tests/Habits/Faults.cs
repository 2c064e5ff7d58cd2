namespace Credence.Tests.Habits;

internal static class Faults
{
    /// <summary>Fails with every fault on a line of its own; Assert.Empty cuts them short.</summary>
    public static void None(IEnumerable<string?> faults)
    {
        var found = faults.ToList();
        Assert.True(found.Count == 0, $"{found.Count} faults:\n{string.Join('\n', found)}");
    }
}
