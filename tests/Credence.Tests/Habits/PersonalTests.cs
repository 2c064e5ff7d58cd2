using Credence.Classification;
using Credence.Directories;
using Credence.Evaluation.HiddenPopulation;
using Credence.Incidents;
using Credence.Incidents.Nibrs;
using Credence.Packs;
using Credence.Referrals;
using Credence.Screening;
using Credence.Screening.Instruments;
using Credence.Testing;

namespace Credence.Tests.Habits;

public class PersonalTests
{
    // Each with the reason why it may print: nothing of a person is in it.
    private static readonly Type[] Harmless =
    [
        // Text of a pack, which anybody may read.
        typeof(PackFile), typeof(IndicatorPattern),
        // Notes of packs, of published studies and of their critics.
        typeof(NibrsRule), typeof(OffenseEntry), typeof(Statute), typeof(StudyResult), typeof(CriticalPoint),
        // A standard's fields, and what a public directory says of services; of a place ServicePlace prints the town alone.
        typeof(HsdsField), typeof(HsdsTable), typeof(PackageFile), typeof(ServiceTerm), typeof(ServicePhone), typeof(Eligibility), typeof(MetNeed),
        // Says what an edit found, never the value that stands there.
        typeof(NibrsError),
        // Numbers of tokens and of a sentence.
        typeof(Sighting),
    ];

    [Fact]
    public void Types_that_hold_a_story_or_a_description_do_not_print_it() =>
        Faults.None(Personal.TypesThatPrint(typeof(Narrative).Assembly, Harmless));

    [Fact]
    public void A_record_that_would_print_a_story_is_noticed() =>
        Assert.Contains(typeof(Careless).FullName, Personal.TypesThatPrint(typeof(Careless).Assembly, []));

    [Fact]
    public void An_incident_prints_its_number_and_nothing_else()
    {
        var incident = new Incident(new IncidentNumber("2031-000001"), new Narrative("She said he kept her passport."))
        {
            Persons = [new Person(Involvement.Victim, 16, "F", "W")],
        };

        Assert.Equal("Incident(2031-000001)", incident.ToString());
        Assert.Equal("Narrative(30 characters)", incident.Narrative.ToString());
        Assert.Equal("Person(Victim)", incident.Persons[0].ToString());
    }

    [Fact]
    public void An_answer_and_what_it_is_evidence_of_print_no_answer()
    {
        Assert.Equal("FactAnswer(force)", new FactAnswer("force", Answer.Yes, "screen#1", "somebody was hit").ToString());
        Assert.Equal("EvidenceItem(force, Answer)",
            new EvidenceItem("force", Standing.Supports, EvidenceOrigin.Answer, "screen#1", "somebody was hit").ToString());
        Assert.Contains(typeof(Talkative).FullName, Personal.TypesThatPrint(typeof(Talkative).Assembly, []));
    }

    private sealed record Talkative(Answer Answer);

    private sealed record Careless(string Sentence);
}
