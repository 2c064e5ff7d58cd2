using Credence.Consents;
using Credence.Packs;
using Credence.Police.Access;
using Credence.Police.Classification;
using Credence.Police.Encounters;
using Credence.Police.Handovers;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Storage;
using Credence.Referrals;
using Credence.Web;
using OrganizationId = Credence.Consents.OrganizationId;

namespace Credence.Police.Web.Handovers;

/// <summary>Where a form becomes one handover: of an incident, of an encounter, or of a new encounter where there was neither.</summary>
internal sealed class HandoverRoom(RecordStore<PoliceContext> record, AgencyPost posts, Readings<HandoverForm> readings, CasePacks packs, Readers readers)
{
    public IReadOnlyList<ConsentLaw> Laws { get; } = ConsentLawPack.From(readers.Library, []);

    public PackLibrary Packs => readers.Library;

    public Readings<HandoverForm> Readings => readings;

    public DateTimeOffset Now => record.Clock.GetUtcNow();

    public (OrganizationId Name, HandoverDesk Desk)? PostOf(PoliceAccess access) => posts.Of(access);

    /// <summary>The id of what a form makes: the same form again is the same, and a form can name no handover but its own.</summary>
    public HandoverId IdOf(PoliceAccess access, HandoverForm form) => HandoverIds.Of(record.Vault.Ring, access, [.. access.Account.Value.ToByteArray(), .. form.Token.ToByteArray()]);

    public async Task<HandoverOutcome> Hand(PoliceAccess access, HandoverDesk desk, HandoverForm form, HandoverProposal proposal, CancellationToken cancellation)
    {
        if (form.Incident is { } incident) return await desk.HandOver(access, new IncidentId(incident), proposal, cancellation);
        if (form.Encounter is { } encounter) return await desk.HandOverMet(access, new EncounterId(encounter), proposal, cancellation);
        return await desk.HandOverNew(access, new NewlyMet(new MadeByClient(form.Token), form.BeganAt, form.Number), proposal, packs, cancellation);
    }
}
