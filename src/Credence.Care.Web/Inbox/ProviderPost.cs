using Credence.Care.Access;
using Credence.Care.Consents;
using Credence.Care.Handovers;
using Credence.Care.Referrals;
using Credence.Care.Storage;
using Credence.Record.Handovers;
using Credence.Record.Storage;

namespace Credence.Care.Web.Inbox;

/// <summary>The desks that send, with the post of whoever asks. Its keys are read anew, so that a card that was made meanwhile counts at once.</summary>
internal sealed class ProviderPost(RecordStore<CareContext> record)
{
    public HandoverDesk Handovers(CareAccess access) => new(record, Of(access));

    public ConsentDesk Consents(CareAccess access) => new(record, Of(access));

    public BroughtConsentDesk Brought(CareAccess access) => new(record, Of(access));

    public ReferralDesk Referrals(CareAccess access) => new(record, Of(access));

    private Post? Of(CareAccess access) => Post.Find(record, access.Organization);
}
