using Credence.Care.Web.Pages;
using Credence.Classification;
using Credence.Consents;
using Credence.Packs;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Care.Web.Duties;

/// <summary>Duties to report: what a person has to hear before telling anything, and what has to be told to whom by when. Nothing of a question is kept.</summary>
internal sealed class DutyPages(PackLibrary packs)
{
    // The languages in which a person may be told here.
    private static readonly string[] Languages = ["en", "es"];

    private readonly ReportingDuties _duties = ReportingDuties.From(packs);

    public void Map(IEndpointRouteBuilder inside)
    {
        var duties = inside.MapGroup("").AddEndpointFilter(Places.Only("duties"));
        duties.MapGet("/duties", (Asking asking) => Answers.Page<DutiesPage>(new { asking.Access, Places = Named, Asked = new DutyQuestion(Listener.CommunityAdvocate, "", []) }));
        duties.MapPost("/duties", Ask);
    }

    private readonly IReadOnlyDictionary<string, string> _titles = ConsentLawPack.From(packs, []).ToDictionary(law => law.Jurisdiction, law => law.Title);

    private IReadOnlyList<string> Known => [.. _duties.All.Select(duty => duty.Jurisdiction).Distinct().Order(StringComparer.Ordinal)];

    // Its code and what people call it.
    private IReadOnlyList<(string Code, string Name)> Named => [.. Known.Select(place => (place, place == "us" ? "the United States: federal law alone" : _titles.GetValueOrDefault(place, place)))];

    private IResult Ask([FromForm] IFormCollection sent, Asking asking, TimeProvider clock)
    {
        var (form, now) = (new SentForm(sent), clock.GetUtcNow());
        var learned = form.Text("learned") is null ? now : form.Time("learned");
        if (form.One<Listener>("who") is not { } who || form.Text("place") is not { } place || !Known.Contains(place))
            return Again(asking, "Found no place or not who listens, expected both: where no pack knows the law, ask counsel.", null);
        if (learned is not { } since || since > now) return Again(asking, "Found no time, or one that is still to come, expected when it was learned, in UTC.", "learned");
        List<DutyKnowledge> facts =
        [
            .. Enum.GetValues<DutyFact>().Select(fact => (fact, So: form.YesNo($"fact-{fact}"))).Where(one => one.So is not null)
                .Select(one => new DutyKnowledge(one.fact, one.So == true ? Support.Supported : Support.NotSupported, since)),
        ];
        return Answers.Page<DutiesPage>(new
        {
            asking.Access, Places = Named, Asked = new DutyQuestion(who, place, facts), Answers = _duties.Of(facts, who, place, now),
            Warnings = (IReadOnlyList<(string, IReadOnlyList<string>)>)[.. Languages.Select(language => (language, _duties.WarningsBefore(facts, who, place, language)))],
        });
    }

    private IResult Again(Asking asking, string sentence, string? field) =>
        Answers.Again<DutiesPage>(new { asking.Access, Places = Named, Asked = new DutyQuestion(Listener.CommunityAdvocate, "", []), Sentence = sentence }, field);
}

/// <summary>What was asked of the duties to report.</summary>
/// <param name="Who">Who listens.</param>
/// <param name="Place">Where; empty before anything is asked.</param>
/// <param name="Facts">What is known.</param>
public sealed record DutyQuestion(Listener Who, string Place, IReadOnlyList<DutyKnowledge> Facts);
