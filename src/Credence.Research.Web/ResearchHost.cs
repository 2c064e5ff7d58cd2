using System.Net;
using Credence.Research.Web.Codes;
using Credence.Research.Web.Interviews;
using Credence.Research.Web.Names;
using Credence.Research.Web.Results;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Credence.Research.Web;

/// <summary>The host of one coder at one project file, on this machine only.</summary>
public static class ResearchHost
{
    private const string Enter = "/enter/";

    /// <summary>The pages of a room; not started yet.</summary>
    /// <param name="room">The file and the coder.</param>
    /// <param name="clock">The time.</param>
    /// <param name="listen">Where it listens.</param>
    /// <param name="address">Where the browser finds it.</param>
    /// <param name="say">Hears of a fault by its kind.</param>
    public static WebApplication Build(Room room, TimeProvider clock, IPEndPoint listen, Uri address, Action<string> say)
    {
        var builder = WebGround.Begin(clock, new Side("research", "interviews", [], address), listen);
        builder.Services.AddSingleton(room);
        return WebGround.Build(builder, host => host.Use(OnlyWithKey), say, Map);
    }

    /// <summary>The link by which the one who started the host comes in.</summary>
    public static Uri LinkOf(Room room, Uri address) => new(address, Enter + room.Key);

    private static void Map(IEndpointRouteBuilder host)
    {
        Asset.Style.Map(host);
        ResearchAssets.Style.Map(host);
        ResearchAssets.Script.Map(host);
        host.MapGet(Enter + "{key}", Come);
        InterviewPages.Map(host);
        CodePages.Map(host);
        NamePages.Map(host);
        ResultPages.Map(host);
    }

    private static IResult Come(string key, HttpContext context, Room room)
    {
        if (!room.IsKey(key)) { return Answers.NotFound(); }

        context.Response.Cookies.Append(Room.Cookie, key, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", IsEssential = true });
        return Answers.See("/");
    }

    private static Task OnlyWithKey(HttpContext context, RequestDelegate next) =>
        context.Request.Path.StartsWithSegments("/assets") || context.Request.Path.StartsWithSegments("/enter") || context.RequestServices.GetRequiredService<Room>().HasKey(context)
            ? next(context)
            : Answers.Sentence("Come in by the link", "Open the link that credence serve interviews printed: it holds the key to these pages.", StatusCodes.Status403Forbidden).ExecuteAsync(context);
}

/// <summary>What the pages of interviews bring with them.</summary>
internal static class ResearchAssets
{
    public static readonly Asset Style = Asset.Of(typeof(ResearchAssets).Assembly, "interviews.css");
    public static readonly Asset Script = Asset.Of(typeof(ResearchAssets).Assembly, "coding.js");
}
