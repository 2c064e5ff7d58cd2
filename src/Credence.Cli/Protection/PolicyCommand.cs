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

    /// <summary>The policy of that id; ends the command if no pack has it.</summary>
    public static Policy Find(PackLibrary library, string id)
    {
        var policies = PolicyPack.From(library, []);
        return policies.FirstOrDefault(policy => policy.Id == id)
            ?? throw CommandEnd.WrongUse($"Found no policy {id}, expected one of {string.Join(", ", policies.Select(policy => policy.Id))}.");
    }
}
