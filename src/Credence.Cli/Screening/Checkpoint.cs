using Credence.Cli.Reports;

namespace Credence.Cli.Screening;

/// <summary>A place from which a run can go on: <c>checkpoint.json</c>.</summary>
internal sealed record Checkpoint
{
    public required Dictionary<string, string> Settings { get; init; }

    /// <summary>All inputs as they were when the run began.</summary>
    public required IReadOnlyList<InputContent> Contents { get; init; }

    /// <summary>Inputs that were read to their end.</summary>
    public required List<ScreenedInput> Done { get; init; }

    /// <summary>Rows done of the input after those.</summary>
    public required long Row { get; init; }

    /// <summary>Length of each partial output in bytes, by file name.</summary>
    public required Dictionary<string, long> Lengths { get; init; }

    public required Tally Tally { get; init; }

    public required ReportTally Report { get; init; }

    /// <summary>True when all rows are done and only the files have to be put in place.</summary>
    public bool Finishing { get; init; }
}

/// <summary>Tells whether a file is the one it was.</summary>
internal sealed record InputContent(string File, long Bytes, string Sha256)
{
    /// <summary>How the file has changed, as a sentence without its end; null if it has not.</summary>
    public string? ChangeTo(InputContent now)
    {
        if (Sha256 == now.Sha256) return null;
        var size = Bytes == now.Bytes ? $"other content of the same {now.Bytes} bytes" : $"{now.Bytes} bytes, was {Bytes}";
        return $"{File} has changed since the run began ({size})";
    }
}
