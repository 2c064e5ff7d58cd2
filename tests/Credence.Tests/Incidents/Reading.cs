using System.Text;
using Credence.Incidents;

namespace Credence.Tests.Incidents;

/// <summary>Reads what a test wrote down.</summary>
internal static class Reading
{
    public static List<IncidentRow> Rows(string text, string map = "") => Rows(Encoding.UTF8.GetBytes(text), map);

    public static List<IncidentRow> Rows(byte[] bytes, string map = "")
    {
        using var source = Open(bytes, map);
        var rows = new List<IncidentRow>();
        while (source.TryRead(out var row)) rows.Add(row);
        return rows;
    }

    public static IncidentSource Open(byte[] bytes, string map = "")
    {
        Assert.True(IncidentSource.TryOpen(new TricklingStream(bytes), Map(map), out var source, out var problem), $"{problem}");
        return source;
    }

    public static SourceProblem Refusal(byte[] bytes, string map = "")
    {
        Assert.False(IncidentSource.TryOpen(new MemoryStream(bytes), Map(map), out _, out var problem));
        return problem;
    }

    public static SourceProblem Refusal(string text, string map = "") => Refusal(Encoding.UTF8.GetBytes(text), map);

    public static string[] Narratives(string text) => [.. Rows(text).Select(row => row.Incident.Narrative.Text)];

    private static ColumnMap Map(string map)
    {
        if (map.Length == 0) return ColumnMap.Empty;
        Assert.True(ColumnMap.TryParse([map], out var parsed, out var problem), problem);
        return parsed;
    }

    /// <summary>Gives its bytes a few at a time, as a pipe does, so that nothing may rest on a full buffer.</summary>
    private sealed class TricklingStream(byte[] bytes) : MemoryStream(bytes)
    {
        private int _turn;

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 1 + 977 * (++_turn % 7))]);
    }
}
