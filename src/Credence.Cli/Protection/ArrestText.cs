using Credence.Classification;
using Credence.Cli.Classification;
using Credence.Protection;
using Spectre.Console;

namespace Credence.Cli.Protection;

/// <summary>A review on a terminal, for an officer who has a minute.</summary>
internal sealed class ArrestText(IAnsiConsole console, string? narrative)
{
    public void Write(ArrestReview review, ReasonAnswer? answer, ExceptionAnswer? exception)
    {
        Line(0, Heading(review, answer, exception), "bold");
        Line(0, $"{review.Policy.Title} ({review.Policy.Pack.Stamp}). {review.Policy.Standing}", "dim");
        foreach (var charge in review.Charges)
        {
            console.WriteLine();
            Line(0, $"{charge.Charge}: {Word(charge.Outcome)}", "bold");
            Line(2, charge.Because);
            if (charge.Citation is { } citation) Line(2, ClassificationWords.Of(citation), "dim");
        }

        WriteFindings(review);
        if (answer is not null) Write(answer);
        if (exception is not null) Write(exception);
        if (review.AsksForCare) WriteInstead(review, answer);
        console.WriteLine();
        Line(0, review.Policy.Life, "dim");
    }

    private static string Heading(ArrestReview review, ReasonAnswer? answer, ExceptionAnswer? exception) => (answer, exception) switch
    {
        (ReasonAnswer.Refused, not ExceptionAnswer.Approved) when !review.AsksForCare =>
            "No arrest, citation or warning for that reason, whoever the person is.",
        (_, ExceptionAnswer.Approved { Exception: var given }) =>
            $"An exception is approved for {string.Join(", ", given.Charges)}: {given.Reason.Title}.{(review.IsPossibleVictim ? " The person stays a possible victim: advocate and counsel." : "")}",
        _ => Heading(review),
    };

    private static string Heading(ArrestReview review) => review switch
    {
        { AsksNotToArrest: true, IsPossibleVictim: true } => "Do not arrest, cite or warn: treat this person as a possible victim.",
        { AsksNotToArrest: true } => "Do not arrest, cite or warn yet: something that decides is unknown.",
        { IsPossibleVictim: true } => "A possible victim, and a charge that the policy leaves to others: advocate and counsel first.",
        { Under18: Support.Supported } => "A person under 18: child protection and the child's advocate before anybody decides.",
        _ => "The policy does not speak against it. None found does not mean none: if something troubles you, call the advocate.",
    };

    private void WriteFindings(ArrestReview review)
    {
        var found = review.Classification.Evidence.Where(item => item.Finding is not null && item.Standing == Standing.Supports)
            .Select(item => ClassificationWords.Of(item, narrative)).Distinct().ToList();
        if (found.Count == 0) return;
        Section("What it rests on");
        foreach (var line in found) Line(2, line);
    }

    private static string Word(ChargeOutcome outcome) => outcome switch
    {
        ChargeOutcome.Immune => "no arrest at this age",
        ChargeOutcome.Covered => "covered, no arrest",
        ChargeOutcome.AskFirst => "ask first",
        _ => "not covered",
    };

    private void Write(ReasonAnswer answer)
    {
        console.WriteLine();
        switch (answer)
        {
            case ReasonAnswer.Refused { Reason: var reason }:
                Line(0, $"The reason \"{reason.Title}\" is not accepted.", "bold");
                Line(2, reason.Why);
                Line(2, "Instead:");
                foreach (var step in reason.Instead) Line(4, $"- {step}");
                Line(2, $"Call: {string.Join("; ", reason.Call)}.");
                Line(2, ClassificationWords.Of(reason.Citation), "dim");
                break;
            case ReasonAnswer.NeedsApproval needs:
                Line(0, $"\"{needs.Reason.Title}\" needs a second person: {string.Join(", ", needs.Approvers)}.", "bold");
                Line(2, $"credence arrest review … --exception {needs.Reason.Id} --officer ROLE:BADGE --approver ROLE:BADGE");
                break;
            case ReasonAnswer.NotListed listed:
                Line(0, "That reason is on no list. An exception needs one of these:", "bold");
                foreach (var reason in listed.Reasons) Line(2, $"- {reason.Id}: {reason.Title}");
                break;
        }
    }

    private void Write(ExceptionAnswer answer)
    {
        console.WriteLine();
        if (answer is ExceptionAnswer.Approved { Exception: var given })
        {
            Line(0, "For the record, to copy; it is counted:", "bold");
            Line(2, $"{given.On:yyyy-MM-dd}; {given.Policy}; exception {given.Reason.Id}; charges {string.Join(", ", given.Charges)}; "
                + $"asked by {given.Officer.Role} {given.Officer.Badge}; approved by {given.Approver.Role} {given.Approver.Badge}");
        }
        else Line(0, $"No exception. {((ExceptionAnswer.Refused)answer).Because}", "bold");
    }

    private void WriteInstead(ArrestReview review, ReasonAnswer? answer)
    {
        Section("Now");
        foreach (var step in review.Steps) Line(2, $"- {step}");
        if (review.Call.Count > 0) Line(2, $"Call: {string.Join("; ", review.Call)}.");
        var questions = review.Classification.Statutes.Where(reading => reading.Statute.Use == StatuteUse.Code && reading.IsTouched)
            .SelectMany(reading => reading.Questions).Distinct().ToList();
        if (questions.Count > 0)
        {
            Section("What may gently be asked, after safety and needs");
            foreach (var question in questions) Line(2, $"\"{question}\"");
        }

        if (answer is not null || review.Policy.RefusedReasons.Count == 0) return;
        Section("Reasons that are not accepted (--reason ID says what to do instead)");
        foreach (var reason in review.Policy.RefusedReasons) Line(2, $"{reason.Id}: {reason.Title}");
    }

    private void Section(string heading)
    {
        console.WriteLine();
        Line(0, heading, "bold");
    }

    private void Line(int indent, string text, string style = "") => Paragraphs.Write(console, indent, text, style);
}
