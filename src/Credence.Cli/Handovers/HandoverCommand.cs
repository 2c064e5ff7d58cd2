using System.CommandLine;

namespace Credence.Cli.Handovers;

/// <summary><c>credence handover</c>: the post between a record and those of its partners.</summary>
internal static class HandoverCommand
{
    public static Command Create() => new("handover",
        "Hands a person over to a provider by a consent, and carries messages between the two records: signed, sealed for one recipient, each taken once. "
        + "The answer is a receipt and never what became of a message.")
    {
        NewCommand.Create(),
        ListCommand.Create(),
        WithdrawCommand.Create(),
        PartnerCommand.Create(),
        StatusCommand.Create(),
        SendCommand.Create(),
        ServeCommand.Create(),
        HandoverExportCommand.Create(),
        HandoverImportCommand.Create(),
    };
}
