using Credence.Record.SignIns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Credence.Web.SignIns;

/// <summary>One's own ways in and sessions: see them, add and remove them. Changes need a sign-in of the last minutes.</summary>
internal static class AccountPages
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private const string Stale = "Sign out and in again first: ways to sign in are changed within ten minutes of signing in.";
    private const string WrongPassword = "That did not work: the password that you have, and a new one of at least 12 characters that is not easy to guess.";
    private const string Last = "This is the only way in. Add another first.";

    public static void Map(IEndpointRouteBuilder host)
    {
        var own = host.MapGroup("/account").RequireAuthorization();
        own.MapGet("", async (SignInManager<SignIn> signIn, Sessions sessions, HttpContext context) => await Page(signIn, sessions, context, null));
        own.MapPost("/passkeys/options", Options);
        own.MapPost("/passkeys", Add);
        own.MapPost("/passkeys/removed", Remove);
        own.MapPost("/password", ChangePassword);
        own.MapPost("/sessions/ended", EndOthers);
    }

    private static async Task<IResult> Page(SignInManager<SignIn> signIn, Sessions sessions, HttpContext context, string? sentence)
    {
        if (await signIn.UserManager.GetUserAsync(context.User) is not { } account) return Answers.See("/sign-in");
        var parameters = new
        {
            Account = account,
            Passkeys = await signIn.UserManager.GetPasskeysAsync(account),
            Sessions = sessions.Of(account.Account),
            Sentence = sentence,
        };
        return sentence is null ? Answers.Page<AccountPage>(parameters) : Answers.Again<AccountPage>(parameters);
    }

    private static async Task<IResult> Options(SignInManager<SignIn> signIn, HttpContext context) =>
        await signIn.UserManager.GetUserAsync(context.User) is { } account && await IsFresh(context)
            ? Results.Content(await signIn.MakePasskeyCreationOptionsAsync(EntryPages.Entity(account)), "application/json")
            : Results.NotFound();

    private static async Task<IResult> Add([FromForm] string? credential, SignInManager<SignIn> signIn, Sessions sessions, HttpContext context)
    {
        if (await signIn.UserManager.GetUserAsync(context.User) is not { } account) return Answers.See("/sign-in");
        if (!await IsFresh(context)) return await Page(signIn, sessions, context, Stale);
        if (await EntryPages.Attested(signIn, credential) is not { Succeeded: true } attestation)
            return await Page(signIn, sessions, context, "This device gave no passkey that works here.");
        await signIn.UserManager.AddOrUpdatePasskeyAsync(account, attestation.Passkey);
        return Answers.See("/account");
    }

    private static async Task<IResult> Remove([FromForm] string? passkey, SignInManager<SignIn> signIn, Sessions sessions, HttpContext context)
    {
        var users = signIn.UserManager;
        if (await users.GetUserAsync(context.User) is not { } account) return Answers.See("/sign-in");
        if (!await IsFresh(context)) return await Page(signIn, sessions, context, Stale);
        var passkeys = await users.GetPasskeysAsync(account);
        if (passkeys.FirstOrDefault(one => Convert.ToHexStringLower(one.CredentialId) == passkey) is not { } gone) return Answers.NotFound();
        if (passkeys.Count == 1 && !account.HasAuthenticator) return await Page(signIn, sessions, context, Last);
        await users.RemovePasskeyAsync(account, gone.CredentialId);
        return Answers.See("/account");
    }

    // A wrong one counts as a wrong try at the door: whoever found a session open does not guess the password here.
    private static async Task<IResult> ChangePassword(
        [FromForm] string? current, [FromForm] string? password, SignInManager<SignIn> signIn, Sessions sessions, Tries tries, HttpContext context)
    {
        var users = signIn.UserManager;
        if (Session.Account(context.User) is not { } id) return Answers.See("/sign-in");
        using var turn = await tries.Turn(id, context.RequestAborted);
        if (await users.GetUserAsync(context.User) is not { PasswordHash: not null } account) return Answers.NotFound();
        if (!await IsFresh(context)) return await Page(signIn, sessions, context, Stale);
        if (await users.IsLockedOutAsync(account)) return await Page(signIn, sessions, context, WrongPassword);
        if (!await users.CheckPasswordAsync(account, current ?? ""))
        {
            await users.AccessFailedAsync(account);
            return await Page(signIn, sessions, context, WrongPassword);
        }

        if (!(await users.ChangePasswordAsync(account, current!, password ?? "")).Succeeded) return await Page(signIn, sessions, context, WrongPassword);
        sessions.End(id, but: await Session.BeganAt(context));
        return Answers.See("/account");
    }

    private static async Task<IResult> EndOthers([FromForm] string? others, SignInManager<SignIn> signIn, Sessions sessions, HttpContext context)
    {
        if (others is null || await signIn.UserManager.GetUserAsync(context.User) is not { } account) return Answers.See("/account");
        sessions.End(account.Account, but: await Session.BeganAt(context));
        return Answers.See("/account");
    }

    private static async Task<bool> IsFresh(HttpContext context) =>
        await Session.BeganAt(context) is { } at && at + Fresh > context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
}
