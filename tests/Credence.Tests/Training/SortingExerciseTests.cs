using Credence.Testing;
using Credence.Training;

namespace Credence.Tests.Training;

public class SortingExerciseTests
{
    [Fact]
    public void The_same_seed_draws_the_same_reports_and_another_seed_draws_others()
    {
        var (first, again, other) = (SortingExercise.Draw(Cast.Casebook, 7), SortingExercise.Draw(Cast.Casebook, 7), SortingExercise.Draw(Cast.Casebook, 8));

        Assert.Equal(first.Reports, again.Reports);
        Assert.NotEqual(first.Reports, other.Reports);
    }

    [Fact]
    public void Half_of_the_reports_have_signs_of_sex_and_of_labor_and_all_can_be_read()
    {
        for (ulong seed = 0; seed < 50; seed++)
        {
            var keys = SortingExercise.Draw(Cast.Casebook, seed).Reports.Select(SortingExercise.KeyOf).ToList();

            Assert.Equal(SortingExercise.Size, keys.Count);
            Assert.Equal(6, keys.Count(key => key == SortedAs.NoSigns));
            Assert.Equal(3, keys.Count(key => key == SortedAs.Labor));
        }
    }

    [Fact]
    public void Who_sorts_as_the_key_agrees_in_all_and_kappa_is_one()
    {
        var exercise = SortingExercise.Draw(Cast.Casebook, 1);

        var result = exercise.Compare(exercise.Reports.ToDictionary(report => report.Id, SortingExercise.KeyOf));

        Assert.Equal((12, 12), (result.Kinds.Count, result.Kinds.Of));
        Assert.Equal(1, result.KindsKappa.Value, 12);
        Assert.True(result.Kinds.Wilson().Low < 0.8);
    }

    [Fact]
    public void Who_sees_signs_everywhere_agrees_in_half_and_kappa_says_that_chance_does_as_well()
    {
        var exercise = SortingExercise.Draw(Cast.Casebook, 1);

        var result = exercise.Compare(exercise.Reports.ToDictionary(report => report.Id, _ => SortedAs.Sex));

        Assert.Equal(6, result.Signs.Count);
        Assert.Equal(0, result.SignsKappa.Value, 12);
        Assert.Equal((6, 6, 0, 0), (result.Matrix.TruePositives, result.Matrix.FalsePositives, result.Matrix.FalseNegatives, result.Matrix.TrueNegatives));
    }

    [Fact]
    public void A_report_without_an_answer_is_left_out_and_named_nowhere()
    {
        var exercise = SortingExercise.Draw(Cast.Casebook, 1);

        var result = exercise.Compare(new Dictionary<string, SortedAs> { [exercise.Reports[0].Id] = SortedAs.NoSigns, ["no-such-report"] = SortedAs.Sex });

        Assert.Equal(1, result.Kinds.Of);
    }
}
