using Credence.Record.SignIns;
using Credence.Record.Storage;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Credence.Web.SignIns;

/// <summary>ASP.NET Core Identity with passkeys, and a password with an authenticator beside it.</summary>
internal static class SignInServices
{
    /// <summary>The scheme of somebody who came by a link and may set up a sign-in, and nothing else.</summary>
    public const string Entering = "entering";

    public static void AddSignIn<TContext>(this IServiceCollection services, Side side) where TContext : RecordContext
    {
        services.AddHttpContextAccessor().AddAuthorization();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(Entering, cookie => Shape(cookie, "entering", side, TimeSpan.FromMinutes(15)))
            .AddIdentityCookies(cookies =>
            {
                cookies.ApplicationCookie!.Configure(cookie => Shape(cookie, side.Word, side, SignInRules.IdleFor));
                cookies.TwoFactorUserIdCookie!.Configure(cookie => Shape(cookie, "code", side, TimeSpan.FromMinutes(5)));
            });
        services.AddSingleton<Sessions>().AddSingleton<Tries>().AddSingleton<SignInBook<TContext>>().AddSingleton<EntryLinks<TContext>>();
        services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>, KeptSessions>();
        // No token goes by mail or phone.
        services.AddIdentityCore<SignIn>(Rules).AddSignInManager().AddTokenProvider<AuthenticatorTokenProvider<SignIn>>(TokenOptions.DefaultAuthenticatorProvider).AddUserStore<SignInStore<TContext>>()
            .AddPasswordValidator<CommonPasswords>();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            passkeys.ServerDomain = side.Address.Host;
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            // The one address that people know; without referrers, a form's own Origin header says nothing.
            passkeys.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && asked.Origin == side.Address.GetLeftPart(UriPartial.Authority));
        });
        services.Configure<PasswordHasherOptions>(hash => hash.IterationCount = 210_000);
    }

    private static void Rules(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        options.Lockout.MaxFailedAccessAttempts = SignInRules.MostFailures;
        options.Lockout.DefaultLockoutTimeSpan = SignInRules.LockedFor;
        options.Password.RequiredLength = SignInRules.ShortestPassword;
        options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
        // Handles are checked when an account is proposed.
        options.User.AllowedUserNameCharacters = "";
    }

    private static void Shape(CookieAuthenticationOptions cookie, string name, Side side, TimeSpan lasts)
    {
        cookie.Cookie.Name = CookieName(name, side);
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.Cookie.SecurePolicy = side.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        (cookie.ExpireTimeSpan, cookie.SlidingExpiration) = (lasts, true);
        // Where one was going is not written into an address.
        cookie.Events.OnRedirectToLogin = async context =>
        {
            if (await Typed.Of(context.HttpContext) is { } typed) await typed.ExecuteAsync(context.HttpContext);
            else
            {
                AskedPage.Keep(context.HttpContext, side);
                context.Response.Redirect("/sign-in");
            }
        };
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
        // The session is looked up at each request, and every page asks the door for the account; nothing is trusted for minutes.
        cookie.Events.OnValidatePrincipal = _ => Task.CompletedTask;
    }

    /// <summary>With the prefix that browsers bind to host and TLS, where there is TLS.</summary>
    internal static string CookieName(string name, Side side) => side.CookieName(name);

    private sealed class KeptSessions(Sessions sessions) : IPostConfigureOptions<CookieAuthenticationOptions>
    {
        public void PostConfigure(string? name, CookieAuthenticationOptions options)
        {
            if (name == IdentityConstants.ApplicationScheme) options.SessionStore = sessions;
        }
    }
}
