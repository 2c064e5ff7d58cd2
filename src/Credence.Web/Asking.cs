using System.Reflection;
using Credence.Record.Access;
using Credence.Web.SignIns;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Credence.Web;

/// <summary>Who asks, for a handler: found anew at every request, so that a closed account or a changed role counts at once.</summary>
public sealed record Asking<TAccess>(TAccess Access) : IBindableFromHttpContext<Asking<TAccess>> where TAccess : RecordAccess
{
    static ValueTask<Asking<TAccess>?> IBindableFromHttpContext<Asking<TAccess>>.BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult(context.Items[typeof(Asking<TAccess>)] as Asking<TAccess>);
}

/// <summary>Finds who asks, and keeps everybody else out.</summary>
public static class Askers
{
    /// <summary>Finds who asks; called behind authentication.</summary>
    /// <param name="enter">The door of the record: the access of an open account, or null.</param>
    public static Func<HttpContext, RequestDelegate, Task> By<TAccess>(Func<IServiceProvider, AccountId, Purpose, CancellationToken, Task<TAccess?>> enter)
        where TAccess : RecordAccess => async (context, next) =>
    {
        if (Session.Account(context.User) is { } account && Session.PurposeOf(context.User) is { } purpose
            && await enter(context.RequestServices, account, purpose, context.RequestAborted) is { } access)
            context.Items[typeof(Asking<TAccess>)] = new Asking<TAccess>(access);
        await next(context);
    };

    /// <summary>Before every page inside: an open account, and a purpose.</summary>
    public static async ValueTask<object?> Ask<TAccess>(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next) where TAccess : RecordAccess
    {
        if (Of<TAccess>(invocation.HttpContext) is not null) return await next(invocation);
        AskedPage.Keep(invocation.HttpContext, invocation.HttpContext.RequestServices.GetRequiredService<Side>());
        return Answers.See("/purpose");
    }

    /// <summary>Before pages of a place: whoever it is not named to does not find it.</summary>
    /// <param name="places">Where one may go.</param>
    /// <param name="place">The place.</param>
    public static Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> Only<TAccess>(Func<TAccess, IEnumerable<Place>> places, string place)
        where TAccess : RecordAccess => (invocation, next) =>
        Of<TAccess>(invocation.HttpContext) is { Access: var access } && places(access).Any(one => one.Word == place) ? next(invocation) : ValueTask.FromResult<object?>(Answers.NotFound());

    private static Asking<TAccess>? Of<TAccess>(HttpContext context) where TAccess : RecordAccess => context.Items[typeof(Asking<TAccess>)] as Asking<TAccess>;
}
