using System.Globalization;

namespace Credence.Research.Web.Pages;

/// <summary>Fields of a form that may have been left empty.</summary>
internal static class Sent
{
    public static int? Number(string? field) => int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static Guid? Id(string? field) => Guid.TryParseExact(field, "D", out var id) ? id : null;
}
