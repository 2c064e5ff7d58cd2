using System.Globalization;
using Credence.Care.Web.Pages;
using Credence.Directories;
using Credence.Referrals;
using Credence.Web;
using Microsoft.AspNetCore.Http;

namespace Credence.Care.Web.Directories;

/// <summary>The question of a form, and what of it could not be read: that is said, and nothing is looked for as if it had not been written.</summary>
internal static class AskedMatch
{
    private const int MostAge = 129, MostMiles = 600;

    public static MatchQuestion Of(IFormCollection sent, DateTimeOffset now)
    {
        var form = new SentForm(sent);
        return new MatchQuestion
        {
            Needs = form.Needs(), Applies = form.All<EligibilityCode>("applies").ToHashSet(), Age = form.Number("age", MostAge), Language = form.Text("language")?.ToLowerInvariant(),
            Town = form.Text("town"), WithinKm = form.Number("within", MostMiles) * MatchQuestion.KmInMile, At = now.ToOffset(TimeSpan.FromHours(Hours(form) ?? 0)),
        };
    }

    /// <summary>Found and expected, and at which field; null where all of it is read.</summary>
    public static (string Sentence, string? Field)? Wrong(IFormCollection sent)
    {
        var form = new SentForm(sent);
        if (form.Needs().Count == 0) return ("Found no need, expected at least one: ask the person first.", null);
        if (form.Text("age") is not null && form.Number("age", MostAge) is null) return ($"Found no age, expected years in digits, 0 to {MostAge}, or nothing.", "age");
        if (form.Text("language") is { } language && !(language.Length == 2 && language.All(char.IsAsciiLetter))) return ("Found no code of a language, expected two letters such as es, or nothing.", "language");
        if (form.Text("within") is not null && form.Number("within", MostMiles) is null) return ($"Found no distance, expected whole miles in digits, 0 to {MostMiles}, or nothing.", "within");
        if (form.Text("within") is not null && form.Text("town") is null) return ("Found no town, expected the one from which how far is counted.", "town");
        return form.Text("offset") is not null && Hours(form) is null ? ("Found no hours from UTC, expected whole hours from -12 to 14.", "offset") : null;
    }

    /// <summary>What of the question the directory could not hold its services against, a sentence each.</summary>
    public static IEnumerable<string> Unknown(MatchQuestion asked, MatchResult found)
    {
        var services = found.Matches.Select(one => one.Service).Concat(found.LeftOut.Select(one => one.Service)).ToList();
        if (asked.Language is { } language && !Tongues.English.ContainsKey(language) && !services.Any(one => one.Languages.Contains(language)))
            yield return $"“{language}” is no language that is known here, and none of these services says that it speaks it: look whether it is written as meant.";
        if (asked.Town is { } town && !services.SelectMany(one => one.Places).Any(place => string.Equals(place.Town?.Trim(), town, StringComparison.OrdinalIgnoreCase)))
            yield return $"None of these services names {town} as its town, so none is put first for it: look whether it is written as the directory writes it.";
        if (asked is { WithinKm: not null, Town: { } from } && found.Matches.All(one => one.Km is null) && found.LeftOut.All(one => one.For is not LeftOutFor.TooFar))
            yield return $"How far these are from {from} is not known: the directory has no place there, or none of these, on the map. Nothing was left out for it.";
    }

    private static int? Hours(SentForm form) =>
        int.TryParse(form.Text("offset"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var hours) && hours is >= -12 and <= 14 ? hours : null;
}
