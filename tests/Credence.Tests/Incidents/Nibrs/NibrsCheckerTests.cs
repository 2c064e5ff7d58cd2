using Credence.Incidents.Nibrs;
using Credence.Testing;

namespace Credence.Tests.Incidents.Nibrs;

/// <summary>One change to an invented incident that is right, and the errors that come of it.</summary>
public class NibrsCheckerTests
{
    private static readonly string Property = FlatFile.Segment("property", "31-000114", "loss=7 items.1.description=20 items.1.value=000000040");
    private static readonly string SecondVictim = Victim("number=002 sex=M injuries.1.injury=N relations.1.offender=01 relations.1.relationship=ST");

    [Fact]
    public void Nothing_is_wrong_with_an_incident_an_arrest_and_a_zero_report() =>
        Assert.Empty(FlatFile.Errors([.. FlatFile.Incident(), FlatFile.Arrest(), FlatFile.Zero()]));

    [Theory]
    [InlineData(1, 38, "        ", "101 03")]
    [InlineData(1, 38, "20310231", "105 03")]
    [InlineData(1, 38, "20310601", "170 03|665 42")]
    [InlineData(1, 38, "19900504", "172 03")]
    [InlineData(1, 46, "X", "151 03")]
    [InlineData(1, 47, "24", "152 03")]
    [InlineData(1, 49, "Z", "104 04")]
    [InlineData(1, 50, "20310505", "153 04")]
    [InlineData(1, 49, "D", "156 05")]
    [InlineData(1, 49, "D20310503", "155 05")]
    [InlineData(1, 49, "D20310506", "071 04")]
    [InlineData(1, 58, "64A", "159 window offense codes")]
    [InlineData(1, 88, "N", "119 02A", 88)]
    [InlineData(2, 41, " ", "201 07")]
    [InlineData(2, 41, "X", "251 07")]
    [InlineData(2, 42, " ", "201 08")]
    [InlineData(2, 42, "NA", "207 08")]
    [InlineData(2, 42, "AA", "206 08")]
    [InlineData(2, 45, "99", "204 09")]
    [InlineData(2, 47, "02", "252 10")]
    [InlineData(2, 49, "F", "254 11")]
    [InlineData(2, 50, "J", "219 12")]
    [InlineData(2, 53, "  ", "221 13")]
    [InlineData(2, 53, "40A", "258 13")]
    [InlineData(2, 53, "12X", "255 13")]
    [InlineData(2, 53, "9X ", "204 13")]
    [InlineData(2, 53, "99 40", "207 13")]
    [InlineData(2, 62, "8812", "207 08A")]
    [InlineData(3, 38, "   ", "401 23")]
    [InlineData(3, 38, "0A1", "402 23")]
    [InlineData(3, 38, "000", "404 23")]
    [InlineData(3, 41, "   ", "065 06|401 24")]
    [InlineData(3, 44, "64A", "406 24")]
    [InlineData(3, 44, "64B", "466 24")]
    [InlineData(3, 71, " ", "401 25")]
    [InlineData(3, 71, "S", "458 26|458 27|458 28|458 29|458 30|458 33|458 34|464 25")]
    [InlineData(3, 71, "L", "452 26|454 25A|454 25B|482 25")]
    [InlineData(3, 72, "    ", "453 26")]
    [InlineData(3, 72, " 16 ", "408 26")]
    [InlineData(3, 72, "8   ", "404 26")]
    [InlineData(3, 72, "16B0", "409 26")]
    [InlineData(3, 72, "1816", "410 26")]
    [InlineData(3, 72, "0016", "422 26")]
    [InlineData(3, 76, " ", "453 27")]
    [InlineData(3, 76, "X", "404 27")]
    [InlineData(3, 80, "01", "419 31")]
    [InlineData(3, 84, "A", "457 32")]
    [InlineData(3, 85, " ", "401 33")]
    [InlineData(3, 85, "NM", "407 33")]
    [InlineData(3, 90, "    ", "401 34")]
    [InlineData(3, 90, "02", "070 34")]
    [InlineData(3, 90, "01  ", "460 35")]
    [InlineData(3, 92, "XX", "404 35")]
    [InlineData(3, 92, "VO", "470 35")]
    [InlineData(3, 92, "PA", "554 37")]
    [InlineData(3, 130, "01", "483 25A")]
    [InlineData(4, 38, "  ", "070 34|501 36")]
    [InlineData(4, 38, "0A", "070 34|502 36")]
    [InlineData(4, 40, "    ", "501 37")]
    [InlineData(4, 40, "7   ", "556 37")]
    [InlineData(4, 40, "00  UU", "472 35")]
    [InlineData(4, 44, "X", "504 38")]
    [InlineData(6, 38, "00", "602 40")]
    [InlineData(6, 40, "            ", "601 41")]
    [InlineData(6, 40, "31+0", "617 41")]
    [InlineData(6, 52, "20310503", "665 42")]
    [InlineData(6, 52, "20310631", "605 42")]
    [InlineData(6, 60, "X", "604 43")]
    [InlineData(6, 61, " ", "601 44")]
    [InlineData(6, 62, "09C", "670 45")]
    [InlineData(6, 62, "520", "")]
    [InlineData(6, 62, "521", "650 45")]
    [InlineData(6, 65, "10", "604 46")]
    [InlineData(6, 65, "01 11", "607 46")]
    [InlineData(6, 67, "A", "655 46")]
    [InlineData(6, 71, "16  ", "652 52")]
    [InlineData(6, 71, "1   ", "664 47")]
    [InlineData(6, 75, "U", "667 48")]
    [InlineData(6, 79, "H", "653 52")]
    [InlineData(6, 80, "Y", "623 clearance indicator")]
    public void A_change_of_one_value_gives_the_error_of_its_element(int segment, int at, string text, string errors, int length = 0)
    {
        var lines = FlatFile.Incident();
        var i = segment == 6 ? 4 : segment == 4 ? 3 : segment - 1;
        if (length > 0) lines[i] = FlatFile.Segment("administrative", "31-000114", "length=0088 incidentDate=20310504 hour=22 cleared=N");
        lines[i] = lines[i].With(at, text);

        Assert.Equal(errors, Said(lines));
    }

    [Theory]
    [InlineData("arrested 16", "")]
    [InlineData("no victim", "065 06|075 L 4")]
    [InlineData("no offender", "070 34|075 L 5|656 L 6")]
    [InlineData("unknown offender", "070 34|656 L 6")]
    [InlineData("two offenders", "085 34")]
    [InlineData("cleared with unknown offender", "557 36")]
    [InlineData("property", "076 L 3|081 14")]
    [InlineData("twice the offense", "262 06")]
    [InlineData("twice the victim", "451 23")]
    [InlineData("two spouses", "476 35")]
    [InlineData("rape of the same sex", "560 38")]
    [InlineData("rape with assault", "478 24")]
    [InlineData("prostitution with a person as victim", "080 25|465 25")]
    [InlineData("prostitution with society as victim", "")]
    [InlineData("justifiable homicide beside it", "266 06")]
    public void A_change_of_the_incident_gives_the_error_of_its_structure(string change, string errors)
    {
        var (admin, offense, victim, offender, arrestee) = (FlatFile.Incident()[0], FlatFile.Incident()[1], FlatFile.Incident()[2], FlatFile.Incident()[3], FlatFile.Incident()[4]);
        var unknown = FlatFile.Segment("offender", "31-000114", "number=00");
        string[] lines = change switch
        {
            "arrested 16" => [admin, offense, victim, offender, arrestee.With(71, "16  ").With(79, "R")],
            "no victim" => [admin, offense, offender, arrestee],
            "no offender" => [admin, offense, victim, arrestee],
            "unknown offender" => [admin, offense, victim, unknown, arrestee],
            "two offenders" => [admin, offense, victim, offender, offender.With(38, "02"), arrestee],
            "cleared with unknown offender" => [admin.With(49, "A20310507"), offense, victim.With(90, "00  "), unknown],
            "property" => [admin, offense, Property, victim, offender, arrestee],
            "twice the offense" => [admin, offense, offense, victim, offender, arrestee],
            "twice the victim" => [admin, offense, victim, victim, offender, arrestee],
            "two spouses" => [admin, offense, victim.With(72, "19  ").With(92, "SE"), SecondVictim.With(92, "SE"), offender, arrestee],
            "rape of the same sex" => [admin, Offense("11A"), victim.With(41, "11A").With(76, "M"), offender, arrestee],
            "rape with assault" => [admin, Offense("11A"), Offense("13A"), victim.With(41, "11A13A").With(80, "01"), offender, arrestee],
            "prostitution with a person as victim" => [admin, Offense("40A"), victim.With(41, "40A").With(85, " "), offender, arrestee],
            "prostitution with society as victim" => [admin, Offense("40A"), Society("40A"), offender, arrestee],
            _ => [admin, offense, Offense("09C"), victim, Victim("number=002 connected.1.code=09C circumstances.1.circumstance=20 justifiable=C relations.1.offender=01 relations.1.relationship=ST"), offender],
        };

        Assert.Equal(errors, Said(lines));
    }

    [Theory]
    [InlineData(" 31-000114", "116 02|216 02|416 02|516 02|616 02|616 41")]
    [InlineData("31 000114", "115 02|215 02|415 02|515 02|615 02|615 41")]
    [InlineData("31_000114", "117 02|217 02|417 02|517 02|617 02|617 41")]
    public void A_number_that_is_wrong_is_wrong_in_every_segment(string number, string errors)
    {
        var lines = FlatFile.Incident().Select(line => line.With(26, number.PadRight(12))).ToArray();
        lines[4] = lines[4].With(40, number.PadRight(12));

        Assert.Equal(errors, Said(lines));
    }

    [Fact]
    public void A_lone_victim_of_trafficking_who_was_arrested_cannot_be_shown_as_both() =>
        Assert.Contains(FlatFile.Errors(Replace(2, line => line.With(92, "VO"))), error => error.Error == "470");

    [Fact]
    public void Trafficking_may_stand_beside_rape_assault_and_kidnapping()
    {
        var lines = FlatFile.Incident();
        string[] more = [lines[0], lines[1], Offense("64B"), Offense("13B"), lines[2].With(41, "64A64B13B"), lines[3], lines[4]];

        Assert.Empty(FlatFile.Errors(more));
    }

    [Theory]
    [InlineData("order", "050 segment level")]
    [InlineData("no administrative", "055 L 1")]
    [InlineData("twice", "056 02")]
    [InlineData("another month", "058 month of submission")]
    [InlineData("another state", "059 01")]
    [InlineData("arrest of that number", "088 02")]
    [InlineData("unknown level", "051 segment level")]
    [InlineData("wrong length", "178 segment length")]
    public void What_only_the_file_can_show_is_told(string change, string errors)
    {
        var incident = FlatFile.Incident();
        string[] lines = change switch
        {
            "order" => [incident[0], incident[2], incident[1], incident[3], incident[4]],
            "no administrative" => incident[1..],
            "twice" => [.. incident, .. incident],
            "another month" => [.. incident, FlatFile.Arrest().With(7, "04").With(40, "20310407")],
            "another state" => [.. incident, FlatFile.Arrest().With(17, "YY")],
            "arrest of that number" => [.. incident, FlatFile.Arrest("31-000114")],
            "unknown level" => [.. incident, FlatFile.Zero().With(5, "8")],
            _ => [incident[0].With(1, "0099"), .. incident[1..]],
        };

        Assert.Equal(errors, Said(lines));
    }

    [Fact]
    public void A_deletion_asks_for_its_date_only()
    {
        var deletion = FlatFile.Segment("administrative", "31-000114", "", "D");

        Assert.Equal("197 03", Said([deletion]));
        Assert.Equal("", Said([deletion.With(38, "20310504"), .. FlatFile.Incident()]));
    }

    [Fact]
    public void What_needs_the_day_an_agency_began_is_asked_when_that_is_said()
    {
        var starts = new Dictionary<string, DateOnly> { [FlatFile.Ori] = new(2031, 5, 5) };
        var checker = new NibrsChecker(NibrsEdition.Shipped, starts);
        var errors = FlatFile.Reports([.. FlatFile.Incident(), FlatFile.Arrest().With(40, "20310504"), FlatFile.Zero()]).SelectMany(checker.Check);

        Assert.Equal(["093", "173", "720"], errors.Select(error => error.Error).Order());
    }

    [Fact]
    public void Rules_that_were_dropped_hold_for_the_submissions_of_their_time()
    {
        var partners = FlatFile.Incident().Select(line => line.With(9, "2016")).ToArray();
        partners[0] = partners[0].With(38, "20160504");
        partners[4] = partners[4].With(52, "20160506");
        partners[2] = partners[2].With(76, "M");

        Assert.Equal("553 38", Said(partners));
    }

    [Fact]
    public void Warnings_are_said_when_asked_for()
    {
        var reports = FlatFile.Reports(Replace(2, line => line.With(72, "19  ").With(92, "CH")));

        Assert.Empty(reports.SelectMany(new NibrsChecker(NibrsEdition.Shipped).Check));
        reports = FlatFile.Reports(Replace(2, line => line.With(72, "26  ").With(92, "CH")));
        var warning = Assert.Single(reports.SelectMany(new NibrsChecker(NibrsEdition.Shipped, warnings: true).Check));
        Assert.Equal(("1413", true), (warning.Error, warning.IsWarning));
    }

    [Fact]
    public void An_error_says_where_and_never_what_stands_there()
    {
        var error = Assert.Single(FlatFile.Errors(Replace(2, line => line.With(72, "8   "))));

        Assert.Equal((3, 72, 4, "26", "404"), (error.Line, error.Column, error.Segment, error.Element, error.Error));
        Assert.Equal((FlatFile.Ori, "31-000114", "001"), (error.Ori, error.IncidentNumber, error.Person));
        Assert.Equal("Table 5-6, page 162", error.Rule!.Citation.Pinpoint);
        Assert.DoesNotContain("8", error.Says, StringComparison.Ordinal);
    }

    private static string Said(IEnumerable<string> lines) =>
        string.Join('|', FlatFile.Errors(lines).Select(error => $"{error.Error} {error.Element}").Order(StringComparer.Ordinal));

    private static string[] Replace(int i, Func<string, string> change)
    {
        var lines = FlatFile.Incident();
        lines[i] = change(lines[i]);
        return lines;
    }

    private static string Offense(string code)
    {
        var weapon = code is "40A" ? "" : "weapons.1.weapon=40";
        return FlatFile.Segment("offense", "31-000114", $"code={code} status=C using.1.substance=N location=14 {weapon} biases.1.bias=88");
    }

    private static string Society(string code) => FlatFile.Segment("victim", "31-000114", $"number=001 connected.1.code={code} type=S");

    private static string Victim(string values) => FlatFile.Segment("victim", "31-000114", $"connected.1.code=64A type=I age=23 sex=F race=W {values}");
}
