using System.Text.RegularExpressions;

namespace Credence.Directories;

/// <summary>Addresses of a directory that a page may show and a program may follow. A directory is written by strangers: what is none is not followed.</summary>
internal static partial class ReachedBy
{
    /// <summary>The web page of a text; null unless it is a whole address of http or https.</summary>
    internal static Uri? WebPage(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var page) && (page.Scheme == Uri.UriSchemeHttps || page.Scheme == Uri.UriSchemeHttp) && page.Host.Length > 0 && page.UserInfo.Length == 0 ? page : null;

    /// <summary>The site that a text names without saying how it is reached, such as www.example.org/help; null if it names none.</summary>
    internal static string? Site(string? text) => text?.Trim() is { Length: <= 400 } site && Bare().IsMatch(site) ? site : null;

    /// <summary>The e-mail address that a text is; null if it is none, or more than one.</summary>
    internal static string? Email(string? text) => text?.Trim() is { Length: <= 254 } address && Address().IsMatch(address) ? address : null;

    [GeneratedRegex(@"\A[\p{L}\p{Nd}](?:[\p{L}\p{Nd}.-]*[\p{L}\p{Nd}])?\.[\p{L}]{2,}(?:[/?#][^\s]*)?\z", RegexOptions.NonBacktracking)]
    private static partial Regex Bare();

    // Not all that RFC 5322 allows: what a directory writes, and nothing that a spreadsheet would count with.
    [GeneratedRegex(@"\A[\p{L}\p{Nd}_][\p{L}\p{Nd}.!#$%&'*+/=?^_`{|}~-]*@[\p{L}\p{Nd}](?:[\p{L}\p{Nd}.-]*[\p{L}\p{Nd}])?\.[\p{L}\p{Nd}-]{2,}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
