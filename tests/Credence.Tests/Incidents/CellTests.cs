using Credence.Incidents;

namespace Credence.Tests.Incidents;

public class CellTests
{
    [Theory]
    [InlineData("2031-05-04", 2031, 5, 4)]
    [InlineData("2031-05-04T23:10:00Z", 2031, 5, 4)]
    [InlineData("5/4/2031 11:10 PM", 2031, 5, 4)]
    [InlineData("25/4/2031", 2031, 4, 25)]
    [InlineData("20310504", 2031, 5, 4)]
    public void Dates_are_read_as_exports_write_them(string cell, int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day), DateCell.Read(cell));

    [Theory]
    [InlineData("")]
    [InlineData("unknown")]
    [InlineData("2031")]
    public void What_is_no_date_is_none(string cell) => Assert.Null(DateCell.Read(cell));

    [Theory]
    [InlineData("VICTIM", Involvement.Victim)]
    [InlineData("V1", Involvement.Victim)]
    [InlineData("Víctima", Involvement.Victim)]
    [InlineData("Reporting Party", Involvement.Witness)]
    [InlineData("Runaway", Involvement.Missing)]
    [InlineData("passer-by", Involvement.Unknown)]
    public void The_part_of_a_person_is_read_in_both_languages(string cell, Involvement involvement)
    {
        var row = Reading.Rows($"id,narrative,involvement,age,sex\n1,a,{cell},17,F\n").Single();

        Assert.Equal(new Person(involvement, 17, "F"), row.Incident.Persons!.Single());
    }

    [Fact]
    public void A_story_in_the_column_of_offenses_is_no_offense()
    {
        var row = Reading.Rows($"id,narrative,offense\n1,a,40A; {new string('x', IncidentBuilder.LongestOffense + 1)}\n").Single();

        Assert.Equal(["40A"], row.Incident.Offenses!.Select(offense => offense.Value));
        Assert.Equal(("offense", "121 characters"), (row.Problems.Single().Column, row.Problems.Single().Found));
    }

    [Theory]
    [InlineData("40A, 13B", "40A|13B")]
    [InlineData("40A and 64A", "40A|64A")]
    [InlineData("40A/13B", "40A|13B")]
    [InlineData("40A & 64A", "40A|64A")]
    [InlineData("40a 100, 13B; 90Z", "40a|100|13B|90Z")]
    [InlineData("Assault, Simple", "Assault, Simple")]
    [InlineData("40A, prostitution", "40A, prostitution")]
    [InlineData("40A, 99X", "40A, 99X")]
    [InlineData("64A - Human Trafficking, Commercial Sex Acts", "64A - Human Trafficking, Commercial Sex Acts")]
    public void A_cell_lists_several_codes_only_where_every_part_is_one(string cell, string codes)
    {
        var row = Reading.Rows($"id,narrative,offense\n1,a,\"{cell}\"\n").Single();

        Assert.Equal(codes.Split('|'), row.Incident.Offenses!.Select(offense => offense.Value));
        Assert.Empty(row.Problems);
    }

    [Theory]
    [InlineData("NN", 0)]
    [InlineData("00", null)]
    [InlineData("3035", null)]
    [InlineData("unk", null)]
    [InlineData("17", 17)]
    [InlineData("16.0", 16)]
    [InlineData("16.5", null)]
    public void Ages_follow_nibrs(string cell, int? age) =>
        Assert.Equal(age, Reading.Rows($"id,narrative,victim age\n1,a,{cell}\n").Single().Incident.Persons!.Single().Age);
}
