using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Credence.Classification;
using Credence.Consents;
using Credence.Packs;
using Credence.Protection;
using Credence.Referrals;
using Credence.Screening;
using Credence.Training;
using Credence.Wishes;
using Credence.Wording;

namespace Credence.Cli;

/// <summary>Packs as a command uses them: those that ship, with a folder of the agency's own laid over them.</summary>
internal static class PackFolder
{
    // A screener is made of thousands of patterns: of the same packs and languages one is enough for all who ask.
    private static readonly ConditionalWeakTable<PackLibrary, ConcurrentDictionary<string, Screener>> Screeners = [];

    /// <summary>Reads them; ends the command if a pack of the agency's is wrong.</summary>
    public static PackLibrary Library(string? folder)
    {
        if (folder is null) return DefaultPacks.Read();
        var library = DefaultPacks.Read(Files(folder));
        var problems = Problems(library, onlyLocal: true);
        return problems.Count == 0 ? library : throw CommandEnd.WrongUse(Sentence(problems));
    }

    /// <summary>Everything that is wrong in the packs: their shape, their examples, and what they say of each other.</summary>
    public static IReadOnlyList<PackProblem> Problems(PackLibrary library, bool onlyLocal = false) =>
        [.. PackCheck.Run(library, onlyLocal).Concat(ClassificationCheck.Run(library)).Concat(PolicyCheck.Run(library)).Concat(ConsentCheck.Run(library)).Concat(NeedCheck.Run(library)).Concat(WishCheck.Run(library)).Concat(WordingCheck.Run(library, onlyLocal)).Concat(ScenarioCheck.Run(library))];

    /// <summary>A screener for languages (null: told from each narrative); ends the command if no pack covers one.</summary>
    public static Screener Screener(PackLibrary library, IReadOnlyList<string>? languages)
    {
        try
        {
            return Screeners.GetOrCreateValue(library).GetOrAdd(languages is null ? "" : string.Join(' ', languages), _ => Credence.Screening.Screener.From(library, languages));
        }
        catch (ArgumentException e) when (e.ParamName == "languages")
        {
            throw CommandEnd.WrongUse($"--lang: {e.Message.Split(" (Parameter")[0]}.");
        }
    }

    /// <summary>A checker of wording for languages (null: told from each narrative); ends the command if no pack covers one.</summary>
    public static WordingChecker WordingChecker(PackLibrary library, IReadOnlyList<string>? languages)
    {
        try
        {
            return Credence.Wording.WordingChecker.From(library, languages);
        }
        catch (ArgumentException e) when (e.ParamName == "languages")
        {
            throw CommandEnd.WrongUse($"--lang: {e.Message.Split(" (Parameter")[0]}.");
        }
    }

    /// <summary>A storyteller with the stories of these packs; ends the command if one cannot be told.</summary>
    public static Storyteller Storyteller(PackLibrary library)
    {
        var problems = StoryCheck.Run(library);
        return problems.Count == 0 ? Credence.Training.Storyteller.From(library) : throw CommandEnd.WrongUse(Sentence(problems));
    }

    /// <summary>The files of a folder of packs, as they are; ends the command if it is no such folder.</summary>
    public static IEnumerable<PackFile> Files(string folder)
    {
        if (!Directory.Exists(folder)) throw CommandEnd.WrongUse($"{folder}: found no such folder; expected a folder of packs.");
        if (File.Exists(Path.Combine(folder, "pack.yaml")))
            throw CommandEnd.WrongUse($"{folder}: found pack.yaml at the top; expected a folder of packs, such as the one that holds indicators/en/pack.yaml.");
        if (Directory.EnumerateFiles(folder, "*.yml", SearchOption.AllDirectories).FirstOrDefault() is { } other)
            throw CommandEnd.WrongUse($"{other}: found the ending .yml; expected .yaml.");
        var paths = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        if (paths.Count == 0) throw CommandEnd.WrongUse($"{folder}: found no pack; expected files such as indicators/en/NAME.yaml.");
        if (Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).FirstOrDefault() is { } lone)
            throw CommandEnd.WrongUse($"{lone}: found a file at the top of {folder}; expected folders of packs in it, each with a pack.yaml, such as indicators/en/pack.yaml.");
        return paths.Select(path => new PackFile(
            Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText(path), IsLocal: true));
    }

    private static string Sentence(IReadOnlyList<PackProblem> problems) => problems.Count == 1
        ? $"A pack is wrong: {problems[0]}"
        : $"Packs are wrong in {problems.Count} places (credence pack check shows all): {problems[0]}";
}
