using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Credence.Cli.Review;

/// <summary>
/// <c>readings.ndjson</c>: lines are only added, each on the disk before the command says so, each with the hash of the one
/// before. A line that a crash left without its end was never confirmed and does not count.
/// </summary>
internal sealed class ReviewJournal
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly string _path;
    private readonly List<JournalEntry> _entries = [];
    private string _last;
    private long _whole;

    private ReviewJournal(string path, string first) => (_path, _last) = (path, first);

    public IReadOnlyList<JournalEntry> Entries => _entries;

    /// <summary>True if the file ends in a line that a crash cut off.</summary>
    public bool HasUnfinishedLine { get; private set; }

    /// <summary>Reads and checks every line; ends the command if one of them was changed, taken out or put in.</summary>
    public static ReviewJournal Open(string path, ReadOnlySpan<byte> before)
    {
        var journal = new ReviewJournal(path, Hash(before));
        if (File.Exists(path)) journal.Read(File.ReadAllBytes(path));
        return journal;
    }

    /// <summary>Adds entries: all of them, or after a crash none.</summary>
    public void Add(IEnumerable<Func<int, string, JournalEntry>> entries)
    {
        var lines = new MemoryStream();
        foreach (var make in entries)
        {
            var entry = make(_entries.Count + 1, _last);
            var line = JsonSerializer.SerializeToUtf8Bytes(entry, Json);
            lines.Write(line);
            lines.WriteByte((byte)'\n');
            _entries.Add(entry);
            _last = Hash(line);
        }

        using var file = OwnFile.Open(_path, FileMode.OpenOrCreate);
        file.SetLength(_whole);
        file.Position = _whole;
        file.Write(lines.GetBuffer(), 0, (int)lines.Length);
        file.Flush(flushToDisk: true);
        (_whole, HasUnfinishedLine) = (file.Length, false);
    }

    private void Read(byte[] bytes)
    {
        for (var start = 0; start < bytes.Length;)
        {
            var length = bytes.AsSpan(start).IndexOf((byte)'\n');
            if (length < 0)
            {
                HasUnfinishedLine = true;
                return;
            }

            var line = bytes.AsSpan(start, length);
            if (Parse(line) is not { } entry || entry.Previous != _last || entry.Entry != _entries.Count + 1) throw CommandEnd.Refused(
                $"{Path.GetFileName(_path)}, line {_entries.Count + 1}: found a line that does not follow from the one before, expected "
                + "what credence wrote. Somebody has changed it or review.json; compare with a copy before anything is added.");
            _entries.Add(entry);
            _last = Hash(line);
            start += length + 1;
            _whole = start;
        }
    }

    private static JournalEntry? Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize<JournalEntry>(line, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
