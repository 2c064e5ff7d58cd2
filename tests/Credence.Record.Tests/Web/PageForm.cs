using System.Net;
using System.Text.RegularExpressions;

namespace Credence.Record.Tests.Web;

/// <summary>A field of a form as a page has it.</summary>
internal sealed record PageField(string Name, string Type, string Value, bool IsFree, bool HasPattern = false);

/// <summary>A form as a page has it. Our pages are written by one renderer, so that a few patterns read them.</summary>
internal sealed partial record PageForm(string Action, string Method, bool IsFile, IReadOnlyList<PageField> Fields)
{
    private static readonly string[] Free = ["text", "search", "date", "datetime-local", "number", "email", "tel", "url", "password"];

    public static IEnumerable<PageForm> Of(string html) => Forms().Matches(html).Select(form => new PageForm(
        Attribute(form.Groups[1].Value, "action") ?? "", (Attribute(form.Groups[1].Value, "method") ?? "get").ToLowerInvariant(),
        form.Groups[1].Value.Contains("multipart", StringComparison.Ordinal), [.. FieldsOf(form.Groups[2].Value)]));

    /// <summary>Every address of our own that a page leads to.</summary>
    public static IEnumerable<string> Links(string html) =>
        Hrefs().Matches(html).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value)).Where(link => link.StartsWith('/') && !link.StartsWith("/assets/", StringComparison.Ordinal));

    /// <summary>What is sent when somebody writes these words wherever one can, and takes the first of what is offered.</summary>
    public IEnumerable<(string Name, string Value)> Filled(string words) => Fields
        .Where(field => field.Name != "__RequestVerificationToken")
        .DistinctBy(field => (field.Name, field.Type == "checkbox" ? field.Value : ""))
        .Select(field => (field.Name, field.IsFree ? words : field.Value));

    private static IEnumerable<PageField> FieldsOf(string html)
    {
        foreach (Match input in Inputs().Matches(html))
        {
            var (tag, inner) = (input.Groups[1].Value.ToLowerInvariant(), input.Groups[3].Value);
            if (Attribute(input.Groups[2].Value, "name") is not { } name) continue;
            var type = tag == "input" ? Attribute(input.Groups[2].Value, "type") ?? "text" : tag;
            var value = tag == "select" ? Options().Matches(inner).Select(option => WebUtility.HtmlDecode(option.Groups[1].Value)).FirstOrDefault(one => one.Length > 0) : Attribute(input.Groups[2].Value, "value");
            if (type != "file") yield return new PageField(name, type, value ?? "", tag == "textarea" || Free.Contains(type), Attribute(input.Groups[2].Value, "pattern") is not null);
        }
    }

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"", RegexOptions.IgnoreCase) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    [GeneratedRegex("<form\\b([^>]*)>(.*?)</form>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Forms();

    [GeneratedRegex("<(input|textarea|select|button)\\b([^>]*)>(?:(?<=<(?:textarea|select)\\b[^>]*>)(.*?)</(?:textarea|select)>)?", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Inputs();

    [GeneratedRegex("<option[^>]*\\bvalue=\"([^\"]*)\"", RegexOptions.IgnoreCase)]
    private static partial Regex Options();

    [GeneratedRegex("\\b(?:href|action)=\"([^\"]+)\"", RegexOptions.IgnoreCase)]
    private static partial Regex Hrefs();
}
