using Credence.Consents;
using Credence.Protection;
using Credence.Screening;
using Credence.Training;
using Spectre.Console;

namespace Credence.Cli.Training;

/// <summary>A debrief on a terminal: what came of it, what each choice meant, and what the program reads.</summary>
internal sealed class DebriefText(IAnsiConsole console)
{
    public void Write(Debrief debrief)
    {
        console.WriteLine();
        Paragraphs.Write(console, 0, debrief.Play.Scene.Ending ?? "You stopped before an ending.", "bold");
        if (debrief.Play.IsOver) foreach (var paragraph in debrief.Play.Scene.Text.Split("\n\n")) Paragraphs.Write(console, 0, paragraph);
        Heading($"What your choices meant: {debrief.Served} of {debrief.Choices.Count} served what the study recommends");
        foreach (var meaning in debrief.Choices) Write(meaning);
        if (debrief.NotLearned.Count > 0) Heading("What could have been learned by asking or looking");
        foreach (var one in debrief.NotLearned) Paragraphs.Write(console, 2, $"- {one.Says}");
        Heading("With what you learned, classifier and policy say");
        Write(debrief.Known);
        Heading("What an officer wrote who asked and looked (invented)");
        Paragraphs.Write(console, 2, debrief.Report.Report.Incident.Narrative.Text);
        Paragraphs.Write(console, 2, $"A careful reader: {InWords(debrief.Report.Report.Level)}. {debrief.Report.Report.Conclusion}");
        Paragraphs.Write(console, 2, $"The screener: {InWords(debrief.Report.Screened.Level)}. {debrief.Report.Screened.Reason}");
        Write(debrief.Report.Review);
        foreach (var differs in debrief.Report.Differs) Paragraphs.Write(console, 2, differs, "bold");
        Paragraphs.Write(console, 0, "The program decides nothing: a person does.", "dim");
    }

    private void Write(ChoiceMeaning meaning)
    {
        var choice = meaning.Step.Choice;
        Paragraphs.Write(console, 2, choice.Text);
        Paragraphs.Write(console, 4, choice.Because);
        Paragraphs.Write(console, 4, $"{(choice.Serves ? "Serves" : "Goes against")} recommendation {(int)choice.Recommendation}, {choice.Recommendation.Title()}. Rule: {meaning.Rule}. "
            + $"Source: {choice.Citation.Title}{(choice.Citation.Pinpoint is { } place ? $", {place}" : "")}{(choice.Citation.Verified ? "" : " (to be verified)")}.", "dim");
        foreach (var other in meaning.Instead) Paragraphs.Write(console, 4, $"What would have served: {other.Text}");
    }

    private void Write(ArrestReview review)
    {
        Paragraphs.Write(console, 2, $"The classifier: {review.Classification.Offense.Because}");
        foreach (var charge in review.Charges) Paragraphs.Write(console, 2, $"The policy on {charge.Charge}: {charge.Because}");
    }

    private static string InWords(Level level) => EnumWord.Of(level).Replace('-', ' ');

    private void Heading(string words)
    {
        console.WriteLine();
        Paragraphs.Write(console, 0, words, "bold");
    }
}
