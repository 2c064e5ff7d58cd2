using Credence.Statistics;
using CsCheck;

namespace Credence.Tests.Statistics;

public class SquaredHingeTests
{
    private static readonly Gen<(float[][] Points, bool[] Classes)> Problems =
        Gen.Float[-1, 1].Array[4].Array[2, 40].SelectMany(points =>
            Gen.Bool.Array[points.Length].Select(classes => (points, classes)));

    // The optimality conditions: a unit inside the margin has the weight 2 c y (1 - y f), one beyond it has none.
    [Fact]
    public void Training_after_every_unit_ends_where_the_optimum_is() =>
        Problems.Sample(problem =>
        {
            var classifier = new SquaredHinge(tolerance: 1e-5);
            for (var i = 0; i < problem.Points.Length; i++)
            {
                classifier.Add([.. problem.Points[..(i + 1)].Select(other => Dot(problem.Points[i], other))], problem.Classes[i]);
                classifier.Train(0.5 + i, 0.3);
            }

            for (var i = 0; i < problem.Points.Length; i++)
            {
                var target = problem.Classes[i] ? 1 : -1;
                var cost = problem.Classes[i] ? 0.5 + problem.Points.Length - 1 : 0.3;
                var expected = 2 * cost * target * Math.Max(0, 1 - (target * classifier.Decisions[i]));
                Assert.Equal(expected, classifier.Weights[i], 2e-3 * (1 + Math.Abs(expected)) * (1 + cost));
            }
        });

    [Fact]
    public void Decisions_are_what_the_weights_say()
    {
        Problems.Sample(problem =>
        {
            var classifier = new SquaredHinge();
            for (var i = 0; i < problem.Points.Length; i++)
            {
                classifier.Add([.. problem.Points[..(i + 1)].Select(other => Dot(problem.Points[i], other))], problem.Classes[i]);
                classifier.Train(1, 1);
            }

            for (var i = 0; i < problem.Points.Length; i++)
            {
                var sum = 0.0;
                for (var j = 0; j < problem.Points.Length; j++) { sum += classifier.Weights[j] * Dot(problem.Points[i], problem.Points[j]); }

                Assert.Equal(sum, classifier.Decisions[i], 1e-3);
            }
        });
    }

    [Fact]
    public void The_wrong_number_of_products_is_a_fault() =>
        Assert.Throws<ArgumentException>(() => new SquaredHinge().Add([1, 2], true));

    private static float Dot(float[] one, float[] other) => one.Zip(other, (a, b) => a * b).Sum() + 1;
}
