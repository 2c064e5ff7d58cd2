using Credence.Incidents;
using Credence.Screening;

namespace Credence.Evaluation.Measures;

/// <summary>Measures of every incident of the record, from what is recorded and what the program says.</summary>
internal static class RecordMeasures
{
    internal static readonly IReadOnlyList<string> Units =
        [.. new[] { IdentifyingUnit.Patrol, IdentifyingUnit.Specialized, IdentifyingUnit.Vice, IdentifyingUnit.Detective, IdentifyingUnit.Tip, IdentifyingUnit.Other }.Select(unit => unit.Word())];

    public static IReadOnlyList<Measure> All { get; } =
    [
        new()
        {
            Id = "coded-trafficking", Name = "Classified as trafficking", Population = MeasurePopulation.Incidents,
            Sentence = "How many incidents of the record carry a code of human trafficking.",
            Numerator = "incidents with NIBRS 64A or 64B, or the agency's words for human trafficking",
            AnswerOf = one => YesNo(one.Row.IsCodedTrafficking), Along = MeasureAxis.Coded,
            By = [Breakdown.Unit, Breakdown.Year],
            IsNot = "It is no count of victims and no sign of how much trafficking there is: what is not recognized has no code, and some codes are wrong.",
            Source = "FBI, NIBRS user manual, offenses 64A and 64B; the share as a measure is ours",
        },
        new()
        {
            Id = "indicated", Name = "What the screener says", Population = MeasurePopulation.Incidents,
            Sentence = "How many incidents the words and codes make a strong indication, a possible one, or none.",
            Numerator = "incidents by level, the highest among their reports",
            Answers = [.. Levels], Told = 4, AnswerOf = one => Levels[(int)Level.StrongIndication - (int)one.Row.Level], By = [Breakdown.Unit, Breakdown.Year],
            IsNot = "A level says what the words support, not what happened. None found does not mean that nothing happened.",
            Source = "ours: the written rule of levels, docs/decisions/0005",
        },
        new()
        {
            Id = "identified-by", Name = "Who identified what is coded as trafficking", Population = MeasurePopulation.Coded,
            Sentence = "Who identified the incidents that carry a trafficking code: patrol, a specialized unit, or others.",
            Numerator = "incidents by who identified them, as recorded",
            Answers = Units, Told = Units.Count, AnswerOf = UnitOf,
            IsNot = "It is no measure of a unit's work: what a unit meets depends on where it is sent.",
            Source = "Farrell and others 2019, first finding on identification; the kinds of units are ours, after the frame derived from the study",
        },
        new()
        {
            Id = "victim-refused", Name = "Closed under \"victim refused to cooperate\"", Population = MeasurePopulation.Coded,
            Sentence = "How many incidents coded as trafficking were closed under the code that says so of the victim.",
            Numerator = "incidents with NIBRS data element 4 = D (victim refused to cooperate); whatever else is recorded there, N (not cleared exceptionally) too, is known and not this",
            AnswerOf = one => one.Row.Clearance is { } how ? YesNo(how.Trim().Equals("D", StringComparison.OrdinalIgnoreCase)) : null,
            Direction = new MeasureDirection(false, "a closing for this reason puts the end of a case on the person; people seldom refuse without a cause that police can change"),
            IsNot = "It says nothing of why somebody did not go on, and is no fault of hers or his.",
            Source = "FBI, NIBRS technical specification, data element 4; as a measure ours",
        },
        new()
        {
            Id = "minor-40a", Name = "Under 18 and arrested where 40A is coded", Population = MeasurePopulation.ArrestedWhereSold,
            Sentence = "Of the persons arrested or cited in incidents coded as selling sex, how many are under 18.",
            Numerator = "such persons whose recorded age is under 18",
            AnswerOf = one => one.Person?.Age is { } age ? YesNo(age < 18) : null,
            By = [Breakdown.Unit, Breakdown.Year, Breakdown.Sex, Breakdown.Race],
            Direction = new MeasureDirection(false, "a person under 18 in commercial sex is within the FBI's own definition of 64A, and is not to be arrested for it"),
            IsNot = "The code is of the incident, so an arrested person may be a buyer or an exploiter; a flat file does not say whose offense it is.",
            Source = "22 U.S.C. 7102(11)(A); FBI, NIBRS, 40A and 64A; Farrell and others 2019, recommendation 2",
        },
        new()
        {
            Id = "sold-without-victim", Name = "Coded as prostitution, and nobody recorded as victim", Population = MeasurePopulation.Sold,
            Sentence = "Of the incidents with prostitution codes alone, how many record nobody as a victim.",
            Numerator = "such incidents without a person recorded as victim",
            AnswerOf = one => one.Row.Persons is { } persons ? YesNo(persons.All(person => person.Involvement != Involvement.Victim)) : null,
            IsNot = "It finds no fault: 40A is a crime against society in NIBRS, under which nobody can be a victim. It shows where somebody could not be recorded as one.",
            Source = "FBI, NIBRS user manual, 40A; as a measure ours",
        },
    ];

    private static string[] Levels => ["strong indication", "possible indication", "none found", "not screened"];

    internal static string? UnitOf(Counted one) => one.Row.Unit == IdentifyingUnit.Unknown ? null : one.Row.Unit.Word();

    internal static string? YesNo(bool? holds) => holds switch { null => null, true => MeasureWords.Yes, _ => MeasureWords.No };
}
