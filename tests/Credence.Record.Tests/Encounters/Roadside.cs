using Credence.Incidents;
using Credence.Police.Access;
using Credence.Police.Approaches;
using Credence.Police.Classification;
using Credence.Police.Encounters;
using Credence.Police.Incidents;
using Credence.Police.Protection;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Credence.Record.Tests.Incidents;
using Credence.Referrals;
using Credence.Screening.Instruments;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Encounters;

/// <summary>Invented answers from a roadside, and who brings them in.</summary>
internal static class Roadside
{
    public const string Taken = "The victim said her boss keeps her passport and she is not allowed to leave (invented).";

    public static CasePacks Packs { get; } = CasePacks.From(Credence.Testing.Cast.Packs);

    public static PoliceAccess Officer => Cast.At(Cast.Riverton, PoliceRole.Officer);

    public static PoliceAccess Advocate => Cast.At(Cast.Riverton, PoliceRole.Advocate, PurposeKind.Help);

    public static PoliceAccess Auditor => Cast.At(Cast.Riverton, PoliceRole.Auditor, PurposeKind.Audit);

    public static PoliceAccess Another(PoliceRole role) =>
        new(new AccountId(new Guid($"44444444-0000-0000-0000-00000000000{(int)role}")), Cast.Riverton, role, Purpose.Of(PurposeKind.Casework));

    /// <summary>Papers are kept and the job cannot be left; a bed and a lawyer were offered.</summary>
    public static EncounterContent Concern { get; } = new()
    {
        Instrument = Packs.Instruments.First(one => one.Id == "hhs-card").Pack,
        Answers = new Dictionary<string, Answer> { ["papers"] = Answer.Yes, ["can-leave-job"] = Answer.No, ["threatened"] = Answer.Refused, ["locks"] = Answer.Unknown },
        Needs = [new OfferedHelp(Need.Shelter, Urgency.Now, HelpState.Accepted), new OfferedHelp(Need.Legal, Urgency.Soon, HelpState.Declined), new OfferedHelp(Need.Food, Urgency.Now, HelpState.NotAsked)],
        BeganAt = new DateTimeOffset(2031, 6, 14, 22, 5, 0, TimeSpan.FromHours(-5)),
    };

    public static EncounterContent Quiet { get; } = Concern with { Answers = new Dictionary<string, Answer> { ["papers"] = Answer.No }, Needs = [] };

    public static EncounterContent Aged(Answer isUnder18) => new()
    {
        Facts = Packs.Classifier.Facts.Where(fact => fact.IsUnder18).ToDictionary(fact => fact.Id, _ => isUnder18),
        BeganAt = Concern.BeganAt,
    };

    public static ArrestQuestion Asking(string charge, string? reason = null, ArrestStage stage = ArrestStage.Considered) =>
        new() { Name = new(Guid.NewGuid()), Charges = [new OffenseCode(charge)], Reason = reason, Stage = stage };

    public static ApproachPlan Plan { get; } = new(ApproachWay.AdvocateAsksFirst, ApproachBy.AdvocateAlone, "A woman in a report of last year whose papers were kept (invented).");

    public static AdvocateAnswer Agreement { get; } = new(true, "Harbor House (invented)", [ApproachCondition.SafeContact, ApproachCondition.HelpReady]);

    public static async Task<EncounterId> Encounter(this RecordStore<PoliceContext> record, PoliceAccess officer, EncounterContent content) =>
        Assert.IsType<EncounterAnswer.Kept>(await new EncounterDesk(record, Packs).Put(officer, new MadeByClient(Guid.NewGuid()), 1, false, content, default)).Id;

    public static async Task<ArrestAnswer.Reviewed> Review(this RecordStore<PoliceContext> record, PoliceAccess officer, EncounterId encounter, ArrestQuestion question) =>
        Assert.IsType<ArrestAnswer.Reviewed>(await new ArrestReviewDesk(record, Packs).Begin(officer, encounter, question, default));

    /// <summary>An incident as an import brings it.</summary>
    public static async Task<IncidentId> Incident(this RecordStore<PoliceContext> record, string number, string narrative = Taken, string offense = "90J", string victims = "34")
    {
        await record.Import(Imports.Header + Imports.Row(number, narrative, offense, victims: victims));
        return (await record.IncidentOf(number)).Id;
    }

    public static async Task<List<RecordedEvent>> Events(this RecordStore<PoliceContext> record, Guid subject)
    {
        await using var rows = record.Enter(Auditor);
        return await rows.Events.AsNoTracking().Where(row => row.Subject == subject).OrderBy(row => row.Sequence).ToListAsync();
    }
}
