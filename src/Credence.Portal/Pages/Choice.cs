using System.Globalization;
using Credence.Care.Consents;
using Credence.Care.Directories;
using Credence.Care.Referrals;
using Credence.Care.Statements;
using Credence.Consents;
using Credence.Directories;
using Credence.Web;

namespace Credence.Portal.Pages;

/// <summary>One whom the person may pick.</summary>
/// <param name="Key">What the form sends for it.</param>
/// <param name="Addressee">Whom.</param>
/// <param name="Referral">The referral that waits for it, or null.</param>
public sealed record Choice(string Key, Addressee Addressee, Guid? Referral)
{
    public const string Listed = "listed ";

    /// <summary>The organization of a service, by the name under which the directory has it; named as a proposed referral names it.</summary>
    public static Choice Of(ListedService service) => new(
        Listed + service.Id, new Addressee(new Recipient(new OrganizationId(service.Organization ?? service.Id), service.OrganizationName ?? service.Name), Direction.CareToCare), null);
}

/// <summary>What the pages of giving a consent work with.</summary>
internal sealed record Desks(
    ConsentDesk Consents, ReferralDesk Referrals, StatementDesk Statements, PublicDirectory Directory, Readings<GivingDraft> Readings, Portal Portal)
{
    /// <summary>A sentence with the name of whoever runs the portal.</summary>
    public string Named(string sentence) => string.Format(CultureInfo.InvariantCulture, sentence, Portal.Name);

    /// <summary>A sentence with an age, and then that name.</summary>
    public string Named(string sentence, int age) => string.Format(CultureInfo.InvariantCulture, sentence, age, Portal.Name);
}
