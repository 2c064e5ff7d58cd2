using System.Text.Json;
using Credence.Screening;

namespace Credence.Cli.Screening;

/// <summary>The demonstration for a program.</summary>
internal static class DemoJson
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
    };

    public static void Write(TextWriter output, Demo demo) => output.WriteLine(JsonSerializer.Serialize(
        new
        {
            Notice = Demo.Invented,
            demo.Packs,
            Indicated = demo.Indicated.Count,
            Missed = demo.Missed.Count,
            Incidents = demo.Incidents.Select(Row),
            UseOfFindings.Rules,
        },
        Form));

    private static object Row(ScreenedInvention one) => new
    {
        IncidentId = one.Number,
        one.Invented.RecordedAs,
        Offenses = one.Incident.Offenses!.Select(code => code.Value),
        Level = Spelling.Of(one.Result.Level),
        Type = Spelling.Of(one.Result.Type),
        Minor = Spelling.Of(one.Result.Minor),
        one.Result.Score,
        one.Result.Reason,
        Missed = one.Result.Level >= Level.PossibleIndication && !one.SaysTrafficking,
        ReaderSays = Spelling.Of(one.Invented.Level),
        one.Invented.Conclusion,
    };
}
