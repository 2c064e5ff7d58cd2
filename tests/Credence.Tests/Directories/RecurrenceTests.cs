using System.Globalization;
using System.Text.Json.Nodes;
using Credence.Directories;
using Credence.Testing;

namespace Credence.Tests.Directories;

public class RecurrenceTests
{
    public static TheoryData<string> Rules() => [.. File.ReadLines(Repository.Path("tests/Credence.Tests/Directories/recurrences.txt")).Where(line => line[0] != '#')];

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_days_are_those_that_another_reading_of_rfc_5545_finds(string line)
    {
        var (rule, days) = (line.Split('|')[0], line.Split('|')[1]);
        var row = new JsonObject { ["opens_at"] = "00:00", ["closes_at"] = "24:00" };
        foreach (var part in rule.Split(';').Select(part => part.Split('='))) row[part[0]] = part[1];
        var schedules = ScheduleReading.Of(new JsonObject { ["schedules"] = new JsonArray(row) });
        var start = DateTimeOffset.Parse(rule.Split(';')[0][8..] + "T12:00Z", CultureInfo.InvariantCulture);

        var open = Enumerable.Range(0, 241).Where(day => Schedule.At(schedules, start.AddDays(day)) == Opening.Open);
        Assert.Equal(days, string.Join(',', open));
        Assert.All(Enumerable.Range(0, 241), day => Assert.NotEqual(Opening.Unknown, Schedule.At(schedules, start.AddDays(day))));
    }

    [Fact]
    public void Days_of_a_month_with_and_without_a_number_are_what_is_in_either()
    {
        const string row = """{"freq":"MONTHLY","byday":"MO,1TU","opens_at":"09:00","closes_at":"17:00"}""";
        Assert.Equal(Opening.Open, At([row], "2031-06-09T12:00Z"));
        Assert.Equal(Opening.Open, At([row], "2031-06-03T12:00Z"));
        Assert.Equal(Opening.Closed, At([row], "2031-06-10T12:00Z"));
    }

    [Theory]
    [InlineData("""{"byday":"MO","opens_at":"09:00","closes_at":"17:00"}""", "2031-06-09T09:00-04:00", Opening.Open)]
    [InlineData("""{"byday":"MO","opens_at":"09:00","closes_at":"17:00"}""", "2031-06-09T17:00-04:00", Opening.Closed)]
    [InlineData("""{"byday":"MO","opens_at":"09:00","closes_at":"17:00","timezone":-5}""", "2031-06-09T09:30-04:00", Opening.Closed)]
    [InlineData("""{"byday":"MO","opens_at":"09:00-05:00","closes_at":"17:00-05:00"}""", "2031-06-09T17:30-04:00", Opening.Open)]
    [InlineData("""{"byday":"MO","opens_at":"22:00","closes_at":"06:00"}""", "2031-06-10T05:59-04:00", Opening.Open)]
    [InlineData("""{"byday":"MO","opens_at":"22:00","closes_at":"06:00"}""", "2031-06-09T05:59-04:00", Opening.Closed)]
    [InlineData("""{"byday":"MO","opens_at":"00:00","closes_at":"00:00"}""", "2031-06-09T23:59-04:00", Opening.Open)]
    [InlineData("""{"byday":"MO"}""", "2031-06-09T12:00-04:00", Opening.Unknown)]
    [InlineData("""{"byday":"MO"}""", "2031-06-10T12:00-04:00", Opening.Closed)]
    [InlineData("""{"description":"Mondays, nine to five"}""", "2031-06-09T12:00-04:00", Opening.Unknown)]
    [InlineData("""{"byday":"MO,??","opens_at":"09:00","closes_at":"17:00"}""", "2031-06-09T12:00-04:00", Opening.Unknown)]
    [InlineData("""{"byday":"MO","interval":2,"opens_at":"09:00","closes_at":"17:00"}""", "2031-06-09T12:00-04:00", Opening.Unknown)]
    [InlineData("""{"byday":"MO","interval":2,"opens_at":"09:00","closes_at":"17:00"}""", "2031-06-10T12:00-04:00", Opening.Closed)]
    [InlineData("""{"byday":"MO","valid_to":"2031-06-08","opens_at":"09:00","closes_at":"17:00"}""", "2031-06-09T12:00-04:00", Opening.Closed)]
    [InlineData("""{"dtstart":"2031-06-09","opens_at":"09:00","closes_at":"17:00"}""", "2031-06-09T12:00-04:00", Opening.Open)]
    [InlineData("""{"freq":"YEARLY","dtstart":"2031-06-09","opens_at":"09:00","closes_at":"17:00"}""", "2031-06-09T12:00-04:00", Opening.Unknown)]
    [InlineData("""{"byday":"MO","until":"some day","opens_at":"09:00","closes_at":"17:00"}""", "2031-06-09T12:00-04:00", Opening.Unknown)]
    public void A_row_says_open_closed_or_nothing(string row, string at, Opening opening) =>
        Assert.Equal(opening, At([row], at));

    [Fact]
    public void A_holiday_closes_what_is_open_and_a_row_that_cannot_be_read_may_open_what_is_closed()
    {
        const string monday = """{"byday":"MO","opens_at":"09:00","closes_at":"17:00"}""";
        Assert.Equal(Opening.Closed, At([monday, """{"closed":"True","valid_from":"2031-06-09","valid_to":"2031-06-09"}"""], "2031-06-09T12:00-04:00"));
        Assert.Equal(Opening.Open, At([monday, """{"closed":"True","valid_from":"2031-06-10","valid_to":"2031-06-10"}"""], "2031-06-09T12:00-04:00"));
        Assert.Equal(Opening.Unknown, At([monday, """{"description":"by appointment"}"""], "2031-06-10T12:00-04:00"));
        Assert.Equal(Opening.Unknown, At([], "2031-06-10T12:00-04:00"));
    }

    private static Opening At(string[] rows, string at) => Schedule.At(
        ScheduleReading.Of(new JsonObject { ["schedules"] = new JsonArray([.. rows.Select(row => JsonNode.Parse(row))]) }), DateTimeOffset.Parse(at, CultureInfo.InvariantCulture));
}
