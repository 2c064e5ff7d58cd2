using System.Globalization;
using Credence.Interviews;

namespace Credence.Research.Web.Pages;

/// <summary>Fields of a form that may have been left empty.</summary>
internal static class Sent
{
    public static int? Number(string? field) => int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static string Typed(string? field) => TranscriptText.Plain(field ?? "").Trim();

    public static Guid? Id(string? field) => Guid.TryParseExact(field, "D", out var id) ? id : null;
}
