using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Credence.Police.Web.Pages;

/// <summary>Where one lands: the first page of one's own work.</summary>
internal static class HomePages
{
    public static void Map(IEndpointRouteBuilder inside) => inside.MapGet("/", Land);

    private static IResult Land(Asking asking) => Answers.See(Places.Of(asking.Access).Select(one => one.Address).FirstOrDefault("/account"));
}
