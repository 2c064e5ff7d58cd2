using System.Buffers;
using Credence.Incidents;

namespace Credence.Cli.Screening;

/// <summary>The lines of <c>problems.csv</c>: where, found, expected; never what anybody wrote.</summary>
internal static class ProblemsFile
{
    public static void WriteHeader(IBufferWriter<byte> output) =>
        CsvLine.Write(output, "file", "row", "column", "found", "expected", "purpose");

    public static void Write(IBufferWriter<byte> output, string file, RowProblem problem, string purpose) =>
        CsvLine.Write(output, file, CsvLine.Number(problem.Row), problem.Column, problem.Found, problem.Expected, purpose);
}
