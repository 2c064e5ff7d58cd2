using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Credence.Police.Incidents;
using Credence.Record.Access;
using Credence.Record.Keys;
using Credence.Screening;

namespace Credence.Police.Review;

/// <summary>What a reader wrote, as it is sealed under the key of the incident: it goes with the narrative it is about.</summary>
internal sealed record ReadingWords(string Affected, string Note)
{
    public static byte[]? Seal(Judgement judgement, IncidentId incident, ReviewId review, AccountId reader, ContentKey key) =>
        judgement is { Affected: "", Note: "" } ? null
        : key.Seal(JsonSerializer.SerializeToUtf8Bytes(new ReadingWords(judgement.Affected, judgement.Note)), Place(incident, review, reader, judgement.Id));

    /// <summary>The reading with its words where the key still opens them.</summary>
    public static KeptReading Open(RecordedReading reading, IncidentId incident, ContentKey? key)
    {
        var plain = reading.Words is { } sealedWords ? key?.TryOpen(sealedWords, Place(incident, reading.Review, reading.Reader, reading.Id)) : null;
        var words = plain is null ? null : JsonSerializer.Deserialize<ReadingWords>(plain);
        return new KeptReading
        {
            Id = reading.Id, Reader = reading.Reader, At = reading.At, Victim = reading.Victim, Type = reading.Type,
            Elements = [.. reading.Elements.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Element>)],
            IsAdjudication = reading.IsAdjudication, Affected = words?.Affected, Note = words?.Note,
        };
    }

    /// <summary>Where the words of a reading belong: by its review, its reader and its id, since its row is not known yet when they are sealed.</summary>
    public static SealedPlace Place(IncidentId incident, ReviewId review, AccountId reader, ReadingId reading)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData([.. review.Value.ToByteArray(), .. reader.Value.ToByteArray(), .. reading.Value.ToByteArray()], hash);
        return new SealedPlace("readings.words", incident.Value, BinaryPrimitives.ReadInt64BigEndian(hash));
    }

    public override string ToString() => nameof(ReadingWords);
}
