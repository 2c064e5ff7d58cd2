using System.CommandLine;
using Credence.Cli.Packs;
using Credence.Protection;

namespace Credence.Cli.Protection;

/// <summary><c>credence policy list</c>: the policies there are.</summary>
internal static class PolicyListCommand
{
    public static Command Create()
    {
        var (packs, json) = (CommonOptions.Packs(), CommonOptions.Json());
        var command = new Command("list", "Lists the policies with what each of them is") { packs, json };
        command.SetAction(parsed =>
        {
            var policies = PolicyPack.From(PackFolder.Library(parsed.GetValue(packs)), []);
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                PackCommand.WriteJson(output, policies.Select(policy => new
                {
                    policy.Id,
                    policy.Language,
                    policy.Title,
                    policy.Standing,
                    Pack = policy.Pack.Stamp,
                    policy.Citation.Verified,
                }));
                return ExitCode.Done;
            }

            var width = policies.Max(policy => policy.Id.Length);
            foreach (var policy in policies) output.WriteLine($"{policy.Id.PadRight(width)}  {policy.Title}. {policy.Standing}");
            return ExitCode.Done;
        });
        return command;
    }
}
