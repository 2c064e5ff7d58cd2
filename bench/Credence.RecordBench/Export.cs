using System.Globalization;
using System.Text;
using Credence.Incidents;

namespace Credence.RecordBench;

/// <summary>An export of so many incidents with narratives drawn from others, in a file that is gone at the end.</summary>
internal sealed class Export : IDisposable
{
    private const int Seed = 20310101;

    private static readonly string[] Codes = ["90J", "13B", "23H", "40A", "90Z", "35A", "64A", "250", "90I"];

    private Export(string path, int rows) => (Path, Rows) = (path, rows);

    public string Path { get; }

    public int Rows { get; }

    public static Export Of(IReadOnlyList<string> narratives, int rows)
    {
        var random = new Random(Seed);
        var path = System.IO.Path.GetTempFileName();
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false));
        file.WriteLine("incident_id,ori,incident_date,offense,victim_age,victim_sex,narrative");
        for (var i = 0; i < rows; i++)
        {
            file.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"2031-{i:0000000},ZZ0310000,2031-{1 + i % 12:00}-{1 + i % 28:00},{Codes[i % Codes.Length]},{15 + i % 50},{"FM"[i % 2]},\"{narratives[random.Next(narratives.Count)].Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
        }

        return new Export(path, rows);
    }

    public IncidentSource Open() => IncidentSource.TryOpen(File.OpenRead(Path), ColumnMap.Empty, out var source, out var problem)
        ? source
        : throw new InvalidDataException(problem.ToString());

    public void Dispose() => File.Delete(Path);
}
