using System.Security.Claims;
using Credence.Record.SignIns;
using Credence.Record.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Web.SignIns;

/// <summary>A link given by hand leads to setting up a passkey, or a password with an authenticator.</summary>
internal static class EntryPages
{
    private const string WrongCode = "Those digits did not work. After five wrong tries the link ends.";
    private const string WrongNow = "That code did not work: take the one that the authenticator shows now, after the key above is in it.";
    private const string Weak = "That password is too short or easy to guess: expected at least 12 characters, and none that many people choose. The code was right; the next one that the authenticator shows goes with it.";

    public static void Map<TContext>(RouteGroupBuilder tried, RouteGroupBuilder door) where TContext : RecordContext
    {
        tried.MapGet("/entry/{token}", Look<TContext>);
        tried.MapPost("/entry", Enter<TContext>).AddEndpointFilter(SignInPages.Anew);
        door.MapGet("/setup", SetUp);
        tried.MapPost("/setup/password", WithPassword).AddEndpointFilter(SignInPages.Anew);
        door.MapPost("/setup/passkey/options", PasskeyOptions);
        door.MapPost("/setup/passkey", WithPasskey).AddEndpointFilter(SignInPages.Anew);
    }

    private static async Task<IResult> Look<TContext>(string token, EntryLinks<TContext> links, CancellationToken cancellation) where TContext : RecordContext =>
        await links.Look(token, cancellation) is { } link ? Answers.Page<EntryPage>(new { Token = token, link.NeedsCode }) : Gone();

    private static async Task<IResult> Enter<TContext>(
        [FromForm] string? token, [FromForm] string? code, EntryLinks<TContext> links, UserManager<SignIn> users, Sessions sessions, HttpContext context)
        where TContext : RecordContext
    {
        switch (await links.Use(token ?? "", code ?? "", context.RequestAborted))
        {
            case EntryAnswer.Entered entered when await users.FindByIdAsync(entered.Account.Value.ToString()) is { } account:
                await Forget(users, account);
                sessions.End(account.Account);
                var who = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, entered.Account.Value.ToString())], SignInServices.Entering));
                await context.SignInAsync(SignInServices.Entering, who);
                return Answers.See("/setup");
            case EntryAnswer.WrongCode:
                return Answers.Again<EntryPage>(new { Token = token, NeedsCode = true, Sentence = WrongCode });
            default:
                return Gone();
        }
    }

    private static async Task<IResult> SetUp(SignInManager<SignIn> signIn, HttpContext context) =>
        await Entering(signIn, context) is { } account ? await Page(account, signIn, null) : Answers.See("/sign-in");

    private static async Task<IResult> WithPassword(
        [FromForm] string? password, [FromForm] string? code, SignInManager<SignIn> signIn, Sessions sessions, Tries tries, TimeProvider clock, HttpContext context)
    {
        if (await Entering(signIn, context) is not { } account) return Answers.See("/sign-in");
        var users = signIn.UserManager;
        var digits = SignInPages.Digits(code);
        var fits = await users.VerifyTwoFactorTokenAsync(account, users.Options.Tokens.AuthenticatorTokenProvider, digits);
        if (!fits) return await Page(account, signIn, WrongNow);
        if (!await Accepts(users, account, password ?? "")) return await Page(account, signIn, Weak);
        if (await users.HasPasswordAsync(account)) await users.RemovePasswordAsync(account);
        await users.AddPasswordAsync(account, password!);
        await users.SetTwoFactorEnabledAsync(account, true);
        tries.Used(account.Account, digits);
        return await Done(account, signIn, sessions, clock, context);
    }

    private static async Task<IResult> PasskeyOptions(SignInManager<SignIn> signIn, HttpContext context) =>
        await Entering(signIn, context) is { } account
            ? Results.Content(await signIn.MakePasskeyCreationOptionsAsync(Entity(account)), "application/json")
            : Results.NotFound();

    private static async Task<IResult> WithPasskey(
        [FromForm] string? credential, SignInManager<SignIn> signIn, Sessions sessions, TimeProvider clock, HttpContext context)
    {
        if (await Entering(signIn, context) is not { } account) return Answers.See("/sign-in");
        if (await Attested(signIn, credential) is not { Succeeded: true } attestation) return await Page(account, signIn, "This device gave no passkey that works here.");
        await signIn.UserManager.AddOrUpdatePasskeyAsync(account, attestation.Passkey);
        return await Done(account, signIn, sessions, clock, context);
    }

    internal static PasskeyUserEntity Entity(SignIn account) => new() { Id = account.Account.Value.ToString(), Name = account.Handle, DisplayName = account.Handle };

    internal static async Task<PasskeyAttestationResult?> Attested(SignInManager<SignIn> signIn, string? credential)
    {
        try
        {
            return await signIn.PerformPasskeyAttestationAsync(credential ?? "");
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // There was no question that this could answer.
            return null;
        }
    }

    // A link is for who has no keys, or lost them: whoever found the old ones must not come in, from this moment on.
    private static async Task Forget(UserManager<SignIn> users, SignIn account)
    {
        foreach (var passkey in await users.GetPasskeysAsync(account)) await users.RemovePasskeyAsync(account, passkey.CredentialId);
        if (await users.HasPasswordAsync(account)) await users.RemovePasswordAsync(account);
        await users.SetTwoFactorEnabledAsync(account, false);
        await users.SetLockoutEndDateAsync(account, null);
        await users.ResetAccessFailedCountAsync(account);
        await users.ResetAuthenticatorKeyAsync(account);
    }

    private static async Task<IResult> Done(SignIn account, SignInManager<SignIn> signIn, Sessions sessions, TimeProvider clock, HttpContext context)
    {
        await signIn.UserManager.UpdateSecurityStampAsync(account);
        sessions.End(account.Account);
        await context.SignOutAsync(SignInServices.Entering);
        await signIn.SignInAsync(account, isPersistent: false);
        return await SignInPages.Entered(account, signIn, clock);
    }

    private static async Task<IResult> Page(SignIn account, SignInManager<SignIn> signIn, string? sentence)
    {
        var secret = (await signIn.UserManager.GetAuthenticatorKeyAsync(account))!;
        return sentence is null
            ? Answers.Page<SetUpPage>(new { account.Handle, Secret = secret })
            : Answers.Again<SetUpPage>(new { account.Handle, Secret = secret, Sentence = sentence });
    }

    private static async Task<bool> Accepts(UserManager<SignIn> users, SignIn account, string password)
    {
        foreach (var rule in users.PasswordValidators)
            if (!(await rule.ValidateAsync(users, account, password)).Succeeded) return false;
        return true;
    }

    private static async Task<SignIn?> Entering(SignInManager<SignIn> signIn, HttpContext context)
    {
        var who = await context.AuthenticateAsync(SignInServices.Entering);
        return who.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) is { } id ? await signIn.UserManager.FindByIdAsync(id) : null;
    }

    private static IResult Gone() => Answers.Sentence(
        "No such link", "This link was used, has ended, or never was one. Ask an administrator of Credence for a new one.", StatusCodes.Status404NotFound);
}
