using Credence.Classification;
using Credence.Incidents;
using Credence.Screening;
using Credence.Testing;
using Credence.Training;

namespace Credence.Tests.Classification;

public class MisclassificationFinderTests
{
    private static readonly MisclassificationFinder Finder = MisclassificationFinder.From(Cast.Packs);

    [Fact]
    public void Every_invented_incident_in_which_a_reader_sees_something_and_no_code_says_it_is_found()
    {
        var missed = Cast.Casebook.Incidents.Where(one => one.Level >= Level.PossibleIndication && !IsCoded(one)).ToList();

        Assert.True(missed.Count >= 25, $"Only {missed.Count} are missed.");
        Habits.Faults.None(missed.Where(one => Find(one.Incident) is null).Select(one => $"{one.Id}: {one.Conclusion}"));
    }

    [Fact]
    public void No_invented_incident_in_which_a_reader_sees_nothing_is_found()
    {
        var ordinary = Cast.Casebook.Incidents.Where(one => one.Level == Level.NoneFound && !IsCoded(one)).ToList();

        Assert.True(ordinary.Count >= 10, $"Only {ordinary.Count} are ordinary.");
        Habits.Faults.None(ordinary.Select(one => (one.Id, Found: Find(one.Incident))).Where(one => one.Found is not null)
            .Select(one => $"{one.Id}: {one.Found!.Because}"));
    }

    [Fact]
    public void A_person_under_18_arrested_for_selling_sex_is_read_first()
    {
        var found = Find(Some.Incident("Subject was arrested.", "PROSTITUTION") with { Persons = [new Person(Involvement.Arrestee, 16)] });

        Assert.Equal([CodeDoubt.MinorArrested, CodeDoubt.SoldWithoutVictim], found!.Kinds);
        Assert.Equal([OffenseCode.CommercialSexActs], found.ReadsLike);
    }

    [Fact]
    public void A_40A_with_nobody_as_victim_is_found_and_one_with_a_victim_is_not()
    {
        var incident = Some.Incident("Subject was cited.", "40A") with { Persons = [new Person(Involvement.Arrestee, 33)] };

        Assert.Equal([CodeDoubt.SoldWithoutVictim], Find(incident)!.Kinds);
        Assert.Null(Find(incident with { Persons = [new Person(Involvement.Arrestee, 33), new Person(Involvement.Victim, 33)] }));
    }

    [Theory]
    [InlineData("64A", "Officers inspected the massage business. All licenses were in order.")]
    [InlineData("64A", "A male offered an undercover officer 60 dollars for a sex act and was arrested.")]
    [InlineData("64B", "R/O took a report of a bicycle missing from a porch.")]
    [InlineData("HUMAN TRAFFICKING", "R/O was flagged down about a noise complaint.")]
    public void A_trafficking_code_of_which_the_words_say_nothing_is_found(string code, string narrative) =>
        Assert.Equal([CodeDoubt.CodeWithoutSupport], Find(Some.Incident(narrative, code))!.Kinds);

    [Theory]
    [InlineData("64A", "She stated he takes all her money from dates and beats her if she does not make quota.")]
    [InlineData("64B", "He stated the boss keeps his passport and he may not leave until the debt is paid.")]
    public void A_trafficking_code_that_the_words_support_is_not_found(string code, string narrative) =>
        Assert.Null(Find(Some.Incident(narrative, code)));

    [Theory]
    [InlineData("")]
    [InlineData("Der Beamte wurde zu dem Haus gerufen und hat mit der Frau gesprochen, die nicht mehr da war und die auch nicht mit ihm reden wollte.")]
    public void A_narrative_that_was_not_read_is_never_said_to_support_nothing(string narrative) =>
        Assert.Null(Find(Some.Incident(narrative, "64A")));

    [Fact]
    public void A_64A_whose_words_tell_of_labor_only_is_of_the_other_kind()
    {
        var found = Find(Some.Incident("He stated the crew leader beats him for being slow in the field and he may not leave until the debt is paid.", "64A"));

        Assert.Equal([CodeDoubt.OtherKindOfTrafficking], found!.Kinds);
        Assert.Equal([OffenseCode.InvoluntaryServitude], found.ReadsLike);
    }

    [Fact]
    public void What_codes_alone_raise_is_found_with_its_reason()
    {
        var found = Find(Some.Incident("Subject was arrested at the motel.", "40B") with { Persons = [new Person(Involvement.Arrestee, 31), new Person(Involvement.Witness, 17)] });

        Assert.Equal([CodeDoubt.MayBeTrafficking], found!.Kinds);
        Assert.Contains("a person under 18 is recorded as a witness", found.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void The_code_does_not_speak_for_itself()
    {
        var narrative = "Officers met a female at the motel.";

        Assert.Contains("selling sex with nobody as victim", Find(Some.Incident(narrative, "40A"))!.Because, StringComparison.Ordinal);
        Assert.NotEmpty(Find(Some.Incident(narrative, "40A"))!.Missing);
    }

    [Fact]
    public void What_it_says_names_indicators_and_never_the_narratives_words()
    {
        foreach (var one in Cast.Casebook.Incidents)
        {
            if (Find(one.Incident) is not { } found) continue;
            var words = one.Incident.Narrative.Text.Split(' ');
            var said = $"{found.Because} {string.Join(' ', found.Missing)}";
            Assert.DoesNotContain(words.Zip(words.Skip(1), words.Skip(2)).Zip(words.Skip(3), (three, four) => $"{three.First} {three.Second} {three.Third} {four}").Zip(words.Skip(4), (four, five) => $"{four} {five}"),
                five => said.Contains(five, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void The_reading_order_is_by_kind_then_level_then_score()
    {
        var found = Cast.Casebook.Incidents.Select(one => Find(one.Incident)).OfType<DoubtfulCode>().ToList();
        found.Sort(DoubtfulCode.InReadingOrder);

        Assert.Equal(found.OrderBy(one => one.Kinds[0]).ThenByDescending(one => one.Level).ThenByDescending(one => one.Score).Select(one => one.Kinds[0]), found.Select(one => one.Kinds[0]));
        Assert.Equal(CodeDoubt.MinorArrested, found[0].Kinds[0]);
    }

    private static bool IsCoded(InventedIncident one) => one.Incident.Offenses!.Any(code => code.Value is "64A" or "64B");

    private static DoubtfulCode? Find(Incident incident) => Finder.Find(incident, Cast.Screener.Screen(incident));
}
