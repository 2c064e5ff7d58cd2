using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Credence.Web;
using Microsoft.AspNetCore.Http;

namespace Credence.Browser.Tests;

/// <summary>What was typed goes back into the form that was sent, into no other, and nothing that is secret goes back at all.</summary>
public class SentAgainTests
{
    private const string Two = """
        <main><p role="alert">Found no news.</p>
        <details><form action="/noted"><input type="hidden" name="__token" value="new"><input type="hidden" name="referral" value="1"><input name="words"><select name="news"><option value="a"><option value="b"></select><button>Note</button></form></details>
        <details><form action="/noted"><input type="hidden" name="__token" value="new"><input type="hidden" name="referral" value="2"><input name="words"><select name="news"><option value="a"><option value="b"></select><button>Note</button></form></details></main>
        """;

    [Fact]
    public void What_was_typed_about_one_referral_does_not_come_back_in_the_form_of_another()
    {
        var page = Filled(Two, "/noted", ("__token", "old"), ("referral", "2"), ("words", "\"<late>\" & more"), ("news", "b"));
        Assert.Null(page.Forms[0].QuerySelector("[name=words]")!.GetAttribute("value"));
        Assert.False(page.Forms[0].Closest("details")!.HasAttribute("open"));
        Assert.Equal("\"<late>\" & more", page.Forms[1].QuerySelector("[name=words]")!.GetAttribute("value"));
        Assert.Equal("b", page.Forms[1].QuerySelector("option[selected]")!.GetAttribute("value"));
        Assert.True(page.Forms[1].Closest("details")!.HasAttribute("open"));
        Assert.Equal("Found no news.", page.Forms[1].FirstElementChild!.TextContent);
    }

    [Theory]
    [InlineData("/elsewhere", "2", "words")]
    [InlineData("/noted", "3", "words")]
    [InlineData("/noted", "2", "other")]
    public void A_form_that_is_not_on_the_page_leaves_the_page_as_it_is(string address, string referral, string field)
    {
        var page = Filled(Two, address, ("referral", referral), (field, "typed"));
        Assert.DoesNotContain("typed", page.ToHtml(), StringComparison.Ordinal);
        Assert.Equal("P", page.QuerySelector("main")!.FirstElementChild!.TagName);
    }

    [Theory]
    [InlineData("""<input name="words"><input type="password" name="passphrase">""")]
    [InlineData("""<input name="code"><input name="digits"><input type="file" name="words">""")]
    public void Nothing_that_opens_a_door_is_given_back(string fields)
    {
        var page = Filled($"""<main><form action="/back">{fields}</form></main>""", "/back", ("words", "seven secret words"), ("passphrase", "seven secret words"), ("code", "seven secret words"), ("digits", "seven secret words"));
        Assert.DoesNotContain("seven secret words", page.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_not_chosen_any_more_is_not_chosen_again_and_several_fields_of_one_name_keep_their_order()
    {
        const string Page = """<main><form action="/a"><input type="checkbox" name="kind" value="1" checked><input type="checkbox" name="kind" value="2"><input name="line" value="x"><input name="line"><textarea name="why">old</textarea></form></main>""";
        var form = Filled(Page, "/a", ("kind", "2"), ("line", ""), ("line", "second"), ("why", "new")).Forms[0];
        Assert.Equal(["2"], form.QuerySelectorAll("[checked]").Select(one => one.GetAttribute("value")));
        Assert.Equal(["", "second"], form.QuerySelectorAll("[name=line]").Select(one => one.GetAttribute("value")));
        Assert.Equal("new", form.QuerySelector("textarea")!.TextContent);
    }

    private static IDocument Filled(string html, string address, params (string Field, string Said)[] sent)
    {
        var page = new HtmlParser().ParseDocument(html);
        SentAgain.Fill(page, address, new FormCollection(sent.GroupBy(one => one.Field).ToDictionary(same => same.Key, same => new Microsoft.Extensions.Primitives.StringValues([.. same.Select(one => one.Said)]))), null);
        return page;
    }
}
