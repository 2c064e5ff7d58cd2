using System.Text.Json;
using Credence.Screening;
using Credence.Training;

namespace Credence.Cli.Screening;

/// <summary>The demonstration for a program. The incidents themselves are in the files that it names.</summary>
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
            demo.Casebook.Seed,
            demo.Casebook.Pack,
            demo.Record.Packs,
            Communities = demo.Casebook.Communities.Select(community => Counts(demo, community)),
            demo.Record.Counts,
            demo.Record.MissedRows,
            demo.Record.MissedIncidents,
            Planted = Enum.GetValues<Misclassification>().ToDictionary(TruthCsv.Word, demo.Planted),
            demo.MissesFound,
            Agreement = Agreement(demo),
            Differences = demo.Differences.CountBy(one => one.Told.Truth.Kind.Id).OrderBy(kind => kind.Key, StringComparer.Ordinal).ToDictionary(),
            Files = demo.Files.ToDictionary(file => file.Name, file => file.Path),
            UseOfFindings.Rules,
        },
        Form));

    private static object Counts(Demo demo, Community community)
    {
        var own = demo.Casebook.Incidents.Where(told => told.Truth.Community == community).ToList();
        var background = own.Count(told => told.Truth.Kind.IsBackground);
        return new { community.Name, community.Agency, Trafficking = own.Count - background, Background = background };
    }

    // Rows are the reader's level, columns the program's.
    private static Dictionary<string, Dictionary<string, int>> Agreement(Demo demo) => Enum.GetValues<Level>().ToDictionary(
        Spelling.Of,
        reader => Enum.GetValues<Level>().ToDictionary(Spelling.Of, program => demo.Count(reader, program)));
}
