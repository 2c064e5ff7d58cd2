using System.Security.Cryptography;
using Credence.Cli.Screening;
using Credence.Incidents;
using Credence.Review;

namespace Credence.Cli.Review;

/// <summary>
/// The incidents of a review, read anew from their files each time: the rows of one number are one incident. With results of
/// a screening, what was found is known of each.
/// </summary>
internal sealed class ReviewIncidents
{
    private readonly Dictionary<IncidentNumber, int> _places = [];
    private readonly List<IncidentNumber> _numbers = [];
    private readonly List<List<string>> _texts = [];
    private ScreenedFindings? _found;

    public IReadOnlyList<IncidentNumber> Numbers => _numbers;

    public int RowsWithoutNumber { get; private set; }

    /// <summary>Reads files for a new review.</summary>
    public static ReviewIncidents Read(IReadOnlyList<string> files, ColumnMap map, string? screened)
    {
        var incidents = new ReviewIncidents();
        foreach (var file in InputFile.FindAll(files, map, Console.OpenStandardInput)) incidents.Add(file, map);
        if (screened is not null) incidents._found = ScreenedFindings.Read(screened);
        return incidents;
    }

    /// <summary>Reads the files of a review again; ends the command if one is gone or has changed.</summary>
    public static ReviewIncidents Read(ReviewRecord review)
    {
        foreach (var input in review.Screened is null ? review.Inputs : review.Inputs.Append(review.Screened))
        {
            if (!File.Exists(input.Path)) throw CommandEnd.Refused($"{input.Path}: found no such file, expected what the review began with.");
            if (HashOf(input.Path) != input.Sha256) throw CommandEnd.Refused(
                $"{input.Path}: found other bytes than the review began with, expected the same file; start another review for a new one.");
        }

        if (!ColumnMap.TryParse(review.Map, out var map, out var problem)) throw CommandEnd.Refused($"{ReviewFolder.Record}: {problem}");
        return Read([.. review.Inputs.Select(input => input.Path)], map, review.Screened?.Path);
    }

    public static string HashOf(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    public string TextOf(int place) => string.Join("\n\n", _texts[place]);

    /// <summary>What the ranking knows of each incident.</summary>
    public DocumentRows Rows() => DocumentRows.Of(
        [.. _numbers.Select((number, place) => new ReviewDocument(TextOf(place), _found?.FeaturesOf(number)))]);

    /// <summary>The order before anything is learned: the screening's, or one drawn by lot.</summary>
    public IReadOnlyList<int> Before(ulong seed)
    {
        var chance = new Statistics.Pcg32(seed, 1);
        var lots = _numbers.ConvertAll(_ => chance.Next());
        return [.. Enumerable.Range(0, _numbers.Count)
            .OrderByDescending(place => _found?.RankOf(_numbers[place]) ?? default).ThenBy(place => lots[place])];
    }

    private void Add(InputFile file, ColumnMap map)
    {
        using var stream = file.Open();
        using var source = file.OpenSource(stream, map);
        while (source.TryRead(out var row))
        {
            if (row.Incident.Number.Value.Length == 0)
            {
                RowsWithoutNumber++;
                continue;
            }

            if (_places.TryAdd(row.Incident.Number, _numbers.Count))
            {
                _numbers.Add(row.Incident.Number);
                _texts.Add([]);
            }

            var text = row.Incident.Narrative.Text;
            if (text.Length > 0) _texts[_places[row.Incident.Number]].Add(text);
        }
    }
}
