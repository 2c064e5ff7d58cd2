using System.Text.Json.Nodes;
using Credence.Care.Web.Directories;
using Credence.Directories;

namespace Credence.Browser.Tests.Care;

public class OpeningWordsTests
{
    [Theory]
    [InlineData("""{"freq":"WEEKLY","byday":"MO,TU,WE,TH,FR","opens_at":"09:00","closes_at":"17:30"}""", "Monday to Friday, 9 am to 5:30 pm")]
    [InlineData("""{"freq":"WEEKLY","byday":"MO,WE,SA","opens_at":"12:00","closes_at":"13:00"}""", "Monday, Wednesday, Saturday, noon to 1 pm")]
    [InlineData("""{"freq":"WEEKLY","byday":"SU,MO,TU,WE,TH,FR,SA","opens_at":"00:00","closes_at":"23:59"}""", "Every day, day and night")]
    [InlineData("""{"freq":"WEEKLY","byday":"FR","opens_at":"22:00","closes_at":"06:00","timezone":"-5"}""", "Friday, 10 pm to 6 am on the next day (UTC-05:00)")]
    [InlineData("""{"freq":"MONTHLY","byday":"1TU,-1FR","opens_at":"09:00","closes_at":"10:00"}""", "The first Tuesday, the last Friday of the month, 9 am to 10 am")]
    [InlineData("""{"freq":"WEEKLY","interval":"2","byday":"TU","dtstart":"2031-01-07","opens_at":"9:00","closes_at":"10:00"}""", "Every 2 weeks, Tuesday, 9 am to 10 am, from 2031-01-07 on")]
    [InlineData("""{"closed":"true","valid_from":"2031-12-25","valid_to":"2031-12-25"}""", "Closed, on 2031-12-25")]
    [InlineData("""{"description":"ask"}""", "On days that the directory does not say in a form that can be read, hours not said")]
    public void Hours_are_said_in_plain_words(string row, string words) =>
        Assert.Equal(words, OpeningWords.Of(Assert.Single(ServiceReading.Of(JsonNode.Parse($$"""{"id":"s","name":"n","schedules":[{{row}}]}""")!.AsObject())!.Schedules)));
}
