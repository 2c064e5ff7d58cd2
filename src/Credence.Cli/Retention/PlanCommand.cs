using System.CommandLine;
using Credence.Cli.Record;

namespace Credence.Cli.Retention;

/// <summary><c>credence retention plan</c>: what would be done, said before it is done.</summary>
internal static class PlanCommand
{
    private const string About =
        """
        Says what retention would do with a record today, line by line, and does nothing

        A line is a record: what would become of it, its kind, its id, since when it is kept, the rule and the law. Names, numbers
        and words of a case are not in it. What is kept anyway is only counted; --all lists it too.
        """;

    private static readonly Option<bool> All = new("--all") { Description = "List what is kept too, not only what is due or held" };

    public static Command Create() => RetentionCommand.Of("plan", About, Run, AdoptedSchedule.Packs, AdoptedSchedule.Pack, All);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var schedule = AdoptedSchedule.Of(parsed);
        var work = await RetentionCommand.Open(parsed, cancellation);
        using var page = new PlanPage(parsed.InvocationConfiguration.Output, schedule, parsed.GetValue(RecordOptions.Json), parsed.GetValue(All));
        var summary = await work.Plan(schedule, page.Add, cancellation)
            ?? throw CommandEnd.Refused("--as: found an account that proposes nothing, expected a Supervisor or an Administrator (police), or a ProviderLead (care).");
        page.End(work.Side, summary);
        return ExitCode.Done;
    }
}
