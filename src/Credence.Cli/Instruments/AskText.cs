using System.Globalization;
using Credence.Cli.Classification;
using Credence.Screening.Instruments;
using Credence.Statistics;
using Spectre.Console;

namespace Credence.Cli.Instruments;

/// <summary>What stands before the questions and after the answers.</summary>
internal sealed class AskText(IAnsiConsole console)
{
    /// <summary>Where nobody said how common it is here: one in a hundred, one in ten.</summary>
    public static readonly double[] Examples = [0.01, 0.1];

    public void WriteBeginning(Instrument instrument)
    {
        Line(0, $"{instrument.Title} ({instrument.Pack})", "bold");
        Line(0, $"For: {instrument.Population} {Wording(instrument)}");
        foreach (var limit in instrument.Limits) Line(2, $"- {limit}");
        console.WriteLine();
        Line(0, "Before the first question", "bold");
        foreach (var step in instrument.Before) Line(2, $"- {step}");
    }

    public void WriteEnd(InstrumentResult result, double? prevalence, bool isStopped)
    {
        console.WriteLine();
        Line(0, Outcome(result, isStopped), "bold");
        Line(0, Meaning(result));
        Items("Raises concern", result.Concerns.Select(item => item.Raised));
        Items("Not known, or not said", result.Open.Except(result.NotAsked).Select(item => item.Topic));
        if (result.NotAsked.Count > 0) Line(0, $"Not asked: {result.NotAsked.Count} of {result.Instrument.Items.Count}.");
        WriteCard(result.Instrument, prevalence);
        console.WriteLine();
        Line(0, "Now", "bold");
        foreach (var step in result.DoNow) Line(2, $"- {step}");
        console.WriteLine();
        Line(0, "What the answers say of the law, and what may still be asked: credence classify --answers FILE. Before any arrest: credence arrest review --answers FILE.", "dim");
    }

    public static string Outcome(InstrumentResult result, bool isStopped) => (isStopped ? "Stopped, which is no answer. " : "") + result.Outcome switch
    {
        ScreenOutcome.Met => "The rule of the instrument is met.",
        ScreenOutcome.NotMet => "The rule of the instrument is not met.",
        ScreenOutcome.Open => "The rule of the instrument is not met so far; what is not known could still meet it.",
        _ => result.Concerns.Count == 0 ? "The instrument has no score. Nothing raised concern."
            : $"The instrument has no score. {result.Concerns.Count} {(result.Concerns.Count == 1 ? "answer raises" : "answers raise")} concern.",
    };

    public static string Meaning(InstrumentResult result) => result.RaisesConcern
        ? "Treat this person as a possible victim until a person has decided. Screened positive is not \"victim\"."
        : "Screened negative is not \"no victim\". Nobody is sent away for it, and nobody is arrested for it.";

    private static string Wording(Instrument instrument) => instrument.Wording switch
    {
        InstrumentWording.Verbatim => "In the words of its publisher.",
        InstrumentWording.Ours => "In our words.",
        InstrumentWording.Agency => "In the words that the agency brought in.",
        _ => "Wording to be verified before use.",
    };

    private void Items(string heading, IEnumerable<string> topics)
    {
        var items = topics.ToList();
        if (items.Count == 0) return;
        console.WriteLine();
        Line(0, heading, "bold");
        foreach (var item in items) Line(2, $"- {item}");
    }

    private void WriteCard(Instrument instrument, double? prevalence)
    {
        console.WriteLine();
        Line(0, "How good the instrument is", "bold");
        if (instrument.Studies.Count == 0) Line(2, "Nobody has published its sensitivity and specificity.");
        foreach (var study in instrument.Studies)
        {
            Line(2, $"{study.Population}: sensitivity {Of(study.Sensitivity)}, specificity {Of(study.Specificity)}"
                + $"{(study.Screened is { } screened ? $"; {screened} screened" : "")}{(study.Trafficked is { } trafficked ? $", {trafficked} trafficked" : "")}{(study.Note is { } note ? $"; {note}" : "")}.");
            Line(4, ClassificationWords.Of(study.Citation), "dim");
            foreach (var share in prevalence is { } given ? [given] : Examples) Line(4, AtPrevalence(study, share, prevalence is null));
        }
    }

    private static string AtPrevalence(StudyResult study, double share, bool isExample)
    {
        var values = study.At(share);
        return $"{(isExample ? "If" : "Here, if")} {Percent(share)} of those screened are trafficked: of those who screen positive {OfPercent(values.Positive)} are, "
            + $"of those who screen negative {OfPercent(values.Negative)} are not.";
    }

    private static string Of(Estimate estimate) => double.IsNaN(estimate.Interval.Low)
        ? Share(estimate.Value)
        : $"{Share(estimate.Value)} [{Share(estimate.Interval.Low)}–{Share(estimate.Interval.High)}]";

    private static string OfPercent(Estimate estimate) => double.IsNaN(estimate.Interval.Low)
        ? Percent(estimate.Value)
        : $"{Percent(estimate.Value)} [{Percent(estimate.Interval.Low)}–{Percent(estimate.Interval.High)}]";

    private static string Share(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Percent(double value) => $"{(value * 100).ToString("0.0", CultureInfo.InvariantCulture)}%";

    private void Line(int indent, string text, string style = "") => Paragraphs.Write(console, indent, text, style);
}
