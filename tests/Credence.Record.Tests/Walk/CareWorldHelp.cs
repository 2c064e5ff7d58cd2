using Credence.Care.Declarations;
using Credence.Care.Feedback;
using Credence.Care.Files;
using Credence.Care.Interviews;
using Credence.Care.Needs;
using Credence.Care.Referrals;
using Credence.Care.Safety;
using Credence.Care.Wishes;
using Credence.Consents;
using Credence.Declarations;
using Credence.Feedback;
using Credence.Record.Events;
using Credence.Record.Tests.Care;
using Credence.Referrals;
using Credence.Statements;
using Credence.Wishes;

namespace Credence.Record.Tests.Walk;

/// <summary>Referrals in every state, needs, a safety plan, an interview and wishes.</summary>
internal sealed partial class CareWorld
{
    private static readonly Guid Process = new("77777777-0000-0000-0000-000000000001");

    // One that no other method of the walk changes.
    private static readonly Guid Wanted = new("77777777-0000-0000-0000-000000000002");

    private static FeedbackAnswer Treated { get; } = new("riverton-pd/patrol", [new FeedbackMark(FeedbackItem.Listened, Answering.Answered, 4)]);

    private void TeachHelp()
    {
        Teach(Credence.Testing.Cast.Packs);
        Teach(Referred.Meadow);
        Teach<IReadOnlyList<NeededHelp>>([Referred.Shelter]);
        Teach<IReadOnlyList<string>>(["There is room."]);
        Teach<ReferralNews>(new ReferralNews.Accepted());
        Teach<IReadOnlyList<NeedOutcome>>([new NeedOutcome(Need.Shelter, Extent.Partly)]);
        Teach(new OwnAnswer(Answering.NoAnswer));
        Teach("ReferralDesk.Send.way", () => SendingWay.Link);
        Teach("ReachDesk.Set.telephone", () => "555-0100");
        Teach("ReachDesk.Set.hours", () => "mornings");
        Teach("ReachDesk.Set.zone", () => "UTC");
        Teach<IReadOnlyList<AskedNeed>>([new AskedNeed(Need.Food, Answering.Answered, Urgency.Now)]);
        Teach("NeedsDesk.Meet.by", () => "a kitchen nearby (invented)");
        Teach(new SafetyPlan("I call my sister (invented)."));
        Teach(new Interview(_record.Clock.GetUtcNow(), Asker.Police, "4711", [new ToldGround(Ground.Work, IsSettled: true)], "a wage slip was found (invented)"));
        Teach(new WishAnswer(Answering.Answered, "That it happens to nobody else (invented).", [], null));
        Teach(new WishDeed(_record.Clock.GetUtcNow(), "We wrote to the agency (invented).", "the advocate", Honoring.Open));
        Teach(CareCast.Police);
        foreach (var method in (string[])["Meet", "Reopen", "Stop"]) Teach($"RestorativeDesk.{method}.process", () => Process);
        Teach("RestorativeDesk.Take.process", () => Wanted);
        Teach("RestorativeDesk.Meet.by", () => "the facilitator");
        Teach(new DeclarationStep(default, Process, DeclarationKind.TDeclaration, DeclarationState.Asked, new DateOnly(2021, 6, 1), "Example Police"));
        Teach("DeclarationDesk.Note.paper", () => "a certified disposition");
        Teach(Treated);
        foreach (var method in (string[])["Summary", "TellChange"]) Teach($"FeedbackDesk.{method}.unit", () => Treated.Unit);
        Teach("MeasureDesk.Count.site", () => "Riverton");
        Teach("FeedbackDesk.TellChange.what", () => "Interpreters come by video now.");
    }

    private async Task FillHelp()
    {
        var consent = await CareCast.Give(_record, CareCast.Signed(_record, _person, InformationKind.Needs, InformationKind.Language));
        Teach("ReferralDesk.Agree.consent", () => consent);
        await Teach("Agree", Referred.To.Proposed, consent);
        await Teach("Send", Referred.To.Consented, consent);
        foreach (var method in (string[])["Note", "NewLink", "GoOn", "AskOn"]) await Teach(method, Referred.To.Sent, consent);
        foreach (var method in (string[])["Close", "Withdraw"]) await Teach(method, Referred.To.Accepted, consent);
        await FillExchange(consent);
        await MakeOverdue(await _record.Refer(_person, consent, Referred.To.Sent));
        var over = await CareCast.Give(_record, CareCast.Signed(_record, _person, InformationKind.Needs));
        await _record.Refer(_person, over, Referred.To.Sent);
        await new Credence.Care.Consents.ConsentDesk(_record).Withdraw(CareCast.Advocate, _person, over, default);
        Assert.IsType<FileAnswer.Kept>(await new NeedsDesk(_record).Ask(CareCast.Advocate, _person, [new AskedNeed(Need.Shelter, Answering.Answered, Urgency.Now)], default));
        Assert.IsType<FileAnswer.Kept>(await new SafetyDesk(_record).Write(CareCast.Advocate, _person, new SafetyPlan("I leave by the back door (invented)."), default));
        Assert.IsType<FileAnswer.Kept>(await new InterviewDesk(_record).Write(
            CareCast.Advocate, _person, new Interview(_record.Clock.GetUtcNow(), Asker.Medical, "a nurse", [new ToldGround(Ground.Harm, IsSettled: true)]), default));
        foreach (var gate in Enum.GetValues<Gate>())
        {
            foreach (var process in (Guid[])[Process, Wanted])
                Assert.IsType<FileAnswer.Kept>(await new RestorativeDesk(_record).Meet(CareCast.Advocate, _person, process, gate, "the facilitator", default));
        }

        var (called, _, link) = await _record.ByLink(_person, InformationKind.Needs);
        Assert.NotNull(await new ReferralLinks(_record).Read(link, default));
        Assert.IsType<ReferralReply.Done>(await new ReferralDesk(_record).Withdraw(Own, called, default));
        Teach("FollowUpDesk.Settle.about", () => called.Value);
        var declarations = new DeclarationDesk(_record);
        Assert.IsType<FileAnswer.Kept>(await declarations.Write(
            CareCast.Advocate, _person, new DeclarationStep(default, Process, DeclarationKind.TDeclaration, DeclarationState.Considered, new DateOnly(2021, 5, 1)), default));
        Assert.IsType<FileAnswer.Kept>(await declarations.Note(CareCast.Advocate, _person, Relief.Vacatur, "fingerprints", PaperState.Needed, default));
        Assert.IsType<FeedbackReply.Kept>(await new FeedbackDesk(_record).Give(Own, Treated, default));
        Assert.True(await new FeedbackDesk(_record).TellChange(CareCast.Lead, Treated.Unit, "A door is left open in every interview.", default));
        var wishes = new WishDesk(_record, Credence.Testing.Cast.Packs);
        var wish = Assert.IsType<WishReply.Kept>(await wishes.Say(Own, new WishAnswer(Answering.Answered, "To be believed (invented).", [], null), null, default)).Id;
        Assert.True(await wishes.Release(Own, wish, default));
        Teach(wish);
        var forPolice = await CareCast.Give(_record, CareCast.ForPolice(_record, _person) with { Id = new ConsentId(Guid.NewGuid()), Kinds = new HashSet<InformationKind> { InformationKind.Wishes } });
        Teach("PoliceDesk.Tell.consent", () => forPolice);
        Teach("PoliceDesk.Tell.kinds", () => (IReadOnlyCollection<InformationKind>)[InformationKind.Wishes]);
        Teach("PoliceDesk.Tell.on", () => DateOnly.FromDateTime(_record.Clock.GetUtcNow().UtcDateTime));
    }

    private async Task FillExchange(ConsentId consent)
    {
        var referral = await _record.Refer(_person, consent, Referred.To.Sent);
        Teach("ExchangeDesk.Fhir.referral", () => referral);
        await CareCast.Give(_record, CareCast.Signed(_record, _person, InformationKind.Services) with { To = new Recipient(new("example-iom"), "Example office"), Direction = Direction.CareToOther });
        Teach("ExchangeDesk.Htcds.recipient", () => new Credence.Consents.OrganizationId("example-iom"));
    }

    private async Task Teach(string method, Referred.To state, ConsentId consent)
    {
        var referral = await _record.Refer(_person, consent, state);
        Teach($"ReferralDesk.{method}.referral", () => referral);
    }

    private async Task MakeOverdue(ReferralId referral)
    {
        await using var act = await _record.Begin(CareCast.Advocate, default);
        (await act.Rows.Referrals.FindAsync(referral))!.DueAt = DateTimeOffset.UnixEpoch;
        act.Note(new EventDraft(new EventKind("referral.sent")));
        await act.Save(default);
    }
}
