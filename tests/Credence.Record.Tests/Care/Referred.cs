using Credence.Care.Referrals;
using Credence.Care.Storage;
using Credence.Consents;
using Credence.Record.Storage;
using Credence.Referrals;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.Record.Tests.Care;

/// <summary>Referrals of Harbor House to Meadow Legal, brought as far as a test needs them.</summary>
internal static class Referred
{
    public static readonly NeededHelp Shelter = new(Need.Shelter, Urgency.Now);

    public static Recipient Meadow => new(CareCast.Ground(CareCast.Meadow), "Meadow Legal");

    internal enum To
    {
        Proposed,
        Consented,
        Sent,
        Accepted,
    }

    public static async Task<ReferralId> Refer(this RecordStore<CareContext> record, PersonId person, ConsentId consent, To state)
    {
        var desk = new ReferralDesk(record);
        var id = await record.Propose(person);
        if (state >= To.Consented) Assert.IsType<ReferralReply.Done>(await desk.Agree(CareCast.Advocate, id, consent, default));
        if (state >= To.Sent) Assert.IsType<ReferralReply.LinkGiven>(await desk.Send(CareCast.Advocate, id, SendingWay.Link, default));
        if (state >= To.Accepted) Assert.IsType<ReferralReply.Done>(await desk.Note(CareCast.Advocate, id, new ReferralNews.Accepted(), default));
        return id;
    }

    public static async Task<ReferralId> Propose(this RecordStore<CareContext> record, PersonId person, Recipient? to = null) =>
        Assert.IsType<ReferralReply.Done>(await new ReferralDesk(record).Propose(CareCast.Advocate, person, to ?? Meadow, "s1", [Shelter], ["There is room."], default)).Referral.Id;

    /// <summary>A consent for Meadow Legal, and a referral that goes by a link.</summary>
    public static async Task<(ReferralId Referral, ConsentId Consent, string Link)> ByLink(this RecordStore<CareContext> record, PersonId person, params InformationKind[] kinds)
    {
        var consent = await CareCast.Give(record, CareCast.Signed(record, person, kinds));
        var id = await record.Refer(person, consent, To.Consented);
        var link = Assert.IsType<ReferralReply.LinkGiven>(await new ReferralDesk(record).Send(CareCast.Advocate, id, SendingWay.Link, default)).Link;
        return (id, consent, link.Reveal());
    }
}
