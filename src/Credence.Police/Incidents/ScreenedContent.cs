using System.Text.Json;
using Credence.Screening;

namespace Credence.Police.Incidents;

/// <summary>What was found in an incident and why it has its level, as it is sealed: where words stand says something of what they are.</summary>
public sealed record ScreenedContent(string Reason, bool WasRead, IReadOnlyList<FoundSign> Findings, IReadOnlyList<FoundSignal> Signals)
{
    public static ScreenedContent Of(ScreeningResult result) => new(
        result.Reason,
        result.WasRead,
        [.. result.Findings.Select(found => new FoundSign(
            found.Indicator.Id, found.Start, found.End, found.SentenceStart, found.SentenceEnd, found.Assertion))],
        [.. result.Signals.Select(signal => new FoundSignal(signal.Id, signal.Level))]);

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, ContentJson.Compact.ScreenedContent);

    public static ScreenedContent From(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize(bytes, ContentJson.Compact.ScreenedContent)!;

    public override string ToString() => $"ScreenedContent({Findings.Count} findings, {Signals.Count} signals)";
}

/// <summary>An indicator at one place of the narrative, by its id in the packs that screened it.</summary>
public sealed record FoundSign(string Indicator, int Start, int End, int SentenceStart, int SentenceEnd, Assertion Assertion);

/// <summary>A signal of the codes, by its id.</summary>
public sealed record FoundSignal(string Signal, Level Level);
