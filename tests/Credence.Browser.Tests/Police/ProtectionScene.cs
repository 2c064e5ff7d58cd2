using Credence.Classification;
using Credence.Incidents;
using Credence.Police.Approaches;
using Credence.Police.Classification;
using Credence.Police.Encounters;
using Credence.Police.Incidents;
using Credence.Police.Protection;
using Credence.Record.Access;
using Credence.Screening.Instruments;
using Credence.Testing;

namespace Credence.Browser.Tests.Police;

/// <summary>Determinations, arrest reviews and questions of contact in every state that a page shows.</summary>
internal sealed record ProtectionScene(string[] Investigator, string[] Supervisor, string[] Officer)
{
    public const string Third = "2031-3,ZZ0310000,90J,41,M,2031-02-05,\"He said the owner holds his papers until the debt is paid (invented).\"\n";

    public static async Task<ProtectionScene> Make(PoliceSite site)
    {
        var (packs, incident) = (CasePacks.From(Cast.Packs), new IncidentId(await site.Incident("2031-1")));
        await Determine(site, packs, incident);
        var (arrests, question) = (await Arrests(site, packs, incident), await Contact(site, incident));
        var at = $"/incidents/{incident.Value}";
        return new ProtectionScene(
            [
                $"{at}/determinations", $"{at}/determinations/victim-status", $"{at}/determinations/offense-code", $"{at}/determinations/charge", $"{at}/arrest",
                $"{at}/approaches", "/arrests", $"/arrests/{arrests.Refused.Value}", "/approaches", $"/incidents/{await site.Incident("2031-2")}/approaches",
            ],
            [
                "/arrests", $"/arrests/{arrests.Excepted.Value}", $"/arrests/{arrests.Excepted.Value}/answers", $"/arrests/{arrests.Flagged.Value}",
                $"/arrests/{arrests.Flagged.Value}/packet", $"/arrests/{arrests.Life.Value}", "/arrests/exceptions", "/approaches", $"/approaches/{question.Value}",
            ],
            ["/arrests", $"/arrests/{arrests.Excepted.Value}"]);
    }

    private static async Task Determine(PoliceSite site, CasePacks packs, IncidentId incident)
    {
        var desk = new DeterminationDesk(site.Record, packs);
        var victim = new VictimDecision(VictimStatus.Possible, "us-severe-labor") { Why = "Papers are kept (invented)." };
        await desk.DecideVictim(await site.Access("inv-2"), incident, victim, default);
        await desk.DecideVictim(await site.Access("sup-1"), incident, victim with { Status = VictimStatus.Confirmed, BasedOn = 1 }, default);
        await desk.DecideOffense(await site.Access("inv-2"), incident, new OffenseDecision([OffenseCode.InvoluntaryServitude]), default);
    }

    private static async Task<(ArrestReviewId Refused, ArrestReviewId Excepted, ArrestReviewId Flagged, ArrestReviewId Life)> Arrests(PoliceSite site, CasePacks packs, IncidentId incident)
    {
        var desk = new ArrestReviewDesk(site.Record, packs);
        async Task<ArrestReviewId> Ask(string handle, string? reason, ArrestStage stage = ArrestStage.Considered) => Assert.IsType<ArrestAnswer.Reviewed>(
            await desk.Begin(await site.Access(handle), incident, new ArrestQuestion { Name = new(Guid.NewGuid()), Charges = [new("90J")], Reason = reason, Stage = stage }, default)).Id;
        var excepted = await AskAtRoadside(site, packs, "warrant");
        Assert.IsType<ArrestAnswer.Done>(await new ArrestApprovalDesk(site.Record, packs).Decline(await site.Access("sup-1"), await Ask("inv-2", "warrant"), default));
        return (await Ask("inv-1", "testimony"), excepted, await Ask("inv-1", null, ArrestStage.MadeBeforeScreening), await Ask("inv-1", null, ArrestStage.ActedToProtectLife));
    }

    public static async Task<ArrestReviewId> AskAtRoadside(PoliceSite site, CasePacks packs, string reason)
    {
        var (officer, encounters) = (await site.Access("off-1"), new EncounterDesk(site.Record, packs));
        var content = new EncounterContent { Instrument = packs.Instruments.Single(one => one.Id == "hhs-card").Pack, Answers = new Dictionary<string, Answer> { ["papers"] = Answer.Yes } };
        var kept = Assert.IsType<EncounterAnswer.Kept>(await encounters.Put(officer, new MadeByClient(Guid.NewGuid()), 1, settles: false, content, default)).Id;
        var question = new ArrestQuestion { Name = new(Guid.NewGuid()), Charges = [new("90J")], Reason = reason };
        return Assert.IsType<ArrestAnswer.Reviewed>(await new ArrestReviewDesk(site.Record, packs).Begin(officer, kept, question, default)).Id;
    }

    private static async Task<ApproachId> Contact(PoliceSite site, IncidentId incident)
    {
        var (desk, advocate) = (new ApproachDesk(site.Record), await site.Access("adv-1", PurposeKind.Help));
        var plan = new ApproachPlan(ApproachWay.AdvocateAsksFirst, ApproachBy.AdvocateAlone, "A person in a report of last year whose papers were kept (invented).");
        var asked = Assert.IsType<ApproachAnswer.Done>(await desk.Ask(await site.Access("inv-1"), incident, plan, advocate.Account, default)).Id;
        var agreed = new AdvocateAnswer(true, "Harbor House (invented)", [ApproachCondition.SafeContact, ApproachCondition.Lawyer]);
        Assert.IsType<ApproachAnswer.Done>(await new ApproachSheetDesk(site.Record).Answer(advocate, asked, agreed, default));
        var other = new IncidentId(await site.Incident("2031-3"));
        Assert.IsType<ApproachAnswer.Done>(await desk.Ask(await site.Access("inv-1"), other, plan, advocate.Account, default));
        return asked;
    }
}
