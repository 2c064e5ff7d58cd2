using Credence.Incidents.Nibrs;
using Credence.Packs;
using Credence.Screening;
using Credence.Testing;

namespace Credence.Tests.Incidents.Nibrs;

public class NibrsPackTests
{
    // Every number of tables 5-2 to 5-11 of the Technical Specification 2019.2.1, pages 126-183.
    private static readonly string[] OfTheFbi =
    [
        "001", "028", "029", "030", "031", "050", "051", "055", "056", "058", "059", "060", "065", "070", "071", "072", "073", "074", "075", "076",
        "077", "078", "080", "081", "084", "085", "088", "090", "091", "092", "093", "094", "095", "096",
        "101", "104", "105", "106", "115", "116", "117", "118", "119", "122", "151", "152", "153", "155", "156", "170", "172", "173", "175", "178", "197", "198", "199",
        "201", "202", "204", "205", "206", "207", "215", "216", "217", "219", "220", "221", "222", "250", "251", "252", "253", "254", "255", "256", "257", "258",
        "262", "263", "264", "265", "266", "267", "268", "269", "270", "284",
        "301", "302", "304", "305", "306", "315", "316", "317", "351", "352", "353", "354", "355", "356", "357", "358", "359", "360", "361", "362", "363", "364",
        "365", "366", "367", "368", "372", "375", "376", "382", "383", "384", "387", "388", "389", "390", "391", "392",
        "401", "402", "404", "406", "407", "408", "409", "410", "415", "416", "417", "419", "422", "450", "451", "452", "453", "454", "455", "456", "457", "458",
        "460", "461", "462", "463", "464", "465", "466", "467", "468", "469", "470", "471", "472", "474", "475", "476", "477", "478", "479", "480", "481", "482",
        "483", "484", "485", "490",
        "501", "502", "504", "508", "509", "510", "515", "516", "517", "522", "550", "551", "552", "554", "555", "556", "557", "558", "559", "560", "584",
        "601", "602", "604", "605", "606", "607", "608", "609", "610", "615", "616", "617", "618", "622", "650", "652", "653", "654", "655", "656", "661", "664",
        "665", "667", "669", "670",
        "701", "702", "704", "705", "706", "707", "708", "709", "710", "715", "716", "717", "718", "720", "722", "750", "751", "752", "753", "754", "755", "757",
        "758", "759", "760", "797", "798", "799",
        "931", "932", "933", "934", "935", "937", "938", "939", "940", "941", "952",
    ];

    [Fact]
    public void Every_error_of_the_FBI_is_checked_or_the_pack_says_why_not()
    {
        var edition = NibrsEdition.Shipped;
        var covered = edition.Rules.Where(rule => !rule.IsWarning).Select(rule => rule.Error).ToHashSet();
        var uncovered = edition.Uncovered.Select(entry => entry.Error).ToList();

        Assert.Empty(OfTheFbi.Except(covered).Except(uncovered));
        Assert.Empty(uncovered.Intersect(covered));
        Assert.Empty(uncovered.Except(OfTheFbi));
        // What stands in the pack besides was dropped by a later edition, and says until when it held, or names its source.
        Assert.All(
            edition.Rules.Where(rule => !rule.IsWarning && !OfTheFbi.Contains(rule.Error)),
            rule => Assert.True(rule.Citation.Source == "edits-2015" || rule.Error == "159", rule.Error));
    }

    [Fact]
    public void The_packs_are_right_and_every_rule_cites_a_page()
    {
        Assert.Empty(PackCheck.Run(PackReader.Read(DefaultPacks.Files())));
        Assert.All(
            NibrsEdition.Shipped.Rules.Where(rule => rule.Citation.Source == "nibrs-spec" && rule.Check is null),
            rule => Assert.Matches("page", rule.Citation.Pinpoint));
    }

    [Theory]
    [InlineData("if: it blank", "if: it blnk", "found blnk")]
    [InlineData("if: it blank", "if: nothing blank", "found nothing, expected a value that is known here")]
    [InlineData("if: it blank", "if: it in @nowhere", "found the list @nowhere")]
    [InlineData("if: it blank", "if: any witness", "found witness")]
    [InlineData("if: it blank", "if: it blank and", "found the end")]
    [InlineData("if: it blank", "if: it blank it", "found it, expected and, or, or the end")]
    [InlineData("fields: [number]", "fields: [nmber]", "found the field nmber")]
    [InlineData("fields: [number]", "element: X", "found it in a rule without fields")]
    public void A_rule_that_cannot_be_read_is_told_with_its_file_and_line(string right, string wrong, string said)
    {
        var rules = "table: rules\ntitle: Ours\nsource: nibrs-spec\nrules:\n  - error: \"499\"\n    segment: 4\n    fields: [number]\n    says: Ours.\n    if: it blank\n";
        var library = DefaultPacks.Read([new PackFile("nibrs/2019.2.1/ours.yaml", rules.Replace(right, wrong, StringComparison.Ordinal), IsLocal: true)]);

        var problem = Assert.Single(PackCheck.Run(library, onlyLocal: true));
        Assert.Equal(("nibrs/2019.2.1/ours.yaml", 5), (problem.File, problem.Line));
        Assert.Contains(said, problem.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(", "", 300, "conditions inside each other")]
    [InlineData("any offense (", "it blank", 25, "inside each other")]
    [InlineData("first (", "it", 300, "values inside each other")]
    [InlineData("(", "it blank", 100_000, "more than 1000 words")]
    [InlineData("it blank or ", "it blank", 100_000, "more than 1000 words")]
    [InlineData("not ", "it blank", 100_000, "more than 1000 words")]
    public void A_condition_of_thousands_of_brackets_is_a_problem_and_does_not_end_the_program(string again, string last, int times, string said)
    {
        var condition = string.Concat(Enumerable.Repeat(again, times)) + last;
        var rules = $"table: rules\ntitle: Ours\nsource: nibrs-spec\nrules:\n  - error: \"499\"\n    segment: 4\n    fields: [number]\n    says: Ours.\n    if: {condition}\n";

        var problem = Assert.Single(PackCheck.Run(DefaultPacks.Read([new PackFile("nibrs/2019.2.1/ours.yaml", rules, IsLocal: true)]), onlyLocal: true));
        Assert.Contains(said, problem.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_agency_adds_a_rule_of_its_own_without_a_programmer()
    {
        var rules = "table: rules\ntitle: Ours\nsource: nibrs-spec\nrules:\n  - error: \"999\"\n    segment: 4\n    fields: [resident]\n    says: We want to know it.\n    if: it = U and any offense (code in @trafficking)\n";
        var edition = NibrsEdition.From(DefaultPacks.Read([new PackFile("nibrs/2019.2.1/ours.yaml", rules, IsLocal: true)]));
        var error = Assert.Single(FlatFile.Reports(FlatFile.Incident()).SelectMany(new NibrsChecker(edition).Check));

        Assert.Equal(("999", "30"), (error.Error, error.Element));
    }
}
