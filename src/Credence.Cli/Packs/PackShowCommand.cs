using System.CommandLine;
using Credence.Classification;
using Credence.Incidents;
using Credence.Packs;
using Credence.Screening;

namespace Credence.Cli.Packs;

/// <summary><c>credence pack show ID[/ITEM]</c>: a pack with its sources, or one indicator, signal or offense of it.</summary>
internal static class PackShowCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("ID")
        {
            Description = "A pack, or one item of it: indicators-en/debt.owes-employer, signals/minor-sold, offenses/kidnapping, statutes/nibrs-64a, facts/force; an item by its own id where one pack has it",
        };
        var (packs, json) = (CommonOptions.Packs(), CommonOptions.Json());
        var command = new Command("show", "Shows a pack, or an indicator, signal, offense, fact or statute with its citation") { name, packs, json };
        command.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var page = PageOf(PackCommand.Library(parsed.GetValue(packs)), parsed.GetValue(name)!);
            if (parsed.GetValue(json))
            {
                PackCommand.WriteJson(output, page.Json);
            }
            else
            {
                page.Write(output);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static PackPage PageOf(PackLibrary library, string name)
    {
        var (id, item) = name.IndexOf('/', StringComparison.Ordinal) is var slash and > 0 ? (name[..slash], name[(slash + 1)..]) : (name, null);
        if (item is null && library.Find(id) is null && Full(library, id) is { Count: > 0 } full)
            return full is [var only] ? PageOf(library, only) : throw CommandEnd.WrongUse($"Found {id} in several packs, expected one of {string.Join(", ", full)}.");
        var pack = library.Find(id)
            ?? throw CommandEnd.WrongUse($"Found no pack {id}, expected one of {string.Join(", ", library.Packs.Select(known => known.Id))}.");
        return pack.Kind switch
        {
            _ when item is null => PackPage.Of(pack, Items(pack, library)),
            FactPack.Kind => FactPages.Of(pack, FactPack.From(library, []).Facts.FirstOrDefault(fact => fact.Id == item) ?? throw NotFound(pack, "fact", item)),
            StatutePack.Kind => StatutePages.Of(StatutesOf(library).FirstOrDefault(statute => statute.Id == item) ?? throw NotFound(pack, "statute", item)),
            IndicatorPack.Kind => IndicatorPage(pack, item),
            SignalPack.Kind => SignalPage(pack, item, library),
            OffensePack.Kind => OffensePages.Of(OffenseLookup.From(library), item)
                ?? throw CommandEnd.WrongUse($"Found no code and no word of {id} in {item}, expected for instance 40A or kidnapping."),
            _ => throw CommandEnd.WrongUse($"Found {item} asked of {id}, expected a pack of indicators, signals, offenses, facts or statutes for that."),
        };
    }

    // Reports and lists print an item by its own id: several languages may share it.
    private static List<string> Full(PackLibrary library, string item) =>
    [
        .. library.Packs.Where(pack => pack.Kind is IndicatorPack.Kind or SignalPack.Kind or FactPack.Kind or StatutePack.Kind)
            .Where(pack => Items(pack, library).Any(one => one.Id == item)).Select(pack => $"{pack.Id}/{item}"),
    ];

    private static IEnumerable<(string Id, string Title)> Items(Pack pack, PackLibrary library) => pack.Kind switch
    {
        IndicatorPack.Kind => IndicatorPack.Read(pack, []).Entries.Select(entry => (entry.Indicator.Id, entry.Indicator.Title)),
        SignalPack.Kind => SignalPack.Read(pack, OffenseLookup.From(library), []).Rules.Select(rule => (rule.Signal.Id, rule.Signal.Title)),
        FactPack.Kind => FactPack.From(library, []).Facts.Select(fact => (fact.Id, fact.Title)),
        StatutePack.Kind => StatutesOf(library).Select(statute => (statute.Id, $"{statute.CitedAs}, {statute.Title}")),
        _ => pack.Documents.Skip(1).Select(document => (document.File.Path, document.Root.Text("title") ?? "")),
    };

    private static IReadOnlyList<Statute> StatutesOf(PackLibrary library) => StatutePack.From(library, FactPack.From(library, []).Facts, []);

    private static PackPage IndicatorPage(Pack pack, string item) =>
        IndicatorPack.Read(pack, []).Entries.FirstOrDefault(entry => entry.Indicator.Id == item) is { } entry
            ? IndicatorPages.Of(pack, entry)
            : throw NotFound(pack, "indicator", item);

    private static PackPage SignalPage(Pack pack, string item, PackLibrary library) =>
        SignalPack.Read(pack, OffenseLookup.From(library), []).Rules.FirstOrDefault(rule => rule.Signal.Id == item) is { } rule
            ? SignalPages.Of(pack, rule)
            : throw NotFound(pack, "signal", item);

    private static CommandEnd NotFound(Pack pack, string kind, string item) =>
        CommandEnd.WrongUse($"Found no {kind} {item} in {pack.Id}, expected one of those that credence pack show {pack.Id} lists.");
}
