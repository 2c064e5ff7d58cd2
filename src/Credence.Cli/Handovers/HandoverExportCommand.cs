using System.CommandLine;
using Credence.Cli.Record;
using Credence.Record.Handovers;

namespace Credence.Cli.Handovers;

/// <summary><c>credence handover export</c>: what waits as files, for where there is no network.</summary>
internal static class HandoverExportCommand
{
    private static readonly Option<string> To = new("--to") { Description = "The folder to write to, such as a stick", HelpName = "DIR", Required = true };

    private static readonly Option<string?> Partner = new("--partner") { Description = "Only what goes to this partner", HelpName = "NAME" };

    public static Command Create() => RecordCommand.Of("export", "Writes what waits in the outbox to files; it waits on until a receipt is imported.", Run, To, Partner, PostRecord.Name);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        HostName? partner = parsed.GetValue(Partner) is not { } given ? null
            : HostName.TryRead(given, out var name) ? name : throw CommandEnd.WrongUse("--partner: found no short name, expected one such as harbor-house.");
        var folder = parsed.GetValue(To)!;
        var post = await PostRecord.Post(parsed, cancellation);
        OwnFile.MakeFolder(folder);
        var files = await post.Outbox.Export(partner, cancellation);
        foreach (var (message, envelope) in files) OwnFile.Write(Path.Combine(folder, $"{message}.envelope"), envelope);
        return new RecordAnswer().Add("written", files.Count).Say(parsed);
    }
}
