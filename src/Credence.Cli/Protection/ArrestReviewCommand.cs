using System.CommandLine;
using Credence.Classification;
using Credence.Cli.Classification;
using Credence.Cli.Packs;
using Credence.Protection;

namespace Credence.Cli.Protection;

/// <summary><c>credence arrest review CASE</c>: each charge held against a policy, reasons answered, exceptions asked.</summary>
internal static class ArrestReviewCommand
{
    private const string About =
        """
        Says what a policy asks before a possible victim is arrested, cited or warned: for each charge, and for a reason

        Takes a narrative, an incident of a file, answers, codes and an age, alone or together. A reason that the policy
        refuses ends with 3 and says what to do instead and whom to call. An exception needs a reason from the closed list
        and a second person (--exception, --officer, --approver); it is written out to be recorded, and ends with 3 if it
        is not given. Nothing here stops an officer from protecting life.
        """;

    private static readonly CaseOptions Case = new();
    private static readonly Option<string[]> Charges = ArrestCommand.Charges();
    private static readonly Option<string> Policy = ArrestCommand.Policies();

    private static readonly Option<string?> Reason = new("--reason")
    {
        Description = "The reason given for the arrest, such as testimony, own-safety, until-advocate, no-shelter",
        HelpName = "ID",
    };

    private static readonly Option<string?> Exception = new("--exception")
    {
        Description = "Ask for an exception, with a reason from the policy's closed list",
        HelpName = "ID",
    };

    private static readonly Option<string?> Officer = new("--officer") { Description = "Who asks for the exception", HelpName = "ROLE:BADGE" };

    private static readonly Option<string?> Approver = new("--approver") { Description = "Who approves it: a second person", HelpName = "ROLE:BADGE" };

    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        var command = new Command("review", About) { Case.Case };
        foreach (var option in Case.All.Concat([Charges, Policy, Reason, Exception, Officer, Approver, Json])) command.Add(option);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var input = CaseInput.Read(Case, parsed, mayBeEmpty: true);
        var review = ArrestCommand.Review(input, parsed.GetValue(Charges) ?? [], parsed.GetRequiredValue(Policy),
            mayBeEmpty: parsed.GetValue(Reason) is not null && parsed.GetValue(Exception) is null);
        var answer = parsed.GetValue(Reason) is { } reason ? review.Ask(reason) : null;
        var exception = parsed.GetValue(Exception) is { } id
            ? review.Approve(id, Who(parsed, Officer), Who(parsed, Approver), DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime))
            : null;
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(Json)) PackCommand.WriteJson(output, ArrestJson.Of(review, answer, exception));
        else new ArrestText(Terminal.On(output), input.OneNarrative).Write(review, answer, exception);
        return answer is ReasonAnswer.Refused or ReasonAnswer.NotListed || exception is ExceptionAnswer.Refused ? ExitCode.Refused : input.Exit;
    }

    private static Decider Who(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option)?.Split(':', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is [var role, var badge]
            ? new Decider(role, badge)
            : throw CommandEnd.WrongUse($"{option.Name}: found no role and badge, expected for instance supervisor:4711.");
}
