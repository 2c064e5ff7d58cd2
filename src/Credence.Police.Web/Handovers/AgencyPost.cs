using Credence.Police.Access;
using Credence.Police.Handovers;
using Credence.Police.Storage;
using Credence.Record.Handovers;
using Credence.Record.Storage;
using OrganizationId = Credence.Consents.OrganizationId;

namespace Credence.Police.Web.Handovers;

/// <summary>The post of whoever asks. Its keys are read anew, so that a card that was made meanwhile counts at once.</summary>
internal sealed class AgencyPost(RecordStore<PoliceContext> record)
{
    /// <summary>The agency's short name, and the desk that hands over for it; null if the agency has no post.</summary>
    public (OrganizationId Name, HandoverDesk Desk)? Of(PoliceAccess access)
    {
        var folder = record.Vault.Folder;
        var keys = PostKeys.NamesIn(folder).Select(name => PostKeys.Open(folder, name)).FirstOrDefault(one => one.Organization == access.Organization);
        return keys is null ? null : (new OrganizationId(keys.Name.Value), new HandoverDesk(record, Post.Of(record, keys)));
    }
}
