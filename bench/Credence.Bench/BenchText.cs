using System.Text;
using Credence.Incidents;

namespace Credence.Bench;

/// <summary>Varied text: real narratives, shuffled and repeated, one a line; and the same in a file for the peers.</summary>
internal sealed class BenchText : IDisposable
{
    private const int Copies = 12;
    private const int Seed = 20190801;

    private BenchText(IReadOnlyList<string> lines, string path) => (Lines, Path) = (lines, path);

    public IReadOnlyList<string> Lines { get; }

    /// <summary>The lines as UTF-8, each with a line feed behind it.</summary>
    public string Path { get; }

    public long Bytes => new FileInfo(Path).Length;

    public static BenchText Of(string data)
    {
        var narratives = Narratives(BenchData.Boston(data));
        var random = new Random(Seed);
        var lines = new List<string>();
        for (var copy = 0; copy < Copies; copy++)
        {
            random.Shuffle(narratives);
            lines.AddRange(narratives);
        }

        var path = System.IO.Path.GetTempFileName();
        File.WriteAllText(path, string.Join('\n', lines) + '\n', new UTF8Encoding(false));
        return new BenchText(lines, path);
    }

    /// <summary>The narratives of an export, each on one line.</summary>
    public static string[] Narratives(string path)
    {
        using var incidents = IncidentCsv.Read(File.OpenText(path));
        return [.. incidents.Select(row => row.Incident.Narrative.Text.ReplaceLineEndings(" ").Replace('\r', ' ')).Where(text => text.Length > 0)];
    }

    public void Dispose() => File.Delete(Path);
}
