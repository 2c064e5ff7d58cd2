using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Credence.Consents;

namespace Credence.Referrals;

/// <summary>What a reader makes of bytes that claim to be a handover.</summary>
public abstract record HandoverReading
{
    private HandoverReading()
    {
    }

    /// <summary>A handover.</summary>
    /// <param name="Handover">It.</param>
    public sealed record Handed(Handover Handover) : HandoverReading;

    /// <summary>A note about one.</summary>
    /// <param name="Note">It.</param>
    public sealed record Noted(HandoverNote Note) : HandoverReading;

    /// <summary>That a consent no longer holds.</summary>
    /// <param name="Withdrawal">It.</param>
    public sealed record Withdrawn(ConsentWithdrawal Withdrawal) : HandoverReading;

    /// <summary>A message to this reader that may not be held any more.</summary>
    /// <param name="Problem">One sentence: where, found, expected; never the content.</param>
    public sealed record Ended(string Problem) : HandoverReading;

    /// <summary>None of these, or one that may not be used.</summary>
    /// <param name="Problem">One sentence: where, found, expected; never the content.</param>
    public sealed record Refused(string Problem) : HandoverReading;
}

/// <summary>
/// Reads messages strictly: only what this version knows, only in the form in which it is written. A field that a reader does
/// not know may tell what no consent names, so it is refused and not kept. Whether the signature is right is asked before.
/// </summary>
public static class HandoverReader
{
    /// <summary>The most bytes that a message has.</summary>
    public const int Longest = 32 * 1024;

    /// <summary>Reads a message that reached an organization.</summary>
    /// <param name="bytes">The bytes that were signed.</param>
    /// <param name="reader">Who reads.</param>
    /// <param name="now">Now; of a message whose consent has ended meanwhile only that is said, and the person is asked again.</param>
    public static HandoverReading Read(ReadOnlySpan<byte> bytes, OrganizationId reader, DateTimeOffset now)
    {
        var reading = Read(bytes);
        var (to, ends) = reading switch
        {
            HandoverReading.Handed handed => (handed.Handover.To, handed.Handover.Basis.Ends),
            HandoverReading.Noted noted => (noted.Note.To, noted.Note.Basis.Ends),
            HandoverReading.Withdrawn withdrawn => (withdrawn.Withdrawal.To, DateTimeOffset.MaxValue),
            _ => (reader, DateTimeOffset.MaxValue),
        };
        return to != reader ? new HandoverReading.Refused($"to: found {to}, expected {reader}: it is not ours to read")
            : now >= ends ? new HandoverReading.Ended($"basis.ends: found {MessageTime.Text(ends)}, expected a consent that has not ended: ask the person again")
            : reading;
    }

    internal static HandoverReading Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Longest) return Refused(string.Create(CultureInfo.InvariantCulture, $"{MessageShape.Top}: found {bytes.Length} bytes, expected at most {Longest}"));
        if (!Utf8.IsValid(bytes)) return Refused($"{MessageShape.Top}: found bytes that are no letters, expected UTF-8");
        try
        {
            if (HasEscapedName(bytes)) return Refused($"{MessageShape.Top}: found a field that is not known, expected names in plain letters");
            var at = new Utf8JsonReader(bytes, Options);
            using var document = JsonDocument.ParseValue(ref at);
            return at.BytesConsumed != bytes.Length ? Refused($"{MessageShape.Top}: found more behind its end, expected one message") : Read(document.RootElement, bytes);
        }
        catch (JsonException broken)
        {
            // The library's own sentence may quote the content.
            return Refused(string.Create(CultureInfo.InvariantCulture, $"{MessageShape.Top}: found no JSON at byte {broken.BytePositionInLine ?? 0} of line {(broken.LineNumber ?? 0) + 1}, expected a message"));
        }
    }

    private static JsonReaderOptions Options { get; } = new() { MaxDepth = 6, AllowMultipleValues = true };

    // A name with half a surrogate pair in it cannot be asked for; no name of ours needs an escape.
    private static bool HasEscapedName(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, Options);
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.PropertyName, ValueIsEscaped: true }) return true;
        }

        return false;
    }

    private static HandoverReading Read(JsonElement root, ReadOnlySpan<byte> bytes)
    {
        var format = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("format", out var name) && name.ValueKind == JsonValueKind.String ? name : default;
        if (format.ValueKind != JsonValueKind.String || Array.Find(Formats, one => format.ValueEquals(one.Name)) is not { Name: not null } known)
            return Refused($"format: found another, expected {string.Join(" or ", Formats.Select(one => one.Name))}");
        if (Version(root) is { } version) return Refused(version);
        return known.Shape.Problem(root, MessageShape.Top) is { } problem ? Refused(problem) : known.Read(root, bytes);
    }

    private delegate HandoverReading ReadWhole(JsonElement root, ReadOnlySpan<byte> bytes);

    private static (string Name, MessageShape Shape, ReadWhole Read)[] Formats { get; } =
    [
        (WireHandover.Name, WireHandover.Shape, Handover), (WireNote.Name, WireNote.Shape, Note), (WireWithdrawal.Name, WireWithdrawal.Shape, Withdrawal),
    ];

    private static string? Version(JsonElement root) =>
        !root.TryGetProperty("version", out var found) || found.ValueKind != JsonValueKind.Number || !found.TryGetInt32(out var version)
            ? "version: found no whole number, expected one"
        : version > Referrals.Handover.CurrentVersion
            ? string.Create(CultureInfo.InvariantCulture, $"version: found {version}, expected at most {Referrals.Handover.CurrentVersion}: whoever sent it has a newer Credence; bring this one up to date")
        : version < 1 ? "version: found one below 1, expected 1" : null;

    private static HandoverReading Handover(JsonElement root, ReadOnlySpan<byte> bytes)
    {
        var handover = root.Deserialize(WireJson.Default.WireHandover)!.ToHandover();
        return !bytes.SequenceEqual(HandoverWriter.Bytes(handover)) ? Refused(OtherForm)
            : Basis(handover.Basis, handover.Content.Kinds, handover.Written) is { } problem ? Refused(problem)
            : handover.From == handover.To ? Refused("to: found the sender, expected somebody else")
            : new HandoverReading.Handed(handover);
    }

    private static HandoverReading Note(JsonElement root, ReadOnlySpan<byte> bytes)
    {
        var note = root.Deserialize(WireJson.Default.WireNote)!.ToNote();
        return !bytes.SequenceEqual(HandoverWriter.Bytes(note)) ? Refused(OtherForm)
            : Basis(note.Basis, [InformationKind.ReferralState], note.Written) is { } problem ? Refused(problem)
            : new HandoverReading.Noted(note);
    }

    private static HandoverReading Withdrawal(JsonElement root, ReadOnlySpan<byte> bytes)
    {
        var withdrawal = root.Deserialize(WireJson.Default.WireWithdrawal)!.ToWithdrawal();
        return !bytes.SequenceEqual(HandoverWriter.Bytes(withdrawal)) ? Refused(OtherForm) : new HandoverReading.Withdrawn(withdrawal);
    }

    private static string OtherForm => $"{MessageShape.Top}: found it in another form (order, spaces or letters), expected the form in which it is written and signed";

    // The receiver holds the content against the consent, too: a sender may be wrong, or worse.
    private static string? Basis(ConsentBasis basis, IReadOnlyList<InformationKind> kinds, DateTimeOffset written)
    {
        var more = kinds.Where(kind => !basis.Kinds.Contains(kind)).Select(kind => EnumWord.Of(kind)).ToList();
        return more.Count > 0 ? $"content: found {string.Join(", ", more)}, expected only what the consent names"
            : basis.Purpose != Purpose.Referral ? $"basis.purpose: found {EnumWord.Of(basis.Purpose)}, expected {EnumWord.Of(Purpose.Referral)}"
            : basis.Ends <= written ? "basis.ends: found an end before the message was written, expected a later one"
            : !basis.Kinds.SequenceEqual(basis.Kinds.Distinct().Order()) ? "basis.kinds: found another order or one twice, expected the order of the list"
            : null;
    }

    private static HandoverReading.Refused Refused(string problem) => new(problem);
}
