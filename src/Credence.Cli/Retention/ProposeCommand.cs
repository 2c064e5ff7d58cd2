using System.CommandLine;

namespace Credence.Cli.Retention;

/// <summary><c>credence retention propose</c>: writes down what would be erased, as the first person.</summary>
internal static class ProposeCommand
{
    private const string About =
        """
        Proposes to erase what is due under the schedule, as the first of two persons; nothing is erased yet

        Every key that would be erased is written down with its rule and reason. Held and proposed ones are left out. One proposal takes 20,000
        at most; propose again for the rest. It ends after 30 days.

        What a rule leaves to a review is not among them. When a person has reviewed such a content and wants it erased, name it with --reviewed.
        """;

    private static readonly Option<string[]> Reviewed = new("--reviewed")
    {
        Description = "Propose this content alone, which the plan lists as review and a person has reviewed; give it again for more",
        HelpName = "ID",
    };

    public static Command Create() => RetentionCommand.Of("propose", About, Run, AdoptedSchedule.Packs, AdoptedSchedule.Pack, Reviewed);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancellation)
    {
        var schedule = AdoptedSchedule.Of(parsed);
        var reviewed = (parsed.GetValue(Reviewed) ?? []).Select(text => RetentionCommand.Id(text, Reviewed.Name)).ToList();
        var work = await RetentionCommand.Open(parsed, cancellation);
        var answer = reviewed.Count > 0 ? await work.ProposeReviewed(schedule, reviewed, cancellation) : await work.Propose(schedule, cancellation);
        return RetentionOutcome.Say(parsed, answer, "Proposal", "another person reads it with status and approves it");
    }
}
