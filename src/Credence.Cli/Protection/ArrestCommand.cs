using System.CommandLine;
using Credence.Cli.Classification;
using Credence.Protection;

namespace Credence.Cli.Protection;

/// <summary><c>credence arrest</c>: what policy says before a possible victim is arrested, and what follows where one was.</summary>
internal static class ArrestCommand
{
    public static Command Create() => new("arrest", "Asks a policy before a possible victim is arrested, cited or warned, and helps where one was")
    {
        ArrestReviewCommand.Create(),
        ArrestPacketCommand.Create(),
    };

    public static Option<string[]> Charges() => new("--charge")
    {
        Description = "Charges considered, as NIBRS codes or words; without it the offenses of the record are taken",
        HelpName = "CODE",
        AllowMultipleArgumentsPerToken = true,
    };

    public static Option<string> Policies() => new("--policy")
    {
        Description = "The policy; credence policy list shows them",
        HelpName = "ID",
        DefaultValueFactory = _ => ArrestReviewer.DefaultPolicy,
    };

    /// <summary>The review that the options ask for; ends the command if there is no charge.</summary>
    public static ArrestReview Review(CaseInput input, string[] charges, string policy, bool mayBeEmpty = false)
    {
        var typed = charges.Select(charge => KnownOffense.Of(charge, "--charge", input.Library)).ToList();
        var considered = typed.Count > 0 ? typed : input.Offenses;
        if (considered.Count == 0 && !mayBeEmpty) throw CommandEnd.WrongUse("Found no charge, expected --charge or a record with offenses.");
        PolicyCommand.Find(input.Library, policy);
        var review = ArrestReviewer.From(input.Library, policy).Review(input.Evidence, considered);
        return typed.Count > 0 ? review : new PrintedCharge(input.Library).Of(review);
    }
}
