using System.CommandLine;
using Credence.Classification;
using Credence.Consents;
using Credence.Incidents;
using Credence.Incidents.Nibrs;
using Credence.Packs;
using Credence.Protection;
using Credence.Screening;
using Credence.Screening.Instruments;
using Credence.Training;
using Credence.Wishes;

namespace Credence.Cli.Packs;

/// <summary><c>credence pack list</c>: the packs, their versions, and how much is in them.</summary>
internal static class PackListCommand
{
    public static Command Create()
    {
        var (packs, json) = (CommonOptions.Packs(), CommonOptions.Json());
        var command = new Command("list", "Lists the packs with their versions") { packs, json };
        command.SetAction(parsed =>
        {
            var (library, output) = (PackCommand.Library(parsed.GetValue(packs)), parsed.InvocationConfiguration.Output);
            if (parsed.GetValue(json))
            {
                PackCommand.WriteJson(output, library.Packs.Select(Row));
            }
            else
            {
                Write(library, output);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static object Row(Pack pack) =>
        new { pack.Id, pack.Kind, pack.Language, pack.Version, pack.Title, pack.License, Items = Count(pack), IsLocal = IsLocal(pack) };

    private static void Write(PackLibrary library, TextWriter output)
    {
        var rows = library.Packs.Select(pack => (Stamp: pack.Stamp, Items: $"{Count(pack)} {Word(pack.Kind)}", pack.Title)).ToList();
        var (stamps, items) = (rows.Max(row => row.Stamp.Length), rows.Max(row => row.Items.Length));
        foreach (var row in rows)
        {
            output.WriteLine($"{row.Stamp.PadRight(stamps)}  {row.Items.PadRight(items)}  {row.Title}");
        }
    }

    private static bool IsLocal(Pack pack) => pack.Documents.Any(document => document.File.IsLocal);

    private static int Count(Pack pack) => pack.Kind switch
    {
        IndicatorPack.Kind => IndicatorPack.Read(pack, []).Entries.Count,
        ContextPack.Kind => ContextPack.Read(pack, []).Count,
        OffensePack.Kind => OffensePack.Read(pack, []).Entries.Count,
        SignalPack.Kind => SignalPack.Read(pack, new OffenseLookup([]), []).Rules.Count,
        FactPack.Kind => Items(pack, "facts"),
        StatutePack.Kind => Items(pack, "statutes"),
        InstrumentPack.Kind => InstrumentPack.From(new PackLibrary([pack], []), []).Sum(instrument => instrument.Items.Count),
        PolicyPack.Kind => 1,
        DutyPack.Kind => Items(pack, "duties"),
        RetentionPack.Kind => Items(pack, "retention"),
        WishPack.Kind => Items(pack, "wishes"),
        NibrsEdition.Kind => pack.Documents.Sum(document => document.Items("rules").Count()),
        _ => pack.Documents.Count - 1,
    };

    private static int Items(Pack pack, string list) => pack.Documents.Sum(document => document.Items(list).Count());

    private static string Word(string kind) => kind switch
    {
        IndicatorPack.Kind => "indicators",
        ContextPack.Kind => "cues",
        OffensePack.Kind => "offense words",
        SignalPack.Kind => "signals",
        FactPack.Kind => "facts",
        StatutePack.Kind => "statutes",
        InstrumentPack.Kind => "items",
        PolicyPack.Kind => "policy",
        ConsentLawPack.Kind => "jurisdictions",
        DutyPack.Kind => "duties",
        RetentionPack.Kind => "rules",
        WishPack.Kind => "wishes",
        NibrsEdition.Kind => "rules",
        ScenarioPack.Kind => "scenarios",
        _ => "files",
    };
}
