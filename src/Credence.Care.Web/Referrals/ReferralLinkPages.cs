using Credence.Care.Referrals;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;

namespace Credence.Care.Web.Referrals;

/// <summary>
/// For a provider without an account who was given a link: read what the person's consent allows, and answer once. Following the link shows nothing yet, so that
/// whatever looks at addresses in messages reads nothing of anybody.
/// </summary>
internal static class ReferralLinkPages
{
    private const string Policy = "referral-link";
    private const int MostAMinute = 30;

    internal static void Limit(RateLimiterOptions limits) => limits.AddPolicy(Policy, context => WebGround.Within(MostAMinute, RemoteNetwork.Of(context), TimeSpan.FromMinutes(1)));

    public static void Map(IEndpointRouteBuilder host)
    {
        var link = host.MapGroup("/referral").AllowAnonymous().RequireRateLimiting(Policy);
        link.MapGet("/{token}", (string token) => Answers.Page<AskedPage>(new { Token = token }));
        link.MapPost("", Read);
        link.MapPost("/answered", Answer);
    }

    private static async Task<IResult> Read([FromForm] string? token, ReferralLinks links, CancellationToken cancellation) =>
        await links.Read(token, cancellation) is { } shared ? Answers.Page<AskedPage>(new { Token = token, Shared = shared }) : Over();

    private static async Task<IResult> Answer([FromForm] string? token, [FromForm] string? news, [FromForm] string? reason, ReferralLinks links, CancellationToken cancellation)
    {
        if (SentNews.Read(news, reason) is not { IsAnswer: true } said)
            return await links.Read(token, cancellation) is { } shared ? Answers.Again<AskedPage>(new { Token = token, Shared = shared, Sentence = "Found no answer, expected one of these." }) : Over();
        return await links.Answer(token, said, cancellation) is ReferralReply.Done
            ? Answers.Sentence("Thank you", "Your answer is kept. This link does not work any more, and there is nothing here to keep.", StatusCodes.Status200OK) : Over();
    }

    // One that is over, one that never was and one whose consent does not hold are one answer.
    private static IResult Over() => Answers.Sentence("Nothing here", "This link does not hold, or does not hold any more. Ask whoever gave it to you.", StatusCodes.Status404NotFound);
}
