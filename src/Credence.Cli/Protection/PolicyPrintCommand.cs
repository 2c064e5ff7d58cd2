using System.CommandLine;
using Credence.Cli.Packs;
using Credence.Incidents;

namespace Credence.Cli.Protection;

/// <summary><c>credence policy print PACK</c>: a policy as a page that an agency can print, fill in, sign and adopt.</summary>
internal static class PolicyPrintCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("PACK") { Description = "The policy, such as model-agency; credence policy list shows them" };
        var agency = new Option<string?>("--agency") { Description = "Name of the agency, written at the top", HelpName = "NAME" };
        var file = new Option<string?>("--out") { Description = "File for the page; without it the page is written to standard output", HelpName = "FILE" };
        var language = new Option<string?>("--lang") { Description = "Language of the page, where there is a pack in it", HelpName = "es" };
        var (packs, json) = (CommonOptions.Packs(), CommonOptions.Json());
        var command = new Command("print", "Writes a policy as an HTML page to print, fill in and adopt") { id, agency, file, language, packs, json };
        command.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var library = PackFolder.Library(parsed.GetValue(packs));
            var policy = PolicyCommand.Find(library, parsed.GetRequiredValue(id), parsed.GetValue(language));
            if (parsed.GetValue(json)) PackCommand.WriteJson(output, PolicyJson.Of(policy));
            else PageFile.Write(PolicyPage.Of(policy, parsed.GetValue(agency), OffenseLookup.From(library)), parsed.GetValue(file), output);
            return ExitCode.Done;
        });
        return command;
    }
}
