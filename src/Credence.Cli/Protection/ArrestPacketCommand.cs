using System.CommandLine;
using Credence.Cli.Classification;
using Credence.Cli.Packs;
using Credence.Incidents;
using Credence.Protection;
using Credence.Screening;

namespace Credence.Cli.Protection;

/// <summary><c>credence arrest packet CASE</c>: what counsel needs where a possible victim was arrested already.</summary>
internal static class ArrestPacketCommand
{
    private const string About =
        """
        Writes the facts for counsel where a possible victim was arrested before anybody screened: release, or vacatur

        An HTML page to print: the record, what was found with its sentence, elements with what supports them, the policy,
        citations, and what is not known. No conclusions, and no order. Without any finding or fact it ends with 3. It quotes the report: keep it as the report itself is kept.
        """;

    private static readonly CaseOptions Case = new();
    private static readonly Option<string[]> Charges = ArrestCommand.Charges();
    private static readonly Option<string> Policy = ArrestCommand.Policies();

    private static readonly Option<ReliefKind> For = new("--for")
    {
        Description = "release (in custody or cited) or vacatur (charged or convicted)",
        HelpName = "release|vacatur",
    };

    private static readonly Option<string?> Out = new("--out")
    {
        Description = "File for the page; without it the page is written to standard output",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Purpose = CommonOptions.Purpose();
    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        var command = new Command("packet", About) { Case.Case };
        foreach (var option in Case.All.Concat([Charges, Policy, For, Out, Purpose, Json])) command.Add(option);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var input = CaseInput.Read(Case, parsed, mayBeEmpty: true);
        var review = ArrestCommand.Review(input, parsed.GetValue(Charges) ?? [], parsed.GetRequiredValue(Policy));
        var packet = ReliefPacket.Of(parsed.GetValue(For), review, Printed(input), input.Evidence.Answers);
        if (!packet.TellsSomething)
            throw CommandEnd.Refused("Found no finding and no fact for a packet, expected words, answers or an age that tell of exploitation; none found does not mean none: call the advocate.");
        var purpose = parsed.GetValue(Purpose) is { } stated && !string.IsNullOrWhiteSpace(stated) ? stated.Trim() : Screening.ScreenOptions.NoPurpose;
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(Json)) PackCommand.WriteJson(output, PacketJson.Of(packet, purpose));
        else PageFile.Write(PacketPage.Of(packet, purpose), parsed.GetValue(Out), output);
        return input.Exit;
    }

    private static List<(Incident Incident, ScreeningResult Result)> Printed(CaseInput input)
    {
        var printed = new PrintedCharge(input.Library);
        return [.. input.Incidents.Select(one => (printed.Of(one.Incident), one.Result))];
    }
}
