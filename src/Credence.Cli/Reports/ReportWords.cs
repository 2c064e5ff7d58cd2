using Credence.Cli.Screening;
using Credence.Screening;

namespace Credence.Cli.Reports;

/// <summary>The words of the report for what files spell: what is shown, and what it means.</summary>
internal static class ReportWords
{
    public static IReadOnlyList<Word> Levels { get; } =
    [
        new(Spelling.Of(Level.StrongIndication), "Strong indication", "The facts written suggest that somebody exploits or controls a person, or that a child is in commercial sex."),
        new(Spelling.Of(Level.PossibleIndication), "Possible indication", "No such facts, but a person in it should be screened."),
        new(Spelling.Of(Level.NoneFound), "None found", "Neither of these was found in what was written. It does not mean that nothing happened."),
        new(Spelling.Of(Level.NotScreened), "Not screened", "Nothing could be read: no narrative, or a language that the packs do not cover."),
    ];

    public static IReadOnlyList<Word> Types { get; } =
    [
        new(Spelling.Of(ExploitationType.Sex), "sex", "What was found speaks of commercial sex."),
        new(Spelling.Of(ExploitationType.Labor), "labor", "What was found speaks of labor or services."),
        new(Spelling.Of(ExploitationType.Both), "sex and labor, or not said which", "It speaks of both, or does not say of which."),
        new(Spelling.Of(ExploitationType.None), "none", "Nothing that counts was found."),
    ];

    public static IReadOnlyList<Word> Minors { get; } =
    [
        new(Spelling.Of(MinorStatus.Yes), "yes", "The words or the record say that the person at risk is under 18."),
        new(Spelling.Of(MinorStatus.No), "no", "The words or the record say that the person is an adult."),
        new(Spelling.Of(MinorStatus.Unknown), "not said", "Neither says."),
    ];

    public static IReadOnlyList<Word> Assertions { get; } =
    [
        new(Spelling.Of(Assertion.Affirmed), "affirmed", "Said to be so. Counts in full."),
        new(Spelling.Of(Assertion.Denied), "denied", "Denied by the person. Denial is common among people who are controlled: it counts one half and is never dropped."),
        new(Spelling.Of(Assertion.RuledOut), "ruled out", "Ruled out by the writer. Does not count."),
        new(Spelling.Of(Assertion.Historical), "past", "Of the past. Counts one half."),
        new(Spelling.Of(Assertion.Hypothetical), "hypothetical", "Possible, feared, asked or planned. Counts one half."),
        new(Spelling.Of(Assertion.Boilerplate), "boilerplate", "The name of a unit, a form or a standing phrase. Does not count."),
        new(Spelling.Of(Assertion.SomeoneElse), "someone else", "Said of somebody who is not in the incident. Does not count."),
    ];

    public static IReadOnlyList<Word> Strengths { get; } =
    [
        new(Spelling.Of(Strength.Strong), "strong", "A clear fact of control or exploitation."),
        new(Spelling.Of(Strength.Medium), "medium", "A person should be screened."),
        new(Spelling.Of(Strength.Weak), "weak", "Nothing alone; adds to others."),
    ];

    public static IReadOnlyList<Word> Dimensions { get; } =
    [
        new(Spelling.Of(Dimension.DeceptiveRecruitment), "deceptive recruitment", "Deceived about the work, the pay or the conditions."),
        new(Spelling.Of(Dimension.CoerciveRecruitment), "coercive recruitment", "Forced or threatened into it."),
        new(Spelling.Of(Dimension.RecruitmentByAbuseOfVulnerability), "recruitment by abuse of vulnerability", "Recruited through a weak position, such as youth, need or illness."),
        new(Spelling.Of(Dimension.Exploitation), "exploitation", "What the person is made to do, and for whose gain."),
        new(Spelling.Of(Dimension.Coercion), "coercion", "Held to it: violence, threats, debt, papers taken, locked in."),
        new(Spelling.Of(Dimension.AbuseOfVulnerability), "abuse of vulnerability", "Held to it through a weak position, such as dependence or status."),
    ];

    public static string Of(IEnumerable<Word> words, string spelled) => words.First(word => word.Spelled == spelled).Shown;
}

/// <summary>One word of the report.</summary>
/// <param name="Spelled">As files spell it.</param>
/// <param name="Shown">As the report shows it.</param>
/// <param name="Meaning">What it means, in a sentence or two.</param>
public sealed record Word(string Spelled, string Shown, string Meaning);
