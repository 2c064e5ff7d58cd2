namespace Credence.Cli.Tests.Studies;

public sealed class StudyBeginningTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_file_with_foreign_headers_binds_no_folder_and_the_map_that_is_proposed_begins_the_study()
    {
        _place.WriteIncidents(120);
        _place.Write("foreign.csv", _place.Text("incidents.csv").Replace("incident_id", "vorgang", StringComparison.Ordinal));
        string[] study = ["study", "--site", $"Riverton={_place.PathOf("foreign.csv")}", "--out", _place.PathOf("study"), "--purpose", "a test", "--no-pdf"];
        var first = Workplace.Run(study);

        Assert.NotEqual(ExitCode.Done, first.Code);
        Assert.Contains("name it with --map id=HEADER", first.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_place.PathOf("study/study.json")));
        Assert.Equal((ExitCode.DoneWithProblems, ""), Workplace.Run([.. study, "--map", "id=vorgang"]) is var (code, _, error) ? (code, error) : default);
        Assert.True(File.Exists(_place.PathOf("study/coder-a/codings.csv")));
    }

    [Fact]
    public void A_column_without_a_number_binds_no_folder()
    {
        _place.Write("empty.csv", "incident_number,case_number,narrative\n,2031-1,She was kept.\n");
        string[] study = ["study", "--site", $"Riverton={_place.PathOf("empty.csv")}", "--out", _place.PathOf("study"), "--purpose", "a test", "--no-pdf"];

        Assert.Contains("Riverton: found no incident with a number, expected at least one.", Workplace.Run(study).Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.DoneWithProblems, Workplace.Run([.. study, "--map", "id=case_number"]).Code);
    }

    [Fact]
    public void Another_map_than_a_study_began_with_is_refused_without_an_empty_value()
    {
        _place.WriteIncidents(120);
        string[] study = ["study", "--site", $"Riverton={_place.PathOf("incidents.csv")}", "--out", _place.PathOf("study"), "--purpose", "a test", "--no-pdf"];
        Workplace.Run(study);

        Assert.Contains("--map: found id=incident_id, expected none as the study began with", Workplace.Run([.. study, "--map", "id=incident_id"]).Error, StringComparison.Ordinal);
    }
}
