using Credence.Evaluation.Measures;
using Credence.Incidents;
using Credence.Review;
using Credence.Screening;
using Credence.Training;

namespace Credence.Tests.Evaluation.Measures;

public class MeasureTests
{
    [Fact]
    public void A_direction_is_given_only_with_its_reason()
    {
        Assert.All(MeasureCatalog.All, measure => Assert.True(measure.Direction is null || measure.Direction.Because.Length > 20, measure.Id));
        Assert.Contains(MeasureCatalog.All, measure => measure.Direction is null);
        Assert.Null(MeasureCatalog.Find("coded-trafficking")!.Direction);
        Assert.Null(MeasureCatalog.Find("begun-by")!.Direction);
    }

    [Fact]
    public void Every_measure_has_a_name_of_its_own_and_says_what_it_is_not()
    {
        Assert.Equal(MeasureCatalog.All.Count, MeasureCatalog.All.Select(measure => measure.Id).Distinct().Count());
        Assert.All(MeasureCatalog.All, measure => Assert.True(measure is { IsNot.Length: > 20, Source.Length: > 3, Sentence.Length: > 20, Told: > 0 } && measure.Told <= measure.Answers.Count, measure.Id));
    }

    [Theory]
    [InlineData("patrol", IdentifyingUnit.Patrol)]
    [InlineData("Human Trafficking Task Force", IdentifyingUnit.Specialized)]
    [InlineData("VICE/NARCOTICS", IdentifyingUnit.Vice)]
    [InlineData("Detective Bureau", IdentifyingUnit.Detective)]
    [InlineData("anonymous tip", IdentifyingUnit.Tip)]
    [InlineData("harbor", IdentifyingUnit.Other)]
    [InlineData("", IdentifyingUnit.Unknown)]
    [InlineData(null, IdentifyingUnit.Unknown)]
    public void Units_are_told_from_what_agencies_write(string? recorded, IdentifyingUnit unit) => Assert.Equal(unit, IdentifyingUnits.Of(recorded));

    [Fact]
    public void What_is_not_known_is_counted_apart_and_in_no_denominator()
    {
        var rows = new[] { Coded(true), Coded(false), Coded(null) };

        var group = Assert.Single(MeasuredGroup.InEvery(MeasureCatalog.Find("coded-trafficking")!, "Riverton", rows, Breakdown.None));
        Assert.Equal((1, 2, 1), (group.Counts[0], group.Of, group.Unknown));
        Assert.Equal(0.5, group.Shares[0].Share.Value);
    }

    [Fact]
    public void What_was_not_cleared_exceptionally_is_known_and_in_the_denominator()
    {
        MeasureRow Cleared(string code) => Coded(true) with { Clearance = IncidentUnion.Of([Recorded(code), Recorded("N")]).Clearance };
        MeasureRow[] rows = [.. Enumerable.Repeat(Cleared("D"), 10), .. Enumerable.Repeat(Cleared("A"), 10), .. Enumerable.Repeat(Cleared("N"), 40), Coded(true)];

        var group = Assert.Single(MeasuredGroup.InEvery(MeasureCatalog.Find("victim-refused")!, "Riverton", rows, Breakdown.None));
        Assert.Equal((10, 60, 1), (group.Counts[0], group.Of, group.Unknown));
    }

    private static Incident Recorded(string clearance) => new(new IncidentNumber("1"), new Narrative("")) { Clearance = clearance };

    [Fact]
    public void No_measure_is_broken_down_by_type_where_its_answer_decides_the_type()
    {
        var byType = MeasureCatalog.All.Where(measure => measure.By.Contains(Breakdown.Type)).ToList();

        Assert.Equal(["missed", "arrested-or-cited", "screener-recall"], byType.Select(measure => measure.Id));
        Assert.All(byType, measure => Assert.Equal(MeasurePopulation.PossibleVictim, measure.Population));
        Assert.Equal([Breakdown.Unit], MeasureCatalog.Find("false-label")!.By);
    }

    [Fact]
    public void A_question_that_nobody_answered_is_not_measured()
    {
        var rows = InventedRows.Of(1, (Level.StrongIndication, true, 50, 0.9)).AllRead;

        Assert.True(MeasuredGroup.InEvery(MeasureCatalog.Find("begun-by")!, "Riverton", rows, Breakdown.None)[0].IsNotMeasured);
        Assert.True(double.IsNaN(MeasuredGroup.InEvery(MeasureCatalog.Find("begun-by")!, "Riverton", rows, Breakdown.None)[0].Shares[0].Share.Value));
    }

    [Fact]
    public void Persons_under_18_are_counted_where_40A_is_coded_and_a_person_of_unknown_age_is_not_guessed()
    {
        var row = MeasureRow.Of(
            "Riverton",
            new Incident(new IncidentNumber("1"), new Narrative("")) { Offenses = [new OffenseCode("40A")], Persons = [Arrested(16), Arrested(30), Arrested(null), new Person(Involvement.Victim, 15)] },
            Level.NoneFound, ExploitationType.None, OffenseLookup.Shipped);

        var group = MeasuredGroup.InEvery(MeasureCatalog.Find("minor-40a")!, "Riverton", [row], Breakdown.None)[0];
        Assert.Equal((1, 2, 1), (group.Counts[0], group.Of, group.Unknown));
    }

    [Theory]
    [InlineData(ArrestReason.OwnSafety, 1)]
    [InlineData(ArrestReason.ToObtainEvidence, 1)]
    [InlineData(ArrestReason.Warrant, 0)]
    [InlineData(ArrestReason.None, 0)]
    public void Only_the_reasons_that_policies_refuse_count_as_refused(ArrestReason reason, int refused)
    {
        var row = Coded(true) with
        {
            Drawn = new Drawing("all", 1),
            Coding = new IncidentCoding(VictimAnswer.Yes, ExploitationType.Sex, MinorStatus.No) { Arrest = ArrestKind.Citation, Reason = reason },
        };

        Assert.Equal(refused, MeasuredGroup.InEvery(MeasureCatalog.Find("refused-reason")!, "Riverton", [row], Breakdown.None)[0].Counts[0]);
    }

    [Fact]
    public void A_warning_is_no_arrest()
    {
        var row = Coded(true) with
        {
            Drawn = new Drawing("all", 1),
            Coding = new IncidentCoding(VictimAnswer.Yes, ExploitationType.Sex, MinorStatus.No) { Arrest = ArrestKind.Warning },
        };

        Assert.Equal(0, MeasuredGroup.InEvery(MeasureCatalog.Find("arrested-or-cited")!, "Riverton", [row], Breakdown.None)[0].Counts[0]);
        Assert.Equal(0, MeasuredGroup.InEvery(MeasureCatalog.Find("arrest-reason")!, "Riverton", [row], Breakdown.None)[0].Of);
    }

    [Fact]
    public void The_groups_of_a_breakdown_add_up_to_the_whole()
    {
        var rows = InventedRows.Of(4, (Level.StrongIndication, true, 40, 0.8), (Level.NoneFound, false, 400, 0.1)).AllRead;
        var measure = MeasureCatalog.Find("missed")!;

        var whole = MeasuredGroup.InEvery(measure, "Riverton", rows, Breakdown.None)[0];
        Assert.Equal(whole.Of, MeasuredGroup.InEvery(measure, "Riverton", rows, Breakdown.Type).Sum(group => group.Of));
    }

    private static Person Arrested(int? age) => new(Involvement.Arrestee, age, "F");

    private static MeasureRow Coded(bool? coded) => new() { Site = "Riverton", Number = new IncidentNumber("1"), Level = Level.NoneFound, IsCodedTrafficking = coded };
}
