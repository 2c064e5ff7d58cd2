using Credence.Interviews;
using static Credence.Tests.Interviews.Invented;

namespace Credence.Tests.Interviews;

public class AgreementReportTests
{
    private static readonly Transcript First = Interview(1, "We do not call. They arrest us.\nNobody trained me. I learned it alone.");
    private static readonly Transcript Second = Interview(2, "I called once. They came late.");

    [Fact]
    public void Agreement_is_counted_over_sentences_of_transcripts_that_both_have_done()
    {
        var report = Report(
            [Coded(1, First, "They arrest us.", Fear, Ana), Coded(2, First, "arrest us", Fear, Ben), Coded(3, First, "Nobody trained me.", Trained, Ana)],
            Done(First, Ana), Done(First, Ben), Done(Second, Ana), new Assignment(Second.Id, Ben.Id));

        Assert.Equal((1, 1, 4), (report.Transcripts, report.Open, report.Passages));
        Assert.Equal([Trust, Fear, Trained], report.Codes.Select(one => one.Code));
        Assert.Equal((1, 0, 0, 3), report.Codes[1].Passages);
        Assert.Equal(1, report.Codes[1].Kappa.Value, 1e-12);
        Assert.Equal((0, 1, 0, 3), report.Codes[2].Passages);
        Assert.Equal(0, report.Codes[2].Kappa.Value, 1e-12);
        // The one marked the whole sentence, the other a part: the same finding, other ends.
        Assert.InRange(report.Codes[1].OfCharacters.Value, 0.5, 0.99);
        Assert.InRange(report.Codes[1].OfUnits, 0.5, 0.99);
    }

    [Fact]
    public void What_was_coded_after_both_had_seen_each_other_s_changes_no_agreement()
    {
        Coding blind = Coded(1, First, "They arrest us.", Fear, Ana), late = Coded(2, First, "They arrest us.", Fear, Ben, after: 90);
        var report = Report([blind with { RemovedAt = Morning.AddHours(2) }, late], Done(First, Ana), Done(First, Ben));

        Assert.Equal((0, 1, 0, 3), report.Codes.Single(one => one.Code == Fear).Passages);
    }

    [Fact]
    public void Overlapping_codings_of_one_coder_count_once()
    {
        var report = Report(
            [Coded(1, First, "They arrest us.", Fear, Ana), Coded(2, First, "arrest us", Fear, Ana), Coded(3, First, "They arrest us.", Fear, Ben)],
            Done(First, Ana), Done(First, Ben));

        Assert.Equal(1, report.Codes.Single(one => one.Code == Fear).OfCharacters.Value, 1e-12);
    }

    [Fact]
    public void Intervals_draw_whole_transcripts_once_there_are_ten()
    {
        List<Transcript> transcripts = [.. Enumerable.Range(1, 10).Select(number => Interview(number, First.Text))];
        List<Coding> codings = [.. transcripts.SelectMany((one, place) => new[] { Coded(place, one, "They arrest us.", Fear, Ana), Coded(50 + place, one, place < 7 ? "They arrest us." : "Nobody", Fear, Ben) })];
        var project = Project(transcripts, codings, [.. transcripts.SelectMany(one => new[] { Done(one, Ana), Done(one, Ben) })]);
        var report = Assert.Single(AgreementReport.Of(project, PassageKind.Sentence, 7));
        var fear = report.Codes.Single(one => one.Code == Fear);

        Assert.Equal("transcripts", report.Blocks);
        Assert.True(fear.OfCharacters.Interval.Contains(fear.OfCharacters.Value));
        Assert.InRange(fear.OfCharacters.Interval.Width, 0.1, 0.9);
        Assert.Equal(fear.OfCharacters, Assert.Single(AgreementReport.Of(project, PassageKind.Sentence, 7)).Codes.Single(one => one.Code == Fear).OfCharacters);
    }

    [Fact]
    public void A_coder_sees_no_coding_of_the_other_until_both_are_done()
    {
        var theirs = Coded(1, First, "They arrest us.", Fear, Ben);

        Assert.False(new Blinding([Done(First, Ben), new Assignment(First.Id, Ana.Id)]).MaySee(Ana.Id, theirs));
        Assert.True(new Blinding([Done(First, Ben), Done(First, Ana)]).MaySee(Ana.Id, theirs));
    }

    [Fact]
    public void The_matrix_counts_interviews_that_are_done_by_role_and_site_and_quotes_them()
    {
        var provider = Interview(3, "They fear an arrest.", "provider");
        var project = Project(
            [First, Second, provider], [Coded(1, First, "They arrest us.", Fear, Ana), Coded(2, First, "They arrest us.", Fear, Ben), Coded(3, provider, "fear an arrest", Fear, Ana)],
            Done(First, Ana), Done(First, Ben), Done(provider, Ana), new Assignment(Second.Id, Ana.Id));
        var matrix = CodeMatrix.Of(project);

        Assert.Equal((2, 1), (matrix.Coded, matrix.Open));
        Assert.Equal([new MatrixCell("police", "north", 1, 1, 2), new MatrixCell("provider", "north", 1, 1, 1)], matrix.RowOf(Trust.Id));
        Assert.Equal(["They arrest us.", "fear an arrest"], matrix.QuotationsOf(Trust.Id).Select(quotation => quotation.Text));
        Assert.Equal([Ana.Id, Ben.Id], matrix.QuotationsOf(Fear.Id).First().Coders);
        var theme = matrix.Themes(5).Single(theme => theme.Code == Fear);
        Assert.Equal(("arrested-possible-victims", "Trust / Fear of arrest"), (theme.Measure, theme.Path));
        Assert.Equal([("north", 2, 2)], theme.Sites);
    }

    [Fact]
    public void The_matrix_of_one_coder_holds_nothing_of_the_other_before_both_are_done()
    {
        var project = Project([First], [Coded(1, First, "They arrest us.", Fear, Ana), Coded(2, First, "Nobody trained me.", Trained, Ben)], Done(First, Ana), new Assignment(First.Id, Ben.Id));

        Assert.Equal(["They arrest us."], CodeMatrix.Of(project, Ana.Id).QuotationsOf(Fear.Id).Select(one => one.Text));
        Assert.Empty(CodeMatrix.Of(project, Ana.Id).QuotationsOf(Trained.Id));
        Assert.Equal(0, CodeMatrix.Of(project).Coded);
    }

    private static AgreementReport Report(IReadOnlyList<Coding> codings, params Assignment[] assignments) =>
        Assert.Single(AgreementReport.Of(Project([First, Second], codings, assignments), PassageKind.Sentence, 1));
}
