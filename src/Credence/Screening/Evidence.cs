using Credence.Incidents;

namespace Credence.Screening;

/// <summary>The findings of an incident as the level rule weighs them.</summary>
internal sealed class Evidence
{
    internal static readonly Evidence None = new([]);

    private readonly string _text;

    /// <param name="findings">What was found.</param>
    /// <param name="incident">Where it was found; null if only the findings are known.</param>
    internal Evidence(IReadOnlyList<Finding> findings, Incident? incident = null)
    {
        _text = incident?.Narrative.Text ?? "";
        RecordsChild = incident is not null && HasRecordedChild(incident.Persons ?? []);
        All = findings;
        Counting = [.. findings.Where(finding => WeightOf(finding.Assertion) > 0)];
        Affirmed = [.. findings.Where(finding => finding.Assertion == Assertion.Affirmed)];
    }

    internal IReadOnlyList<Finding> All { get; }

    /// <summary>Findings that weigh something.</summary>
    internal IReadOnlyList<Finding> Counting { get; }

    internal IReadOnlyList<Finding> Affirmed { get; }

    /// <summary>
    /// True if a person under 18 has a part of his or her own in the record, or if nobody in it is known to be grown up:
    /// a child who only saw it, beside adults, is not meant, and neither is a small child beside a grown-up who has a
    /// part: its record is more often about something else, such as neglect, and then the words must say that it is the child.
    /// </summary>
    internal bool RecordsChild { get; }

    private const int SmallBelow = 10;

    private static bool HasRecordedChild(IReadOnlyList<Person> persons)
    {
        var least = persons.Any(person => person.Age >= 18 && HasPart(person)) ? SmallBelow : 0;
        return persons.Any(person => person.Age < 18 && person.Age >= least && HasPart(person))
            || (persons.Any(person => person.Age < 18) && !persons.Any(person => person.Age >= 18));
    }

    private static bool HasPart(Person person) => person.Involvement is not (Involvement.Witness or Involvement.Unknown);

    /// <summary>
    /// True if one finding begins its sentence with the word that the sentence right before or behind begins with too:
    /// "She is 15. She was arrested": the second goes on about the person of the first.
    /// </summary>
    internal bool GoOnAboutOne(Finding subject, Finding other) =>
        subject.Start == subject.SentenceStart && other.Start <= _text.Length && StandsNearBegin(other)
        && (NothingStandsBetween(subject.SentenceEnd, other.SentenceStart) || NothingStandsBetween(other.SentenceEnd, subject.SentenceStart))
        && FirstWord(subject.SentenceStart).Equals(FirstWord(other.SentenceStart), StringComparison.OrdinalIgnoreCase);

    private bool NothingStandsBetween(int end, int start) =>
        start >= end && start <= _text.Length && !HasWord(_text.AsSpan(end, start - end));

    /// <summary>
    /// Too far from the first word, a sign may be about somebody whom the sentence names in between.
    /// </summary>
    private bool StandsNearBegin(Finding finding)
    {
        const int Words = 3;
        var gap = _text.AsSpan(finding.SentenceStart, finding.Start - finding.SentenceStart);
        return gap.Count(' ') <= Words;
    }

    private static bool HasWord(ReadOnlySpan<char> gap)
    {
        foreach (var sign in gap)
        {
            if (char.IsLetterOrDigit(sign))
            {
                return true;
            }
        }

        return false;
    }

    private ReadOnlySpan<char> FirstWord(int start)
    {
        var end = start;
        while (end < _text.Length && char.IsLetter(_text[end]))
        {
            end++;
        }

        return _text.AsSpan(start, end - start);
    }

    /// <summary>A denial is common among people who are controlled: weighed less, never dropped.</summary>
    internal static double WeightOf(Assertion assertion) => assertion switch
    {
        Assertion.Affirmed => 1,
        Assertion.Denied or Assertion.Historical or Assertion.Hypothetical => 0.5,
        _ => 0,
    };

    internal static double WeightOf(Strength strength) => strength switch
    {
        Strength.Strong => 9,
        Strength.Medium => 3,
        _ => 1,
    };

    internal static double WeightOf(Finding finding) => WeightOf(finding.Assertion) * WeightOf(finding.Indicator.Strength);

    /// <summary>Each indicator once, at its heaviest.</summary>
    internal IEnumerable<Finding> Distinct =>
        Counting.GroupBy(finding => finding.Indicator.Id).Select(same => same.MaxBy(WeightOf)!);

    /// <summary>Orders within a level: each indicator once, the record's signals beside them.</summary>
    internal double Score(IReadOnlyList<Signal> signals) => Counting.Count == 0 && signals.Count == 0 ? 0 :
        Math.Round(Distinct.Sum(WeightOf) + signals.Sum(signal => signal.Level >= Level.PossibleIndication ? 2 : 0.5), 2);

    /// <summary>Sex, labor, or both where neither clearly outweighs the other or no finding says which.</summary>
    internal ExploitationType Type()
    {
        var sex = WeightOf(ExploitationType.Sex);
        var labor = WeightOf(ExploitationType.Labor);
        if (sex + labor == 0)
        {
            return Counting.Count == 0 ? ExploitationType.None : ExploitationType.Both;
        }

        const double Minority = 0.4;
        return Math.Min(sex, labor) >= Minority * Math.Max(sex, labor)
            ? ExploitationType.Both
            : sex > labor ? ExploitationType.Sex : ExploitationType.Labor;
    }

    private double WeightOf(ExploitationType type) =>
        Distinct.Where(finding => finding.Indicator.Type == type).Sum(WeightOf);
}
