using System.CommandLine;
using Credence.Packs;
using Credence.Protection;

namespace Credence.Cli.Protection;

/// <summary><c>credence policy</c>: the policies that protect possible victims, as lists and as documents to adopt.</summary>
internal static class PolicyCommand
{
    public static Command Create() => new("policy", "Lists the policies that protect possible victims, and prints one as a document to adopt")
    {
        PolicyListCommand.Create(),
        PolicyPrintCommand.Create(),
    };

    /// <summary>The policy of that id, in a language if one is asked for (a pack whose id has it behind); ends the command if no pack has it.</summary>
    public static Policy Find(PackLibrary library, string id, string? language = null)
    {
        var policies = PolicyPack.From(library, []);
        if (language is not null && policies.Any(policy => policy.Id == id))
        {
            return policies.FirstOrDefault(policy => policy.Language == language && (policy.Id == id || policy.Id == $"{id}-{language}"))
                ?? throw CommandEnd.WrongUse($"--lang: found no {id} in {language}, expected {string.Join(", ", policies.Where(policy => policy.Id == id || policy.Id == $"{id}-{policy.Language}").Select(policy => policy.Language))}.");
        }

        return policies.FirstOrDefault(policy => policy.Id == id)
            ?? throw CommandEnd.WrongUse($"Found no policy {id}, expected one of {string.Join(", ", policies.Select(policy => policy.Id))}.");
    }
}
