using Credence.Consents;

namespace Credence.Tests.Consents;

/// <summary>The consent that tests and pages begin with: an adult, on paper, for a referral.</summary>
internal static class Releases
{
    internal static readonly PersonId Her = new(new Guid("11111111-0000-0000-0000-000000000001"));
    internal static readonly OrganizationId Police = new("example-police");
    internal static readonly OrganizationId HarborHouse = new("harbor-house");

    internal static readonly Consent Signed = new()
    {
        Id = new ConsentId(new Guid("22222222-0000-0000-0000-000000000001")),
        About = Her,
        Giver = Giver.Person,
        Signatures = [new Signature(Signer.Person, Day("2031-06-14"))],
        From = Police,
        To = new Recipient(HarborHouse, "Harbor House"),
        Direction = Direction.PoliceToCare,
        Purpose = Purpose.Referral,
        Kinds = Kinds(InformationKind.Needs, InformationKind.Contact, InformationKind.Language),
        Begins = Day("2031-06-14"),
        Ends = Day("2031-07-14"),
        RisksShownAt = Day("2031-06-14"),
        ToldHelpDoesNotDependOnIt = true,
        How = new HowGiven(ConsentForm.Paper, "en"),
    };

    internal static readonly Consent WayBack = Signed with
    {
        Id = new ConsentId(new Guid("22222222-0000-0000-0000-000000000002")),
        From = HarborHouse,
        To = new Recipient(Police, "Example Police Department"),
        Direction = Direction.CareToPolice,
        Kinds = Kinds(InformationKind.ReferralState),
    };

    internal static readonly Disclosure Asked = new(Her, Police, HarborHouse, Direction.PoliceToCare, Purpose.Referral, Signed.Kinds.ToList());

    /// <summary>Nine in the morning of that day.</summary>
    internal static DateTimeOffset Day(string day) => DateTimeOffset.Parse(day + "T09:00:00Z", System.Globalization.CultureInfo.InvariantCulture);

    internal static IReadOnlySet<InformationKind> Kinds(params InformationKind[] kinds) => kinds.ToHashSet();
}
