using Credence.Police.Storage;
using Credence.Record.Events;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Encounters;

/// <summary>One content on its way into the record: kept, known already, in conflict, or too early.</summary>
internal sealed class EncounterArrival(
    Act<PoliceContext> act, ContentKey key, EncounterId id, EncounterContent content, EncounterReading reading, DateTimeOffset now)
{
    // More is no work at a roadside, but a phone that went wrong or somebody who fills a disk.
    private const int MostRevisions = 500;
    private const int MostVersions = 20;

    /// <summary>Every content that came, first to last; those that do not open are left out.</summary>
    public static async Task<List<EncounterVersion>> Versions(PoliceContext rows, EncounterId id, ContentKey key, CancellationToken cancellation)
    {
        var revisions = await rows.EncounterRevisions.AsNoTracking().Where(row => row.Encounter == id)
            .OrderBy(row => row.Revision).ThenBy(row => row.Version).ToListAsync(cancellation);
        return [.. from row in revisions
                   let opened = key.Open(row)
                   where opened is not null
                   select new EncounterVersion(row.Revision, row.Version, row.ReceivedAt, opened.Content, opened.Reading)];
    }

    public async Task<EncounterAnswer> Take(RecordedEncounter? encounter, int revision, bool settles, CancellationToken cancellation)
    {
        var versions = encounter is null ? [] : await Versions(act.Rows, id, key, cancellation);
        var last = encounter?.Revision ?? 0;
        if (revision < 1 || revision > MostRevisions) return new EncounterAnswer.Refused($"Found another revision, expected 1 to {MostRevisions}.");
        if (revision > last + 1) return new EncounterAnswer.OutOfOrder(last + 1);
        if (revision <= last) return await Again(encounter!, versions, revision, cancellation);
        if (encounter is { IsDisputed: true } && !settles) return Conflict(versions);
        return await Next(encounter, versions, revision, cancellation);
    }

    // Known already, or another content for a revision that is taken: an older phone, a second one.
    private async Task<EncounterAnswer> Again(RecordedEncounter encounter, List<EncounterVersion> versions, int revision, CancellationToken cancellation)
    {
        var same = versions.FindAll(one => one.Revision == revision);
        var bytes = content.ToBytes();
        if (same.Find(one => one.Content.ToBytes().AsSpan().SequenceEqual(bytes)) is { } known)
            return encounter.IsDisputed ? Conflict(versions) : new EncounterAnswer.Kept(id, revision, known.Reading);
        if (versions.Count(one => one.Version > 0) >= MostVersions) return new EncounterAnswer.Refused("Found too many contents in conflict, expected that somebody settles them first.");
        versions.Add(Add(revision, same.Count));
        (encounter.IsDisputed, encounter.ChangedAt) = (true, now);
        act.Note(new EventDraft(new EventKind("encounter.conflicted"), id.Value));
        await act.Save(cancellation);
        return Conflict(versions);
    }

    private async Task<EncounterAnswer> Next(RecordedEncounter? encounter, List<EncounterVersion> versions, int revision, CancellationToken cancellation)
    {
        if (encounter is null) Begin(incident: null);
        else
        {
            Note(encounter.IsDisputed ? "encounter.settled" : "encounter.changed", versions.LastOrDefault()?.Content);
            (encounter.Revision, encounter.IsDisputed, encounter.ChangedAt) = (revision, false, now);
            Add(revision, 0);
        }

        await act.Save(cancellation);
        return new EncounterAnswer.Kept(id, revision, reading);
    }

    /// <summary>A new encounter with its first revision, as a part of the act: saved with it, or not at all.</summary>
    public void Begin(string? incident)
    {
        act.Rows.Encounters.Add(new RecordedEncounter
        {
            Id = id, Organization = act.Access.Organization, Officer = act.Access.Account, ReceivedAt = now, ChangedAt = now, Revision = 1, Incident = incident,
        });
        Note("encounter.begun", null);
        if (incident is not null) act.Note(new EventDraft(EncounterDesk.TiedToIncident, id.Value, detail: incident));
        Add(1, 0);
    }

    private EncounterVersion Add(int revision, int version)
    {
        var place = EncounterPlaces.Revision(id, revision, version);
        act.Rows.EncounterRevisions.Add(new EncounterRevision
        {
            Encounter = id, Organization = act.Access.Organization, Revision = revision, Version = version, ReceivedAt = now,
            Content = key.Seal(new SealedEncounter(content, reading).ToBytes(), place),
        });
        return new EncounterVersion(revision, version, now, content, reading);
    }

    // Codes and counts only: which need it was stays sealed.
    private void Note(string kind, EncounterContent? before)
    {
        act.Note(new EventDraft(new EventKind(kind), id.Value));
        if (content.Instrument is { } instrument && (content.Answers.Count > 0 || content.Stopped) && !IsSameAsking(before)) act.Note(new EventDraft(new EventKind("encounter.screened"), id.Value,
            detail: $"{instrument}/{reading.Outcome}/{(reading.IsPossibleVictim ? "possible" : "not-known")}{(content.Stopped ? "/stopped" : "")}"));
        if (content.Needs.Count > 0 && before is not { Needs.Count: > 0 }) act.Note(new EventDraft(new EventKind("needs.asked"), id.Value, content.Needs.Count));
        var isNew = content.Needs.Where(one => one.State is not HelpState.NotAsked && before?.Needs.Any(old => old.Need == one.Need && old.State == one.State) != true);
        foreach (var answered in isNew.GroupBy(one => one.State))
            act.Note(new EventDraft(new EventKind($"help.{answered.Key.ToString().ToLowerInvariant()}"), id.Value, answered.Count()));
    }

    private bool IsSameAsking(EncounterContent? before) => before is not null && before.Instrument == content.Instrument && before.Stopped == content.Stopped
        && before.Answers.Count == content.Answers.Count && before.Answers.All(pair => content.Answers.GetValueOrDefault(pair.Key) == pair.Value);

    private EncounterAnswer.Conflict Conflict(List<EncounterVersion> versions) =>
        new(id, [.. versions.Where(one => versions.Exists(other => other.Revision == one.Revision && other.Version > 0))]);
}
