using System.CommandLine;
using System.Globalization;
using Credence.Cli.Record;
using Credence.Consents;
using Credence.Police.Handovers;
using Credence.Police.Incidents;

namespace Credence.Cli.Handovers;

/// <summary><c>credence handover list</c>: the handovers of an incident, as police may see them afterwards.</summary>
internal static class ListCommand
{
    private static readonly Argument<Guid> Incident = new("INCIDENT") { Description = "The incident's id, as credence handover new shows it" };

    public static Command Create() => RecordCommand.Of("list",
        "Lists the handovers of an incident: by which consent, when, and which kinds of information. Not to whom, and not what became of it, unless a consent lets police know.",
        Run, Incident, RecordOptions.As, PostRecord.Name);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var police = await PoliceHandovers.Open(parsed, cancellation);
        var lines = await police.Desk.List(police.Access, new IncidentId(parsed.GetValue(Incident)), cancellation);
        var exit = lines.Any(line => line.IsUnsent) ? ExitCode.DoneWithProblems : ExitCode.Done;
        if (parsed.GetValue(RecordOptions.Json)) return HandoverJson.Say(parsed, lines.Select(Shown), exit);
        foreach (var line in lines) parsed.InvocationConfiguration.Output.WriteLine(Text(line));
        if (lines.Count == 0) parsed.InvocationConfiguration.Output.WriteLine("No handovers.");
        return exit;
    }

    private static object Shown(HandoverLine line) => new
    {
        Handover = line.Id.Value, Consent = line.Consent.Value, line.HandedAt, line.WithdrawnAt, Told = line.Told.Select(kind => EnumWord.Of(kind)), line.IsUnsent, line.IsErased,
        State = line.State is { } state ? EnumWord.Of(state) : null,
    };

    private static string Text(HandoverLine line) => string.Create(CultureInfo.InvariantCulture,
        $"{line.Id.Value}, by consent {line.Consent.Value}, {line.HandedAt:yyyy-MM-dd HH:mm} UTC: {string.Join(", ", line.Told.Select(kind => EnumWord.Of(kind)))}")
        + (line.WithdrawnAt is { } at ? string.Create(CultureInfo.InvariantCulture, $"; withdrawn {at:yyyy-MM-dd HH:mm} UTC") : "")
        + (line.IsErased ? "; what was told is erased" : "")
        + (line.IsUnsent ? "; NOBODY TOOK IT in its time: tell the person, and find another way" : "")
        + (line.State is { } state ? $"; the provider says: {EnumWord.Of(state)}" : "");
}
