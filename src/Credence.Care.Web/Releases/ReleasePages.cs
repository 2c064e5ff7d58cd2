using Credence.Care.Access;
using Credence.Care.Persons;
using Credence.Care.Releases;
using Credence.Care.Web.Pages;
using Credence.Classification;
using Credence.Consents;
using Credence.Packs;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.Care.Web.Releases;

/// <summary>What a statute or a court compels to tell without the person's consent: a subpoena goes to counsel first, the least is told, and the person is told of it.</summary>
internal sealed class ReleasePages(PackLibrary packs)
{
    private readonly IReadOnlyList<ConsentLaw> _laws = ConsentLawPack.From(packs, []);

    public void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/persons/{id:guid}/releases", async (Guid id, Asking asking, ReleaseDesk desk, PersonDesk persons, CancellationToken cancellation) =>
            await Page(id, null, asking, desk, persons, cancellation));
        inside.MapPost("/persons/{id:guid}/releases", Release);
        inside.MapPost("/releases/told", Tell);
    }

    private async Task<IResult> Release(Guid id, [FromForm] IFormCollection sent, Asking asking, ReleaseDesk desk, PersonDesk persons, CancellationToken cancellation)
    {
        var form = new SentForm(sent);
        if (_laws.FirstOrDefault(one => one.Jurisdiction == form.Text("place")) is not { } law)
            return await Page(id, "Found another place, expected one whose law is known here.", asking, desk, persons, cancellation);
        var kinds = form.All<InformationKind>("kind");
        var demand = new Demand(form.One<DemandKind>("demand") ?? DemandKind.Request, law.Jurisdiction, form.Text("citation"), kinds.ToHashSet());
        var counsel = form.Text("counsel") is { } who && form.Time("counselat") is { } at ? new CounselReview(new Decider("counsel", who), at, form.Text("mandate")) : null;
        return await desk.ReleaseUnderLaw(asking.Access, new PersonId(id), demand, kinds, law, counsel, NoticeOf(form, asking.Access), cancellation) switch
        {
            LegalAnswer.Released released => Answers.Page<ReleasedPage>(new { asking.Access, Person = new PersonId(id), Released = released }),
            LegalAnswer.NotReleased { Because: CompelledAnswer.ToCounsel first } => await Page(id, first.Because, asking, desk, persons, cancellation),
            LegalAnswer.NotReleased { Because: CompelledAnswer.Refused refused } => await Page(id, refused.Because, asking, desk, persons, cancellation),
            _ => Answers.NotFound(),
        };
    }

    private static async Task<IResult> Tell([FromForm] Guid release, [FromForm] Guid person, Asking asking, ReleaseDesk desk, CancellationToken cancellation) =>
        await desk.Tell(asking.Access, release, cancellation) ? Answers.See($"/persons/{person}/releases") : Answers.NotFound();

    private static Notice? NoticeOf(SentForm form, CareAccess access) => (form.Text("notice"), form.Time("noticeat")) switch
    {
        ("told", { } at) => new Notice.Told(at),
        ("attempted", { } at) => new Notice.Attempted([at]),
        ("dangerous", { } at) when form.One<NoticeDanger>("danger") is { } danger => new Notice.Dangerous(danger, new Decider(access.RoleName, access.Account.Value.ToString()), at),
        _ => null,
    };

    private async Task<IResult> Page(Guid id, string? sentence, Asking asking, ReleaseDesk desk, PersonDesk persons, CancellationToken cancellation)
    {
        if (!asking.Access.May(CareAct.ReleaseUnderLaw) || !await persons.Exists(asking.Access, new PersonId(id), cancellation)) return Answers.NotFound();
        var parameters = new { asking.Access, Person = new PersonId(id), Laws = _laws, Lines = await desk.UnderLaw(asking.Access, new PersonId(id), cancellation), Sentence = sentence };
        return sentence is null ? Answers.Page<ReleasesPage>(parameters) : Answers.Again<ReleasesPage>(parameters);
    }
}
