using System.Globalization;
using System.Security.Claims;
using Credence.Record.Access;
using Credence.Record.SignIns;
using Credence.Record.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SignInResult = Microsoft.AspNetCore.Identity.SignInResult;

namespace Credence.Web.SignIns;

/// <summary>Signing in, by a passkey or by password and code; choosing a purpose; signing out.</summary>
internal static class SignInPages
{
    /// <summary>The limit on tries from one address, of what can be guessed.</summary>
    public const string Tried = "sign-in";

    /// <summary>The limit on the rest of the door: a whole station comes from one address when a shift begins.</summary>
    public const string Door = "door";

    private const string Wrong = "That did not work. Handle and password have to match; after five wrong tries the account is locked for 15 minutes.";
    private const string WrongCode = "That code did not work. Take the one that the authenticator shows now; each works once.";
    private const string Held = "This device was with somebody who read or signed. Whoever works with it here: sign in again to go on.";
    private const string NoNumber = "Found words as a number, expected one such as IRB-2031-14: letters, digits, dots and dashes, with at least one digit.";
    private const string WrongPasskey = "That passkey did not work here.";

    public static void Map<TContext>(IEndpointRouteBuilder host) where TContext : RecordContext
    {
        var (tried, door) = (host.MapGroup("").RequireRateLimiting(Tried), host.MapGroup("").RequireRateLimiting(Door));
        // Named a delegate: what takes a context and gives a task would else be taken for one that answers by itself.
        door.MapGet("/sign-in", (Delegate)Show);
        tried.MapPost("/sign-in", WithPassword).AddEndpointFilter(Anew);
        door.MapGet("/sign-in/code", () => Answers.Page<CodePage>(new { }));
        tried.MapPost("/sign-in/code", WithCode).AddEndpointFilter(Anew);
        door.MapPost("/sign-in/passkey/options", PasskeyOptions);
        door.MapPost("/sign-in/passkey", WithPasskey).AddEndpointFilter(Anew);
        host.MapGet("/purpose", Ask).RequireAuthorization();
        host.MapPost("/purpose", Choose).RequireAuthorization();
        host.MapPost("/sign-out", SignOut);
        EntryPages.Map<TContext>(tried, door);
        AccountPages.Map(host);
    }

    /// <summary>Writes that somebody came in, and asks what for.</summary>
    public static async Task<IResult> Entered(SignIn account, SignInManager<SignIn> signIn, TimeProvider clock)
    {
        (account.PreviousAt, account.LastAt) = (account.LastAt, clock.GetUtcNow());
        await signIn.UserManager.UpdateAsync(account);
        return Answers.See("/purpose");
    }

    /// <summary>
    /// Ends the session that the browser had. Whoever signs in gets a number of a new session, never one that was there before: somebody else
    /// may have put it there and know it.
    /// </summary>
    internal static async ValueTask<object?> Anew(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        if (Session.Account(context.User) is null) return await next(invocation);
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
        context.User = new ClaimsPrincipal(new ClaimsIdentity());
        // What answers for cookies in this request remembers the number, and would give it out again.
        var anew = context.RequestServices.CreateAsyncScope();
        context.Response.RegisterForDisposeAsync(anew);
        context.RequestServices = anew.ServiceProvider;
        return await next(invocation);
    }

    private static async Task<IResult> Show(HttpContext context) => Answers.Page<SignInPage>(new { Sentence = await HeldSession.Of(context) is null ? null : Held });

    private static async Task<IResult> WithPassword(
        [FromForm] string? handle, [FromForm] string? password, SignInManager<SignIn> signIn, Tries tries, HttpContext context)
    {
        var users = signIn.UserManager;
        if (await users.FindByNameAsync(handle?.Trim() ?? "") is not { } known)
        {
            // The same work for a handle that does not exist, so that the time says nothing.
            NobodysHash.Check(users.PasswordHasher, password ?? "");
            return Answers.Again<SignInPage>(new { Sentence = Wrong });
        }

        using var turn = await tries.Turn(known.Account, context.RequestAborted);
        var account = (await users.FindByIdAsync(known.Account.Value.ToString()))!;
        if (account.PasswordHash is null || !account.HasAuthenticator) NobodysHash.Check(users.PasswordHasher, password ?? "");
        else if ((await signIn.PasswordSignInAsync(account, password ?? "", isPersistent: false, lockoutOnFailure: true)).RequiresTwoFactor) return Answers.See("/sign-in/code");
        // The same sentence for a locked account: whoever guesses handles learns of none.
        return Answers.Again<SignInPage>(new { Sentence = Wrong });
    }

    private static async Task<IResult> WithCode([FromForm] string? code, SignInManager<SignIn> signIn, Tries tries, TimeProvider clock, HttpContext context)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } known) return Answers.See("/sign-in");
        using var turn = await tries.Turn(known.Account, context.RequestAborted);
        var digits = Digits(code);
        var result = tries.WasUsed(known.Account, digits)
            ? SignInResult.Failed
            : await signIn.TwoFactorAuthenticatorSignInAsync(digits, isPersistent: false, rememberClient: false);
        if (!result.Succeeded) return Answers.Again<CodePage>(new { Sentence = WrongCode });
        tries.Used(known.Account, digits);
        return await Entered((await signIn.UserManager.FindByIdAsync(known.Account.Value.ToString()))!, signIn, clock);
    }

    internal static string Digits(string? code) => (code ?? "").Replace(" ", "", StringComparison.Ordinal);

    private static async Task<IResult> PasskeyOptions(SignInManager<SignIn> signIn) =>
        Results.Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    private static async Task<IResult> WithPasskey([FromForm] string? credential, SignInManager<SignIn> signIn, TimeProvider clock)
    {
        if (await Asserted(signIn, credential) is not { Succeeded: true } assertion || await signIn.UserManager.IsLockedOutAsync(assertion.User))
            return Answers.Again<SignInPage>(new { Sentence = WrongPasskey });
        await signIn.UserManager.AddOrUpdatePasskeyAsync(assertion.User, assertion.Passkey);
        await signIn.SignInAsync(assertion.User, isPersistent: false);
        return await Entered(assertion.User, signIn, clock);
    }

    private static async Task<PasskeyAssertionResult<SignIn>?> Asserted(SignInManager<SignIn> signIn, string? credential)
    {
        try
        {
            return await signIn.PerformPasskeyAssertionAsync(credential ?? "");
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // There was no question that this could answer.
            return null;
        }
    }

    private static async Task<IResult> Ask(SignInManager<SignIn> signIn, HttpContext context) =>
        await signIn.UserManager.GetUserAsync(context.User) is { } account
            ? Answers.Page<PurposePage>(new { Last = LastTime(account) })
            : await SignOut(signIn, context);

    private static string? LastTime(SignIn account) => account.PreviousAt is { } at
        ? string.Create(CultureInfo.InvariantCulture, $"You signed in before this on {at:yyyy-MM-dd} at {at:HH:mm} UTC.")
        : null;

    private static async Task<IResult> Choose([FromForm] PurposeKind? kind, [FromForm] string? reference, SignInManager<SignIn> signIn, Side side, HttpContext context)
    {
        if (await signIn.UserManager.GetUserAsync(context.User) is not { } account) return await SignOut(signIn, context);
        var number = reference?.Trim() ?? "";
        if (kind is not { } chosen || !side.Purposes.Contains(chosen)) return Answers.Again<PurposePage>(new { Sentence = "Choose first what you are here for." });
        if (number.Length > 0 && !Purpose.TryOf(chosen, number, out _))
            return Answers.Again<PurposePage>(new { Sentence = NoNumber }, "reference");
        await signIn.SignInWithClaimsAsync(account, isPersistent: false, [Session.Of(chosen, number)]);
        var asked = AskedPage.Take(context, side);
        return Answers.See(context.RequestServices.GetRequiredService<Sessions>().Back(account.Account) ?? asked);
    }

    private static async Task<IResult> SignOut(SignInManager<SignIn> signIn, HttpContext context)
    {
        await signIn.SignOutAsync();
        AskedPage.Forget(context, context.RequestServices.GetRequiredService<Side>());
        context.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return Answers.See("/sign-in");
    }
}
