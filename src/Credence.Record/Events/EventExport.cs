using System.Text.Json;
using System.Text.Json.Serialization;
using Credence.Record.Access;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Events;

/// <summary>Which events: all of the organization's, or those of a time, a subject or a kind.</summary>
public sealed record EventSelection(DateTimeOffset? From = null, DateTimeOffset? Until = null, Guid? Subject = null, string? Kind = null)
{
    internal IQueryable<RecordedEvent> Of(IQueryable<RecordedEvent> events)
    {
        var (from, until) = (From is { } first ? Microseconds.Of(first) : long.MinValue, Until is { } last ? Microseconds.Of(last) : long.MaxValue);
        var chosen = events.Where(row => row.At >= from && row.At < until);
        if (Subject is { } subject) chosen = chosen.Where(row => row.Subject == subject);
        if (Kind is { } kind) chosen = chosen.Where(row => row.Kind == kind);
        return chosen.OrderBy(row => row.Sequence);
    }
}

/// <summary>The first line of an export of events: what it is, why it was made, what was asked for.</summary>
public sealed record EventExportHead(
    string Format, DateTimeOffset MadeAt, string Purpose, DateTimeOffset? From, DateTimeOffset? Until, Guid? Subject, string? Kind)
{
    public const string FormatNow = "credence events 1";
}

/// <summary>Events in a file of one JSON object a line, which anybody can check without the record.</summary>
public static class EventExport
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    /// <summary>Writes what this one may see of the selection; the export is an event itself, written before the file has its name.</summary>
    public static Task<long> Write(Steward record, RecordAccess access, EventSelection selection, string path, CancellationToken cancellation) => record.Guarded(() => NewFile.Write(
            path,
            stream => Write(record, access, selection, stream, cancellation),
            count => record.Note(access, cancellation, new EventDraft(
                new EventKind("events.exported"), selection.Subject, count, selection.Kind ?? ""))));

    private static async Task<long> Write(Steward record, RecordAccess access, EventSelection selection, Stream stream, CancellationToken cancellation)
    {
        var purpose = access.Purpose.Reference is { } reference ? $"{access.Purpose.Kind}:{reference}" : access.Purpose.Kind.ToString();
        await Line(stream, new EventExportHead(
            EventExportHead.FormatNow, record.Clock.GetUtcNow(), purpose, selection.From, selection.Until, selection.Subject, selection.Kind), cancellation);
        await using var rows = record.Enter(access);
        var count = 0L;
        await foreach (var next in selection.Of(rows.Events.AsNoTracking()).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            await Line(stream, EventLine.Of(next), cancellation);
            count++;
        }

        return count;
    }

    /// <summary>Checks a file: every event's hash, and its tie to the event before wherever that stands in the file too.</summary>
    /// <param name="path">The file.</param>
    /// <param name="chain">With the ring, the seals are checked as well; null without.</param>
    public static EventFileCheck Check(string path, EventChain? chain)
    {
        var breaks = new List<ChainBreak>();
        var (events, gaps) = (0L, 0L);
        RecordedEvent? before = null;
        foreach (var line in File.ReadLines(path).Skip(1))
        {
            if (EventLine.Read(line) is not { } next) throw NoExport(path);
            if (before is not null && next.Sequence <= before.Sequence) breaks.Add(new ChainBreak(ChainFault.RemovedOrReordered, next.Sequence));
            else if (before is not null && next.Sequence > before.Sequence + 1) gaps++;
            else if (before is not null && !next.Previous.AsSpan().SequenceEqual(before.Hash)) breaks.Add(new ChainBreak(ChainFault.RemovedOrReordered, next.Sequence));
            if (!next.ComputeHash().AsSpan().SequenceEqual(next.Hash)) breaks.Add(new ChainBreak(ChainFault.Edited, next.Sequence));
            else if (chain is not null && !chain.SealOf(next.Hash).AsSpan().SequenceEqual(next.Seal)) breaks.Add(new ChainBreak(ChainFault.Forged, next.Sequence));
            before = next;
            events++;
        }

        return new EventFileCheck(Head(path), events, gaps, before is null ? ChainHead.Empty : new ChainHead(before.Sequence, before.Hash), breaks);
    }

    private static EventExportHead Head(string path)
    {
        try
        {
            return File.ReadLines(path).FirstOrDefault() is { } line && JsonSerializer.Deserialize<EventExportHead>(line, Form) is { Format: EventExportHead.FormatNow } head
                ? head
                : throw NoExport(path);
        }
        catch (JsonException)
        {
            throw NoExport(path);
        }
    }

    private static async Task Line<T>(Stream stream, T value, CancellationToken cancellation)
    {
        await JsonSerializer.SerializeAsync(stream, value, Form, cancellation);
        stream.WriteByte((byte)'\n');
    }

    private static RecordFault NoExport(string path) => new($"{path}: found no export of events, expected one as credence audit export wrote it.");
}

/// <summary>What a check of a file of events says.</summary>
/// <param name="Head">Its first line.</param>
/// <param name="Events">Events in it.</param>
/// <param name="Gaps">Places where events are between two of the file; expected where a selection was exported.</param>
/// <param name="Last">The last event in it.</param>
/// <param name="Breaks">What does not hold.</param>
public sealed record EventFileCheck(EventExportHead Head, long Events, long Gaps, ChainHead Last, IReadOnlyList<ChainBreak> Breaks);
