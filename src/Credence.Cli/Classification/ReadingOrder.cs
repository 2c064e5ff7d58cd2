using System.Text;

namespace Credence.Cli.Classification;

/// <summary>
/// Lines in the order in which they are to be read, whatever the order in which they came. The lines lie in a file of the
/// system's for temporary files; memory holds a few numbers for each. No line holds anybody's words.
/// </summary>
internal sealed class ReadingOrder : IDisposable
{
    private readonly FileStream _lines = Open(Path.Combine(Path.GetTempPath(), $"credence-{Path.GetRandomFileName()}"));

    private readonly List<Place> _places = [];

    public int Count => _places.Count;

    /// <summary>Keeps a line under what orders it: first the smaller rank, then the larger level and score, then as they came.</summary>
    public void Add(int rank, int level, double score, ulong incident, string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        _places.Add(new Place(rank, level, score, incident, _lines.Length, bytes.Length));
        _lines.Position = _lines.Length;
        _lines.Write(bytes);
    }

    /// <summary>Leaves lines out, by rank and incident.</summary>
    public void Remove(Func<int, ulong, bool> leftOut) => _places.RemoveAll(place => leftOut(place.Rank, place.Incident));

    public IEnumerable<string> Lines()
    {
        _places.Sort();
        foreach (var place in _places)
        {
            var bytes = new byte[place.Length];
            _lines.Position = place.Offset;
            _lines.ReadExactly(bytes);
            yield return Encoding.UTF8.GetString(bytes);
        }
    }

    public void Dispose() => _lines.Dispose();

    // Elsewhere than on Windows an open file can go at once, so that not even a killed run leaves numbers and levels behind.
    private static FileStream Open(string path)
    {
        var lines = new FileStream(path, OnlyForUs());
        if (!OperatingSystem.IsWindows()) File.Delete(path);
        return lines;
    }

    private static FileStreamOptions OnlyForUs()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private readonly record struct Place(int Rank, int Level, double Score, ulong Incident, long Offset, int Length) : IComparable<Place>
    {
        public int CompareTo(Place other) => (Rank, other.Level, other.Score, Offset).CompareTo((other.Rank, Level, Score, other.Offset));
    }
}
