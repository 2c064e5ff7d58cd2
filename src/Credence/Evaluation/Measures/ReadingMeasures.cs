using Credence.Screening;
using Credence.Training;

namespace Credence.Evaluation.Measures;

/// <summary>Measures of what readers say of a sample, for all incidents behind it.</summary>
internal static class ReadingMeasures
{
    private const string Frame = "ours, after the frame derived from the study; its own coding instrument is not published";

    private const string Rationale = "Farrell and others 2019, recommendation 2: arrests to obtain evidence or for safety; the list is ours";

    private static readonly IReadOnlyList<string> Victims = ["yes", "unsure", "no"];

    private static readonly IReadOnlyList<Breakdown> Everything = [Breakdown.Unit, Breakdown.Year, Breakdown.Type, Breakdown.Sex, Breakdown.Age, Breakdown.Race, Breakdown.Nationality];

    public static IReadOnlyList<Measure> All { get; } = [.. Found, .. Misclassified, .. Treated, .. Screened];

    private static IReadOnlyList<Measure> Found =>
    [
        new()
        {
            Id = "read-possible", Name = "Found by reading", Population = MeasurePopulation.Read,
            Sentence = "In how many incidents readers see a possible victim, whatever the code and whatever the program says.",
            Numerator = "incidents by the readers' answer: a possible victim, unsure, none", By = [Breakdown.Unit, Breakdown.Year], Answers = Victims, Told = 2, AnswerOf = VictimOf, Along = MeasureAxis.Victim,
            IsNot = "Possible is not confirmed, and a reader can only see what somebody wrote down.", Source = Frame,
        },
        new()
        {
            Id = "read-type", Name = "Sex, labor, or both", Population = MeasurePopulation.PossibleVictim,
            Sentence = "Which kind of exploitation readers see where they see a possible victim.",
            Numerator = "incidents by type", Answers = ["sex", "labor", "both"], Told = 3,
            AnswerOf = one => one.Row.Coding!.Type is var type and not ExploitationType.None ? Word(type) : null,
            IsNot = "What police write down follows what they look for: few labor incidents on paper do not mean few in the community.",
            Source = "Farrell and others 2012, Bureau of Justice Statistics NCJ 233732 (types); as a measure ours",
        },
        new()
        {
            Id = "read-identified-by", Name = "Who identified what readers see", Population = MeasurePopulation.PossibleVictim,
            Sentence = "Who identified the incidents in which readers see a possible victim, coded so or not.",
            Numerator = "incidents by who identified them, as recorded", Answers = RecordMeasures.Units, Told = RecordMeasures.Units.Count, AnswerOf = RecordMeasures.UnitOf,
            IsNot = "It is no measure of a unit's work: what a unit meets depends on where it is sent.",
            Source = "Farrell and others 2019, first finding on identification; the kinds of units are ours",
        },
        new()
        {
            Id = "begun-by", Name = "Who began the incident", Population = MeasurePopulation.PossibleVictim, Needs = ["began"],
            Sentence = "By whom police came to know of incidents in which readers see a possible victim.",
            Numerator = "incidents by who began them", Answers = Words<Beginning>(), Told = 4, AnswerOf = one => Word(one.Row.Coding!.BegunBy),
            IsNot = "No target is set on reporting: it is hers or his to report or not.", Source = "Farrell and others 2019, first finding on trust; the answers are ours",
        },
        new()
        {
            Id = "confirmed", Name = "Of the possible, how many are confirmed", Population = MeasurePopulation.PossibleVictim, Needs = ["confirmed"],
            Sentence = "In how many of the incidents in which readers see a possible victim the record says that somebody determined one.",
            Numerator = "incidents whose record says that a victim was determined", AnswerOf = one => RecordMeasures.YesNo(one.Row.Coding!.IsConfirmed),
            IsNot = "Potential and confirmed are two numbers and are never added up; not confirmed is not refuted.",
            Source = "DOJ Office of the Inspector General, audit 08-26 (2008): report them apart",
        },
    ];

    private static IReadOnlyList<Measure> Misclassified =>
    [
        new()
        {
            Id = "missed", Name = "Missed by the code", Population = MeasurePopulation.PossibleVictim,
            Sentence = "Of the incidents in which readers see a possible victim, how many carry no trafficking code.",
            Numerator = "such incidents without a trafficking code", AnswerOf = one => RecordMeasures.YesNo(!one.Row.IsCodedTrafficking),
            IsFirst = true, Along = MeasureAxis.Coded, AlongValues = [MeasureWords.No, MeasureWords.Yes], By = Everything,
            Direction = new MeasureDirection(false, "what is filed as something else never reaches the services and statistics that are meant for it"),
            IsNot = "It is no measure of one officer: codes are given by several hands, and some agencies have no such code.",
            Source = "Farrell and others 2019, recommendation 1; NIJ, Gaps in reporting human trafficking incidents; the definition is ours",
        },
        new()
        {
            Id = "missed-among-others", Name = "Possible victims among incidents coded as something else", Population = MeasurePopulation.NotCodedAndRead,
            Sentence = "Of the incidents without a trafficking code, in how many readers see a possible victim.",
            Numerator = "such incidents by the readers' answer", Answers = Victims, Told = 2, AnswerOf = VictimOf, Along = MeasureAxis.Victim,
            IsNot = "A reader can only see what was written; this is a lower bound of what was not recognized.", Source = Frame,
        },
        new()
        {
            Id = "false-label", Name = "Coded as trafficking, and readers see nobody", Population = MeasurePopulation.CodedAndRead,
            Sentence = "Of the incidents with a trafficking code, in how many readers see no possible victim.",
            Numerator = "such incidents by the readers' answer", Answers = ["no", "unsure", "yes"], Told = 2, AnswerOf = VictimOf, Along = MeasureAxis.Victim,
            Direction = new MeasureDirection(false, "a label that nothing supports inflates counts and may harm whoever is arrested under it"),
            IsNot = "The words may leave out what the officer knew; it asks for a second look, not for another code.",
            By = [Breakdown.Unit],
            Source = "DOJ Office of the Inspector General, audit 08-26 (2008); the definition is ours",
        },
    ];

    private static IReadOnlyList<Measure> Treated =>
    [
        new()
        {
            Id = "arrested-or-cited", Name = "Possible victims arrested or cited", Population = MeasurePopulation.PossibleVictim, Needs = ["arrest"],
            Sentence = "In how many incidents with a possible victim that person was arrested or cited.",
            Numerator = "such incidents with an arrest or a citation of the possible victim",
            AnswerOf = one => one.Row.Coding!.Arrest is { } arrest ? RecordMeasures.YesNo(arrest is ArrestKind.Arrest or ArrestKind.Citation) : null, IsFirst = true, By = Everything,
            Direction = new MeasureDirection(false, "the study asks agencies not to arrest victims, and an arrest keeps people from coming forward"),
            IsNot = "It does not say that an arrest was unlawful.", Source = "Farrell and others 2019, recommendation 2; 35 % of victims in Farrell and others 2012, of other cases and another definition",
        },
        new()
        {
            Id = "arrest-reason", Name = "The stated reason", Population = MeasurePopulation.ArrestedVictim, Needs = ["reason"],
            Sentence = "Which reason the record states where a possible victim was arrested or cited.",
            Numerator = "such incidents by stated reason; none stated is an answer", Answers = ["not stated", .. Words<ArrestReason>().Skip(1)], Told = 7,
            AnswerOf = one => one.Row.Coding!.Reason is { } reason ? (reason == ArrestReason.None ? "not stated" : Word(reason)) : null,
            IsNot = "A reason that is written down need not be the reason.", Source = Rationale,
        },
        new()
        {
            Id = "refused-reason", Name = "A reason that model policies refuse", Population = MeasurePopulation.ArrestedVictim, Needs = ["reason"],
            Sentence = "In how many of these the stated reason is one that model policies refuse.",
            Numerator = "to obtain evidence, for the person's own safety, until an advocate comes, or because no shelter is open",
            AnswerOf = one => RecordMeasures.YesNo(one.Row.Coding!.Reason is { } reason ? reason >= ArrestReason.ToObtainEvidence : null), SumOf = "arrest-reason",
            Direction = new MeasureDirection(false, "each of these reasons has an alternative that arrests nobody"),
            IsNot = "Where no reason is written it counts as none of these.", Source = Rationale,
        },
        new()
        {
            Id = "help-written", Name = "Help, as police wrote it", Population = MeasurePopulation.PossibleVictim, Needs = ["help"],
            Sentence = "Whether the report says that help was called, offered, or that something was handed over.",
            Numerator = "such incidents by what is written of help", Answers = Words<ReferralKind>(), Told = 4, AnswerOf = one => Word(one.Row.Coding!.Help),
            IsNot = "It is what was written, not what was done; what came of it only the service side knows.",
            Source = "Farrell and others 2019, recommendation 4; the answers are ours",
        },
        new()
        {
            Id = "charges", Name = "Charges by kind", Population = MeasurePopulation.PossibleVictim, Needs = ["charge"],
            Sentence = "With what somebody else was charged where readers see a possible victim.",
            Numerator = "such incidents by kind of charge", Answers = Words<ChargeKind>(), Told = 3, AnswerOf = one => Word(one.Row.Coding!.Charge),
            IsNot = "A charge says nothing of who is a victim, and help does not wait for one.", Source = "Farrell and others 2012 (charges by kind); as a measure ours",
        },
    ];

    private static IReadOnlyList<Measure> Screened =>
    [
        new()
        {
            Id = "screener-recall", Name = "What the screener finds", Population = MeasurePopulation.PossibleVictim,
            Sentence = "Of the incidents in which readers see a possible victim, how many the screener calls possible or strong.",
            Numerator = "such incidents at the level possible or strong", AnswerOf = one => RecordMeasures.YesNo(one.Row.IsIndicated), IsFirst = true, Along = MeasureAxis.Indicated, By = Everything,
            Direction = new MeasureDirection(true, "what the screener does not indicate nobody may read"),
            IsNot = "It holds for these texts and these packs, at this site.", Source = "recall, as in docs/accuracy.md; design-weighted",
        },
        new()
        {
            Id = "screener-precision", Name = "What the screener's indications are worth", Population = MeasurePopulation.IndicatedAndRead,
            Sentence = "Of the incidents that the screener indicates, in how many readers see a possible victim.",
            Numerator = "such incidents by the readers' answer", Answers = Victims, Told = 2, AnswerOf = VictimOf, Along = MeasureAxis.Victim,
            IsNot = "The level possible asks only that somebody be screened: that readers see no victim does not make it wrong.", Source = "precision, as in docs/accuracy.md; design-weighted",
        },
        new()
        {
            Id = "missed-by-screener", Name = "What the screener leaves", Population = MeasurePopulation.NotIndicatedAndRead,
            Sentence = "Of the incidents that the screener does not indicate, in how many readers see a possible victim.",
            Numerator = "such incidents by the readers' answer", Answers = Victims, Told = 2, AnswerOf = VictimOf, Along = MeasureAxis.Victim,
            IsNot = "Where none was found in the sample, some may still be in what was not read: the interval says how many.", Source = "false omission, as in docs/accuracy.md; design-weighted",
        },
    ];

    private static string? VictimOf(Counted one) => Word(one.Row.Coding!.Victim);

    private static string Word<T>(T value) where T : struct, Enum => MeasureAnswer.Word(value);

    private static string? Word<T>(T? value) where T : struct, Enum => value is { } known ? MeasureAnswer.Word(known) : null;

    private static IReadOnlyList<string> Words<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(MeasureAnswer.Word)];
}
