using Credence.Care.Events;
using Credence.Care.Persons;
using Credence.Care.Statements;
using Credence.Care.Web.Pages;
using Credence.Referrals;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.Care.Web.Persons;

/// <summary>Persons whom the organization serves: a list, a face sheet that is told and changed, closing, and what was done with the file.</summary>
internal static class PersonPages
{
    private const int OnPage = 50;

    public static void Map(IEndpointRouteBuilder inside)
    {
        var persons = inside.MapGroup("").AddEndpointFilter(Places.Only("persons"));
        persons.MapGet("/persons", List);
        persons.MapGet("/persons/new", (Asking asking) => Answers.Page<NewPersonPage>(new { asking.Access }));
        persons.MapPost("/persons", TakeIn);
        persons.MapGet("/persons/{id:guid}", Open);
        persons.MapGet("/persons/{id:guid}/sheet", Edit);
        persons.MapPost("/persons/{id:guid}/sheet", Amend);
        persons.MapPost("/persons/closed", Close);
        persons.MapGet("/persons/{id:guid}/timeline", Timeline);
    }

    private static async Task<IResult> List(string? closed, string? skip, Asking asking, PersonDesk desk, CancellationToken cancellation)
    {
        var from = int.TryParse(skip, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
        var lines = await desk.Caseload(asking.Access, closed == "true", from, OnPage + 1, cancellation);
        return Answers.Page<PersonsPage>(new
        {
            asking.Access, IsClosed = closed == "true", Lines = (IReadOnlyList<CaseloadLine>)[.. lines.Take(OnPage)], Next = lines.Count > OnPage ? from + OnPage : (int?)null,
        });
    }

    private static async Task<IResult> TakeIn([FromForm] IFormCollection sent, Asking asking, PersonDesk desk, CancellationToken cancellation) =>
        await desk.TakeIn(asking.Access, Sheet(sent, null), cancellation) is { } person ? Answers.See($"/persons/{person.Value}") : Answers.NotFound();

    private static async Task<IResult> Open(Guid id, Asking asking, PersonDesk desk, StatementDesk statements, CancellationToken cancellation)
    {
        if (await desk.Open(asking.Access, new PersonId(id), cancellation) is not { } file) return Answers.NotFound();
        return Answers.Page<PersonPage>(new { asking.Access, File = file, Shared = await statements.Shared(asking.Access, file.Person, cancellation) });
    }

    private static async Task<IResult> Edit(Guid id, Asking asking, PersonDesk desk, CancellationToken cancellation) =>
        await desk.Open(asking.Access, new PersonId(id), cancellation) is { Sheet: not null } file ? Answers.Page<SheetPage>(new { asking.Access, File = file }) : Answers.NotFound();

    private static async Task<IResult> Amend(Guid id, [FromForm] IFormCollection sent, Asking asking, PersonDesk desk, CancellationToken cancellation)
    {
        if (await desk.Open(asking.Access, new PersonId(id), cancellation) is not { Sheet: { } before } file) return Answers.NotFound();
        var sheet = Sheet(sent, before);
        return await desk.Amend(asking.Access, new PersonId(id), sheet, sent["stamp"].ToString(), cancellation) switch
        {
            Amendment.Done => Answers.See($"/persons/{id}"),
            Amendment.Refused refused => Answers.Again<SheetPage>(new { asking.Access, File = file, Typed = sheet, Sentence = refused.Because }),
            _ => Answers.NotFound(),
        };
    }

    private static async Task<IResult> Close([FromForm] Guid person, Asking asking, PersonDesk desk, CancellationToken cancellation) =>
        await desk.Close(asking.Access, new PersonId(person), cancellation) ? Answers.See($"/persons/{person}") : Answers.NotFound();

    private static async Task<IResult> Timeline(Guid id, string? before, Asking asking, LogDesk desk, CancellationToken cancellation)
    {
        long? place = long.TryParse(before, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
        var lines = await desk.Timeline(asking.Access, new PersonId(id), place, OnPage, cancellation);
        return lines.Count == 0 && place is null ? Answers.NotFound()
            : Answers.Page<TimelinePage>(new { asking.Access, Person = new PersonId(id), Lines = lines, HasMore = lines.Count == OnPage });
    }

    // What the form does not show stays: a third way to reach the person, the number of an incident.
    private static FaceSheet Sheet(IFormCollection sent, FaceSheet? before)
    {
        var form = new SentForm(sent);
        SafeContact? Contact(int at) => form.Text($"contact-{at}") is { } value
            ? new SafeContact(form.One<ContactWay>($"way-{at}") ?? ContactWay.Call, value, form.Text($"when-{at}"), form.Is($"message-{at}"), form.Is($"saywho-{at}")) : null;
        var contacts = new[] { Contact(0), Contact(1) }.OfType<SafeContact>().Concat(before?.Contacts?.Skip(2) ?? []).ToList();
        return (before ?? new FaceSheet()) with
        {
            CalledName = form.Text("called"), Language = form.Text("language")?.ToLowerInvariant(), IsUnder18 = form.YesNo("minor"), Contacts = contacts.Count > 0 ? contacts : null,
            Safety = form.Text("safety"), InOwnWords = form.Text("words"), Needs = form.Needs() is { Count: > 0 } needs ? needs : null,
        };
    }
}
