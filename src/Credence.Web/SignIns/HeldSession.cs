using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Credence.Web.SignIns;

/// <summary>On an endpoint that answers while a session is held.</summary>
public sealed class OpenWhileHeld;

/// <summary>
/// A session whose device is in the hands of somebody else, who reads or signs: until its officer signs in anew, every page inside leads to the sign-in. What is
/// held is written here, at the server, so that going back in the browser changes nothing.
/// </summary>
public static class HeldSession
{
    internal const string Key = "held";

    /// <summary>Holds the session of this request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="what">What the person has before her or him.</param>
    /// <param name="back">Where whoever holds it goes on after signing in anew; null for the first page.</param>
    public static async Task Hold(HttpContext context, string what, string? back = null)
    {
        if (Session.Account(context.User) is { } account && await Session.BeganAt(context) is { } began)
            context.RequestServices.GetRequiredService<Sessions>().Hold(account, began, what, back);
        // What the browser keeps to go back to is the record's.
        context.Response.Headers["Clear-Site-Data"] = "\"cache\"";
    }

    /// <summary>What the session of this request is held for, or null if it is not.</summary>
    public static async Task<string?> Of(HttpContext context) =>
        (await context.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties?.Items.TryGetValue(Key, out var what) == true ? what : null;

    internal static async Task Answer(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is { } asked && asked.Metadata.GetMetadata<IAuthorizeData>() is not null && asked.Metadata.GetMetadata<OpenWhileHeld>() is null && await Of(context) is not null)
            await Answers.See("/sign-in").ExecuteAsync(context);
        else await next(context);
    }
}
