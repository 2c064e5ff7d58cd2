using Credence.Care.Consents;
using Credence.Care.Statements;
using Credence.Consents;
using Credence.Referrals;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Portal.Pages;

/// <summary>A consent that the person gives on her or his own pages: filled in, read with what can go wrong, and only then signed.</summary>
internal static class GivingPages
{
    private const int MostFound = 10;

    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/agreed/new", async (Asking asking, Words say, Desks desks, CancellationToken cancellation) =>
            await Form(new GivingDraft(), null, asking, say, desks, cancellation));
        inside.MapGet("/agreed/new/{referral:guid}", async (Guid referral, Asking asking, Words say, Desks desks, CancellationToken cancellation) =>
            (await Known(asking, desks, cancellation)).Any(one => one.Referral == referral)
                ? await Form(new GivingDraft { Choice = Key(referral), Purpose = Purpose.Referral, Kinds = [InformationKind.Needs] }, null, asking, say, desks, cancellation)
                : new Said(Trouble.NotFound));
        inside.MapPost("/agreed/new", Fill);
        inside.MapPost("/agreed/signed", Sign);
        inside.MapPost("/agreed/talk", Talk);
    }

    private static async Task<IResult> Fill([FromForm] IFormCollection sent, Asking asking, Words say, Desks desks, CancellationToken cancellation)
    {
        var draft = GivingDraft.Read(sent);
        if (sent["do"] == "find") return await Form(draft, null, asking, say, desks, cancellation);
        if (await Chosen(draft, asking, desks, cancellation) is not { } to) return await Form(draft, ("to", say.Giving.NoWho), asking, say, desks, cancellation);
        draft = draft.For(Named(to.Addressee, (await desks.Consents.Addressees(asking.Access, cancellation)).Known)) with { Referral = to.Referral };
        if (Missing(draft, say, desks.Portal.Law) is { } missing) return await Form(draft, missing, asking, say, desks, cancellation);
        return await Way(draft, asking, say, desks, cancellation) ?? Show(draft, null, asking, say, desks);
    }

    private static async Task<IResult> Sign([FromForm] IFormCollection sent, Asking asking, Words say, Desks desks, CancellationToken cancellation)
    {
        if (sent["do"] == "decline") return Answers.Page<GivenPage>(new { Say = say });
        if (desks.Readings.Open(asking.Access.Account, sent["reading"]) is not { Form: var draft, ShownAt: var shown }) return new Said(Trouble.Stale);
        if (sent["read"] != "yes") return Show(draft, say.Giving.TickFirst, asking, say, desks);
        // Asked anew: what the record knows may have changed since the page was shown.
        if (await Way(draft, asking, say, desks, cancellation) is { } way) return way;
        var own = (await desks.Consents.Addressees(asking.Access, cancellation)).Own;
        var consent = draft.Sign(own, new PersonId(asking.Access.Person.Value), say.Language, shown, desks.Readings.Now);
        switch (await desks.Consents.Give(asking.Access, consent, new SigningAnswer.Person(), cancellation))
        {
            case ConsentAnswer.Written:
                if (draft.Referral is { } referral) await desks.Referrals.Agree(asking.Access, new ReferralId(referral), consent.Id, cancellation);
                return Answers.Page<GivenPage>(new { Say = say, Consent = consent });
            // Taken back meanwhile: the page shows how it stands.
            case ConsentAnswer.Refused:
                return Answers.See(say.At("/agreed"));
            default:
                return Answers.Again<WayPage>(new { Say = say, Why = desks.Named(say.Giving.WayOther) });
        }
    }

    private static async Task<IResult> Talk([FromForm] string? words, Asking asking, Words say, Desks desks, CancellationToken cancellation)
    {
        var answer = await desks.Statements.Send(asking.Access, null, words ?? "", StatementAsk.Talk, cancellation);
        return answer is StatementAnswer.Kept kept ? Answers.See(say.At($"/notes/{kept.Id.Value}"))
            : Answers.Again<WayPage>(new { Say = say, Why = say.Giving.WayHelp, Typed = words, Sentence = NotePages.Refused(answer, say, words) });
    }

    private static (string Field, string Sentence)? Missing(GivingDraft draft, Words say, ConsentLaw? law) => draft.Purpose is null ? ("purpose", say.Giving.NoWhy)
        : draft.Kinds.Count == 0 ? ("kind", say.Giving.NoWhat)
        : draft.Days == 0 ? ("days", say.Giving.HowLong)
        : law is not null && draft.Standing is Standing.Untold ? ("standing", say.Giving.NoAge)
        : null;

    // Whoever may not sign alone is told why, that help goes on, and how to go on with somebody at the side.
    private static async Task<IResult?> Way(GivingDraft draft, Asking asking, Words say, Desks desks, CancellationToken cancellation)
    {
        if (desks.Portal.Law is not { } law) return Answers.Page<WayPage>(new { Say = say, Why = desks.Named(say.Giving.WayOther) });
        return await desks.Consents.WhoSigns(asking.Access, law, draft.Facts(law), cancellation) switch
        {
            SigningAnswer.Person => null,
            SigningAnswer.Guardian or SigningAnswer.Nobody => Answers.Page<WayPage>(new { Say = say, Why = desks.Named(say.Giving.WayGuarded) }),
            _ => Answers.Page<WayPage>(new { Say = say, Why = desks.Named(say.Giving.WayYoung, law.AgeOfMajority), IsYoung = true }),
        };
    }

    private static async Task<IResult> Form(GivingDraft draft, (string Field, string Sentence)? missing, Asking asking, Words say, Desks desks, CancellationToken cancellation)
    {
        var found = await Found(draft, desks, cancellation);
        var parameters = new
        {
            Say = say, Draft = draft, Sentence = missing?.Sentence, FoundNothing = draft.Find is not null && found.Count == 0,
            Choices = (IReadOnlyList<Choice>)[.. (await Known(asking, desks, cancellation)).Concat(found).OrderByDescending(choice => choice.Key == draft.Choice).DistinctBy(choice => (choice.Addressee.To.Organization, choice.Addressee.Direction))],
        };
        return missing is { } one ? Answers.Again<GivingPage>(parameters, one.Field) : Answers.Page<GivingPage>(parameters);
    }

    private static IResult Show(GivingDraft draft, string? sentence, Asking asking, Words say, Desks desks)
    {
        var parameters = new { Say = say, Draft = draft, Ends = desks.Readings.Now.AddDays(draft.Days), Reading = desks.Readings.Seal(asking.Access.Account, draft), Sentence = sentence };
        return sentence is null ? Answers.Page<SigningPage>(parameters) : Answers.Again<SigningPage>(parameters);
    }

    // Whom somebody proposed to the person comes first, then the partners of the one who runs the portal.
    private static async Task<IReadOnlyList<Choice>> Known(Asking asking, Desks desks, CancellationToken cancellation) =>
    [
        .. (await desks.Referrals.List(asking.Access, cancellation)).Where(one => !one.Referral.IsOver && !one.MayTell)
            .Select(one => new Choice(Key(one.Referral.Id.Value), new Addressee(one.Referral.To, Direction.CareToCare), one.Referral.Id.Value)),
        .. (await desks.Consents.Addressees(asking.Access, cancellation)).Known.Select(one => new Choice($"{EnumWord.Of(one.Direction)} {one.To.Organization}", one, null)),
    ];

    private static async Task<IReadOnlyList<Choice>> Found(GivingDraft draft, Desks desks, CancellationToken cancellation) =>
        draft.Find is { } find ? [.. (await desks.Directory.Named(find, MostFound, cancellation)).Select(Choice.Of)] : [];

    private static async Task<Choice?> Chosen(GivingDraft draft, Asking asking, Desks desks, CancellationToken cancellation) =>
        (await Known(asking, desks, cancellation)).FirstOrDefault(one => one.Key == draft.Choice)
        ?? (draft.Choice.StartsWith(Choice.Listed, StringComparison.Ordinal) && await desks.Directory.Find(draft.Choice[Choice.Listed.Length..], cancellation) is { } service ? Choice.Of(service) : null);

    // Somebody whom the record knows has one name there, whatever the directory or a referral calls it.
    private static Addressee Named(Addressee one, IReadOnlyList<Addressee> known) =>
        known.FirstOrDefault(other => other.To.Organization == one.To.Organization && other.Direction == one.Direction) ?? one;

    private static string Key(Guid referral) => $"help {referral:N}";
}
