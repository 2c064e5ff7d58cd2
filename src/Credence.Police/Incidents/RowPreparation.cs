using System.Collections.Concurrent;
using System.Security.Cryptography;
using Credence.Incidents;
using Credence.Police.Search;
using Credence.Record.Access;
using Credence.Record.Keys;
using Credence.Screening;

namespace Credence.Police.Incidents;

/// <summary>What can be done with a row before anybody knows whether it is new: content, fingerprint, screening, tokens. Serves several threads.</summary>
internal sealed class RowPreparation(KeyRing ring, Organization own, ImportScreening screening)
{
    internal const int FingerprintLength = 16;

    private readonly byte[] _key = HMACSHA256.HashData(ring.Derive("row-fingerprint"), own.Id.Value.ToByteArray(bigEndian: true));
    private readonly ConcurrentBag<SearchTokens> _tokens = [];

    public ReadBatch Prepare(IReadOnlyList<IncidentRow> rows, string numberHeader, string offenseHeader, bool isLast)
    {
        var (ready, problems) = (new List<ReadRow>(rows.Count), new List<RowProblem>());
        foreach (var row in rows)
        {
            var numberProblem = NumberProblem(row, numberHeader);
            problems.AddRange(numberProblem is null ? row.Problems : row.Problems.Where(problem => problem.Column != numberHeader).Append(numberProblem));
            if (numberProblem is null && row.Kind != RowKind.Deletion) ready.Add(Prepare(row, offenseHeader, problems));
        }

        return new ReadBatch(rows.Count, ready, problems, isLast);
    }

    /// <summary>Screens an incident and makes its tokens.</summary>
    public (ScreeningResult Result, long[] Tokens) Read(Incident incident, long row, List<RowProblem> problems)
    {
        var tokens = _tokens.TryTake(out var used) ? used : new SearchTokens(ring, own.Id);
        var read = (Screen(incident, row, problems), tokens.Of(incident.Narrative.Text));
        _tokens.Add(tokens);
        return read;
    }

    // A number is a plain column and the one handle of lists: a lone word there may be somebody's name.
    private static RowProblem? NumberProblem(IncidentRow row, string header)
    {
        var number = row.Incident.Number.Value;
        if (number.AsSpan().ContainsAnyInRange('0', '9')) return null;
        var found = number.Length > 0 ? $"{number.Length} characters without a digit"
            : row.Problems.FirstOrDefault(problem => problem.Column == header)?.Found ?? "no incident number";
        return new RowProblem(row.Row, header, found, "an incident number; the row is not imported");
    }

    private ReadRow Prepare(IncidentRow row, string offenseHeader, List<RowProblem> problems)
    {
        var incident = row.Incident;
        var story = incident.Offenses?.Where(offense => PrintedOffense.IsStory(offense, screening.Offenses)).Sum(offense => offense.Value.Length) ?? 0;
        if (story > 0) problems.Add(new RowProblem(row.Row, offenseHeader, $"{story} characters of words that are no offense", "the code or name of an offense; they are read, sealed and shown in no list"));
        var content = IncidentContent.Of(incident).ToBytes();
        var (result, tokens) = Read(incident, row.Row, problems);
        return new ReadRow(
            row.Row, new IncidentKey(IncidentCodes.Agency(incident.Agency, own.Ori, _key), incident.Number.Value), row.Kind, incident, content,
            HMACSHA256.HashData(_key, content)[..FingerprintLength], result, tokens);
    }

    // A fault in one narrative must not cost the night's import; it is reported, and the incident counts as not screened.
    private ScreeningResult Screen(Incident incident, long row, List<RowProblem> problems)
    {
        try
        {
            return screening.Screen(incident);
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            problems.Add(new RowProblem(row, "", $"a fault of the program ({e.GetType().Name})", "a screened row; please report it"));
            return NotScreened;
        }
    }

    private ScreeningResult NotScreened => new()
    {
        Level = Level.NotScreened,
        Type = ExploitationType.None,
        Minor = MinorStatus.Unknown,
        Score = 0,
        WordsSay = "Not screened: the program failed on this row.",
        Clause = null,
        IsRecordedAsTrafficking = false,
        Findings = [],
        Signals = [],
        Packs = screening.Packs,
    };
}
