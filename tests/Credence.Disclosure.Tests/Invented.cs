using Credence.Evaluation.Release;
using CsCheck;

namespace Credence.Disclosure.Tests;

/// <summary>Invented tables.</summary>
internal static class Invented
{
    public static SpanningVariable Variable(string name, int categories) => new(name, [.. Enumerable.Range(1, categories).Select(i => $"{name}{i}")]);

    public static FrequencyTable Table(int rows, int columns, params long[] counts) => FrequencyTable.Of([Variable("u", rows), Variable("t", columns)], counts);

    public static FrequencyTable Cube(int a, int b, int c, long[] counts) => FrequencyTable.Of([Variable("u", a), Variable("t", b), Variable("s", c)], counts);

    public static LinkedTables Link(SuppressionRule rule, params FrequencyTable[] tables) => Assert.IsType<Linked>(LinkedTables.Of(tables, rule)).Tables;

    public static Suppressed Suppress(LinkedTables tables) => Assert.IsType<Suppressed>(Suppressor.Suppress(tables, cancellation: TestContext.Current.CancellationToken));

    /// <summary>Tables with many small counts and zeros.</summary>
    public static Gen<FrequencyTable> Small(int rows, int columns, int largest) =>
        Gen.Long[0, largest].Array[rows * columns].Select(counts => Table(rows, columns, counts));
}
