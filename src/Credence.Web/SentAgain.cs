using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Http;

namespace Credence.Web;

/// <summary>Finds on a page the form that was sent, writes into it what was typed, and moves the page's sentence to the field that it is about.</summary>
internal static class SentAgain
{
    // A page makes these anew each time; that another value was sent does not make it another form.
    private static readonly string[] MadeAnew = ["token", "reading"];

    // What works once, or proves who somebody is, is typed anew.
    private static readonly string[] Secret = ["code", "credential", "digits"];

    /// <summary>Fills a page in.</summary>
    /// <param name="page">The page.</param>
    /// <param name="address">Where the form was sent to.</param>
    /// <param name="sent">What was sent.</param>
    /// <param name="about">The field that the sentence is about, or null.</param>
    public static void Fill(IDocument page, string address, IFormCollection sent, string? about)
    {
        if (page.Forms.FirstOrDefault(form => IsThatOf(form, address, sent)) is not { } form) return;
        // What stands beside a passphrase may be half of a secret; and whatever was wrong with one, the answer is the same.
        var isSecret = form.QuerySelector("input[type=password]") is not null;
        if (!isSecret)
            foreach (var same in Fields(form).GroupBy(field => field.GetAttribute("name")!)) Write([.. same], sent[same.Key]);
        foreach (var closed in form.Ancestors<IHtmlDetailsElement>()) closed.SetAttribute("open", "");
        if (page.QuerySelector("main [role=alert]") is { } sentence) Say(sentence, form, Fields(form).FirstOrDefault(field => about is null ? !isSecret && IsLeftOut(field, sent) : field.GetAttribute("name") == about));
    }

    // Many forms of a page may lead to one address: what they carry with them tells whose it was.
    private static bool IsThatOf(IHtmlFormElement form, string address, IFormCollection sent) =>
        form.GetAttribute("action") == address
        && form.QuerySelectorAll("input[type=hidden][name]").All(hidden => IsAnew(hidden.GetAttribute("name")!) || sent[hidden.GetAttribute("name")!].Contains(hidden.GetAttribute("value") ?? ""))
        && sent.Keys.All(key => IsAnew(key) || form.QuerySelectorAll("[name]").Any(field => field.GetAttribute("name") == key));

    private static bool IsAnew(string field) => field.StartsWith("__", StringComparison.Ordinal) || MadeAnew.Contains(field);

    private static IEnumerable<IElement> Fields(IHtmlFormElement form) =>
        form.QuerySelectorAll("input[name]:not([type=hidden], [type=file], [type=submit]), select[name], textarea[name]").Where(field => !Secret.Contains(field.GetAttribute("name")));

    private static void Write(IReadOnlyList<IElement> fields, Microsoft.Extensions.Primitives.StringValues said)
    {
        foreach (var (field, at) in fields.Select((field, at) => (field, at)))
        {
            var isChoice = field is IHtmlInputElement { Type: "checkbox" or "radio" };
            var text = at < said.Count ? said[at] ?? "" : "";
            if (isChoice) Set(field, "checked", said.Contains(field.GetAttribute("value") ?? "on"));
            else if (field is IHtmlInputElement) field.SetAttribute("value", text);
            else if (field is IHtmlTextAreaElement) field.TextContent = text;
            else if (field is IHtmlSelectElement select && select.Options.Any(option => said.Contains(option.Value)))
                foreach (var option in select.Options) Set(option, "selected", said.Contains(option.Value));
            if (isChoice ? field.HasAttribute("checked") : field is not IHtmlSelectElement && text.Length > 0)
                foreach (var closed in field.Ancestors<IHtmlDetailsElement>()) closed.SetAttribute("open", "");
        }
    }

    private static void Set(IElement element, string attribute, bool so)
    {
        if (so) element.SetAttribute(attribute, "");
        else element.RemoveAttribute(attribute);
    }

    // One sentence, where it can be put right; a browser without scripts goes there by itself.
    private static void Say(IElement sentence, IHtmlFormElement form, IElement? field)
    {
        sentence.Id = "wrong";
        if (field is null)
        {
            form.InsertBefore(sentence, form.FirstChild);
            sentence.SetAttribute("tabindex", "-1");
            sentence.SetAttribute("autofocus", "");
            return;
        }

        var place = field.Closest("fieldset") is { } group && field is IHtmlInputElement { Type: "radio" } ? group : field.Closest("label") ?? Label(form, field) ?? field;
        place.Parent!.InsertBefore(sentence, place);
        field.SetAttribute("aria-invalid", "true");
        field.SetAttribute("aria-describedby", $"{field.GetAttribute("aria-describedby")} wrong".Trim());
        field.SetAttribute("autofocus", "");
    }

    private static bool IsLeftOut(IElement field, IFormCollection sent) => field.HasAttribute("required") && sent[field.GetAttribute("name")!].All(string.IsNullOrWhiteSpace);

    private static IElement? Label(IHtmlFormElement form, IElement field) => field.Id is { } id ? form.QuerySelectorAll("label[for]").FirstOrDefault(label => label.GetAttribute("for") == id) : null;
}
