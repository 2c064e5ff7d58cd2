using Credence.Care.Access;
using Credence.Portal.Pages;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Portal.Entry;

/// <summary>Another passphrase for one who is inside: the old one is asked again, so that whoever finds the pages open cannot take them.</summary>
internal static class SecretPages
{
    public static void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/secret", (Words say) => Answers.Page<SecretPage>(new { Say = say }));
        inside.MapPost("/secret", Change);
    }

    private static async Task<IResult> Change(
        [FromForm] string? old, [FromForm] string? passphrase, [FromForm] string? again, Asking asking, Words say, SurvivorDoor door, Patience patience, Visits visits, HttpContext context)
    {
        if (EntryPages.Weakness(passphrase, again, say) is { } weak) return Answers.Again<SecretPage>(new { Say = say, Sentence = weak }, "passphrase");
        var known = old is { Length: <= EntryPages.LongestPassphrase } ? old : "";
        var (wasTried, entry, _) = await patience.Try(
            RemoteNetwork.Of(context), $"secret {asking.Access.Person.Value:N}", _ => door.Change(asking.Access, known, passphrase!, context.RequestAborted), context.RequestAborted);
        if (!wasTried) return new Said(Trouble.TooMany);
        if (entry is null) return Answers.Again<SecretPage>(new { Say = say, Sentence = say.SecretWrong }, "old");
        visits.Begin(context, entry, 0);
        return Answers.Page<HomePage>(new { Say = say, Done = say.SecretDone });
    }
}
