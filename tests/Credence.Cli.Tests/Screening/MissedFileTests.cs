using System.Globalization;
using Credence.Cli.Screening;
using Credence.Screening;

namespace Credence.Cli.Tests.Screening;

public sealed class MissedFileTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void An_incident_coded_as_trafficking_on_any_row_is_not_missed()
    {
        var missed = Missed("""
            incident_id,offense,narrative
            A,90J,HE KEPT HER PASSPORT
            B,40A; 35A,HE KEPT HER PASSPORT
            C,64B,HE KEPT HER PASSPORT
            D,Human Trafficking,HE KEPT HER PASSPORT
            E,90J,nothing
            B,64A,supplement
            A,90J,HE KEPT HER PASSPORT
            ,90J,HE KEPT HER PASSPORT
            F,,HE KEPT HER PASSPORT
            """);

        Assert.Equal(["A,2", "A,8", ",9", "F,10"], missed.Lines.Select(line => string.Join(',', line.Split(',')[..2])));
        Assert.All(missed.Lines, line => Assert.Contains(",Missed,", line, StringComparison.Ordinal));
        Assert.Equal((4, 3), (missed.Record.MissedRows, missed.Record.MissedIncidents));
    }

    [Fact]
    public void It_is_in_the_order_to_read_it()
    {
        var text = "incident_id,offense,narrative\n" + string.Concat(new[]
        {
            "Niño=2,90J,PASSPORT P 2.5", "B,90J,PASSPORT S 3", "C,90J,PASSPORT P 10.25", "D,90J,PASSPORT S 10", "E,90J,PASSPORT S 3", "F,64A,PASSPORT S 99",
        }.Select(row => row + "\n"));
        _place.Do(new ScreenOptions { Files = [_place.Write("in.csv", text)] }, "out", incident => Workplace.Screen(incident) with
        {
            Level = incident.Narrative.Text[9] == 'S' ? Level.StrongIndication : Level.PossibleIndication,
            Score = double.Parse(incident.Narrative.Text[11..], CultureInfo.InvariantCulture),
        });

        Assert.Equal(
            ["D,5", "B,3", "E,6", "C,4", "Niño=2,2"],
            _place.Lines("out/missed.csv")[1..].Select(line => string.Join(',', line.Split(',')[..2])));
    }

    [Fact]
    public void Without_a_column_of_offenses_the_status_says_so()
    {
        var missed = Missed("incident_id,narrative\nA,HE KEPT HER PASSPORT\nB,nothing\n");

        Assert.Contains("\"Indicated, no code\"", Assert.Single(missed.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_spreadsheet_runs_nothing_in_it()
    {
        var missed = Missed("incident_id,offense,narrative\n=1+1,@SUM(A1),HE KEPT HER PASSPORT\n\"\t-2,\"\"x\"\"\",+1,HE KEPT HER PASSPORT\n");

        Assert.StartsWith("'=1+1,2,", missed.Lines[0]);
        Assert.StartsWith("\"'-2,\"\"x\"\"\",3,", missed.Lines[1]);
        Assert.Contains(",'@SUM(A1),", missed.Lines[0], StringComparison.Ordinal);
        Assert.Contains(",'+1,", missed.Lines[1], StringComparison.Ordinal);
    }

    private (ScreenRecord Record, string[] Lines) Missed(string text)
    {
        var options = new ScreenOptions { Files = [_place.Write("in.csv", text)] };
        var record = _place.Do(options, "out");
        return (record, _place.Lines("out/missed.csv")[1..]);
    }
}
