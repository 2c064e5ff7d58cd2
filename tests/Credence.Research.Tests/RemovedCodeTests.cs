using System.Xml.Linq;
using Credence.Interviews;
using Credence.Interviews.Qda;

namespace Credence.Research.Tests;

public class RemovedCodeTests
{
    private const string Code = "00000002-0000-0000-0000-000000000001";

    [Theory]
    [InlineData("""<PictureSource guid="00000006-0000-0000-0000-000000000001" path="internal://a.png"><PictureSelection guid="00000007-0000-0000-0000-000000000001" firstX="0" firstY="0" secondX="1" secondY="1"><Coding guid="00000008-0000-0000-0000-000000000001"><CodeRef targetGUID="{00000002-0000-0000-0000-000000000001}"/></Coding></PictureSelection></PictureSource>""", true)]
    [InlineData("""<TextSource guid="00000003-0000-0000-0000-000000000001"><PlainTextContent>One.</PlainTextContent><Coding guid="00000008-0000-0000-0000-000000000001"><CodeRef targetGUID="00000002-0000-0000-0000-000000000001"/></Coding></TextSource>""", true)]
    [InlineData("", false)]
    public void A_code_that_something_carried_refers_to_stays(string source, bool stays)
    {
        using var study = new Study();
        study.File.Take(Foreign(source));

        var refusal = study.File.Remove(new CodeId(Guid.Parse(Code)));

        Assert.Equal(stays, refusal?.Sentence.Contains("of another program that refer to it", StringComparison.Ordinal) ?? false);
        Assert.Equal(stays, study.File.Codebook().Codes.Count == 1);
        Assert.Equal(stays, study.Exported().Document.ToString().Contains("CodeRef", StringComparison.Ordinal));
    }

    [Fact]
    public void A_code_whose_codings_were_taken_back_can_be_taken_out_though_a_file_once_had_them()
    {
        using Study here = new(), there = new();
        var (interview, trust) = (here.Interview("They arrest us.", here.Ana), here.Code("Trust"));
        Assert.Null(here.File.Code(interview, [new(0, 4)], trust, here.Ana));
        there.File.Take(here.Exported());
        Assert.Null(there.File.TakeBack(there.File.Codings(interview.Id)[0].Id, there.Ana));

        Assert.Null(there.File.Remove(trust));
        Assert.DoesNotContain("CodeRef", there.Exported().Document.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_that_was_taken_out_comes_back_only_where_something_new_needs_it_and_under_its_own_name()
    {
        using Study here = new(), there = new("ben");
        var (interview, trust) = (here.Interview("They arrest us. Nobody asks.", here.Ana, here.Ben), here.Code("Trust"));
        var (fear, unused) = (here.Code("Fear", trust), here.Code("Unused"));
        there.File.Take(here.Exported());
        Assert.All(new[] { fear, trust, unused }, code => Assert.Null(here.File.Remove(code)));
        Assert.Null(there.File.Keep(there.File.Codebook().Find(fear)! with { Name = "Dread" }));

        Assert.DoesNotContain(here.File.Take(there.Exported()).Notices, notice => notice.Contains("are back", StringComparison.Ordinal));
        Assert.Empty(here.File.Codebook().Codes);
        Assert.Equal((0, 3), here.File.Take(there.File.Codebook()));

        var ben = there.Ana;
        Assert.Null(there.File.Describe(interview.Id, "x", "", "", [ben]));
        Assert.Null(there.File.Code(there.File.Find(1)!, [new(0, 4)], fear, ben));
        var taken = here.File.Take(there.Exported());

        Assert.Equal((0, 1), (taken.Codes, taken.Codings));
        Assert.Contains("2 codes that had been taken out here are back", Assert.Single(taken.Notices, notice => notice.Contains("back", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(["Fear", "Trust"], here.File.Codebook().Codes.Select(code => code.Name).Order(StringComparer.Ordinal));
    }

    private static CarriedProject Foreign(string source) => new(
        XDocument.Parse($"""
            <Project xmlns="urn:QDA-XML:project:1.0" name="f"><CodeBook><Codes><Code guid="{Code}" name="a" isCodable="true"/></Codes></CodeBook>{(source.Length > 0 ? $"<Sources>{source}</Sources>" : "")}</Project>
            """),
        new Dictionary<string, byte[]>());
}
