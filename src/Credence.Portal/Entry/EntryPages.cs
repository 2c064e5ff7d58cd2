using Credence.Care.Access;
using Credence.Care.Cards;
using Credence.Portal.Pages;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Portal.Entry;

/// <summary>The pages before the door: what this is, coming in by a card, without one, and again; going away.</summary>
internal static class EntryPages
{
    /// <summary>The limit on records that are begun from one address: a shelter has one address for many.</summary>
    public const string BeginLimit = "begin";

    public const int MostBegun = 30;

    public const int LongestPassphrase = 200;

    public static void Map(IEndpointRouteBuilder outside)
    {
        outside.MapGet("", (Words say, HttpContext context) => Preferred(context, say) is { } other ? Answers.See(other.At("/")) : (IResult)Answers.Page<StartPage>(new { Say = say }));
        outside.MapGet("/about", (Words say) => Answers.Page<AboutPage>(new { Say = say }));
        outside.MapGet("/card", (Words say) => Answers.Page<CardPage>(new { Say = say }));
        outside.MapPost("/card", Use);
        outside.MapGet("/alone", (Words say) => Answers.Page<AlonePage>(new { Say = say }));
        outside.MapPost("/alone", Begin).RequireRateLimiting(BeginLimit);
        outside.MapGet("/back", (Words say) => Answers.Page<BackPage>(new { Say = say }));
        outside.MapPost("/back", Enter);
        outside.MapGet("/leave", () => new Away());
    }

    // Whoever comes from outside finds the language of the own device; whoever presses a link of ours has chosen one. Nothing is kept of it.
    private static Words? Preferred(HttpContext context, Words say)
    {
        if (say != Words.English || context.Request.Headers["Sec-Fetch-Site"].ToString() is not ("none" or "cross-site")) return null;
        var first = context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(one => one.Quality ?? 1).Select(one => one.Value.ToString())
            .Select(code => Words.Languages.FirstOrDefault(words => code.StartsWith(words.Language, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(words => words is not null);
        return first is null || first == say ? null : first;
    }

    private static async Task<IResult> Use(
        [FromForm] string? code, [FromForm] string? passphrase, [FromForm] string? again, Words say, SurvivorDoor door, Patience patience, Visits visits, HttpContext context)
    {
        if (Weakness(passphrase, again, say) is { } weak) return Answers.Again<CardPage>(new { Say = say, Sentence = weak, Code = code }, "passphrase");
        var (wasTried, entry, _) = await patience.Try(
            RemoteNetwork.Of(context), code ?? "", _ => door.Use(code ?? "", passphrase!, say.Language, context.RequestAborted), context.RequestAborted);
        if (!wasTried) return new Said(Trouble.TooMany);
        if (entry is null) return Answers.Again<CardPage>(new { Say = say, Sentence = say.NoCard, Code = code });
        visits.Begin(context, entry, 0);
        return Answers.See(say.At("/words"));
    }

    private static async Task<IResult> Begin(
        [FromForm] string? passphrase, [FromForm] string? again, Words say, SurvivorDoor door, Patience patience, Visits visits, HttpContext context)
    {
        if (Weakness(passphrase, again, say) is { } weak) return Answers.Again<AlonePage>(new { Say = say, Sentence = weak }, "passphrase");
        visits.Begin(context, await patience.Turn(() => door.Begin(passphrase!, say.Language, context.RequestAborted), context.RequestAborted), 0);
        return Answers.See(say.At("/words"));
    }

    private static async Task<IResult> Enter(
        [FromForm] string? words, [FromForm] string? passphrase, Words say, SurvivorDoor door, Patience patience, Visits visits, HttpContext context)
    {
        var (typed, secret) = (words ?? "", passphrase is { Length: <= LongestPassphrase } ? passphrase : "");
        var (wasTried, entry, wrong) = await patience.Try(
            RemoteNetwork.Of(context), EntryWords.Plain(typed), before => door.Enter(typed, secret, before, context.RequestAborted), context.RequestAborted);
        if (!wasTried) return new Said(Trouble.TooMany);
        if (entry is null) return Answers.Again<BackPage>(new { Say = say, Sentence = say.NoEntry });
        visits.Begin(context, entry, wrong);
        return Answers.See(say.At("/home"));
    }

    /// <summary>What is wrong with a new passphrase, in the person's language, or null.</summary>
    public static string? Weakness(string? passphrase, string? again, Words say) => passphrase != again ? say.PassDiffer
        : passphrase is null || passphrase.Length > LongestPassphrase || SecretSentence.IsWeak(passphrase) ? say.PassWeak
        : null;
}
