using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Credence.Care.Web.Pages;

/// <summary>The fields of a form that was sent; what is empty was not said.</summary>
internal readonly struct SentForm(IFormCollection form)
{
    // What a browser writes for a time of day.
    public const string TimeForm = "yyyy-MM-dd'T'HH:mm";

    public string? Text(string field) => form[field].ToString().Trim().ReplaceLineEndings("\n") is { Length: > 0 } text ? text : null;

    public T? One<T>(string field) where T : struct, Enum => Enum.TryParse<T>(form[field], out var value) && Enum.IsDefined(value) ? value : null;

    public IReadOnlyList<T> All<T>(string field) where T : struct, Enum
    {
        var sent = form[field];
        return [.. Enum.GetValues<T>().Where(value => sent.Contains(value.ToString()))];
    }

    public IReadOnlyList<string> Texts(string field) => [.. form[field].OfType<string>().Where(text => text.Length > 0)];

    public bool Is(string field) => form[field] == "yes";

    public bool? YesNo(string field) => form[field].ToString() switch { "yes" => true, "no" => false, _ => null };

    public int? Number(string field, int most) => int.TryParse(form[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;

    public Guid? Id(string field) => Guid.TryParse(form[field], out var id) ? id : null;

    /// <summary>A time in UTC.</summary>
    public DateTimeOffset? Time(string field) =>
        DateTimeOffset.TryParseExact(form[field], TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    public DateOnly? Day(string field) => DateOnly.TryParseExact(form[field], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Needs that were chosen, with how soon.</summary>
    public IReadOnlyList<Credence.Referrals.NeededHelp> Needs()
    {
        var self = this;
        return [.. Enum.GetValues<Credence.Referrals.Need>().Select(need => (need, Soon: self.One<Credence.Referrals.Urgency>($"need-{need}"))).Where(one => one.Soon is not null).Select(one => new Credence.Referrals.NeededHelp(one.need, one.Soon!.Value))];
    }

    /// <summary>Conditions of laws that were asked.</summary>
    public IReadOnlyDictionary<string, bool> Conditions()
    {
        var self = this;
        return form.Keys.Where(key => key.StartsWith("condition-", StringComparison.Ordinal) && self.YesNo(key) is not null).ToDictionary(key => key["condition-".Length..], key => self.YesNo(key)!.Value);
    }
}
