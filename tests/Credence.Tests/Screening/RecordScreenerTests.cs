using Credence.Incidents;
using Credence.Packs;
using Credence.Screening;
using Credence.Testing;

namespace Credence.Tests.Screening;

public class RecordScreenerTests
{
    private static readonly PackLibrary Library = DefaultPacks.Read();
    private static readonly RecordScreener Screener = RecordScreener.From(Library);

    [Fact]
    public void Every_signal_is_given_by_its_examples_and_not_by_its_counter_examples() =>
        Assert.Empty(SignalCheck.Run(Library));

    [Fact]
    public void The_packs_of_offenses_and_signals_have_no_problem_of_shape() =>
        Assert.DoesNotContain(Library.Problems, problem => problem.File.StartsWith("offenses/", StringComparison.Ordinal)
            || problem.File.StartsWith("signals/", StringComparison.Ordinal));

    [Fact]
    public void A_person_under_18_arrested_for_prostitution_is_strong_and_cites_the_definition()
    {
        var signal = Assert.Single(Screen(Record("40A") with { Persons = [new Person(Involvement.Arrestee, 16)] }),
            signal => signal.Level == Level.StrongIndication);

        Assert.Equal("minor-sold", signal.Id);
        Assert.True(signal.Minor);
        Assert.Contains("page 30", signal.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void A_person_of_unknown_age_is_never_taken_for_an_adult_or_a_child()
    {
        var signals = Screen(Record("40A") with { Persons = [new Person(Involvement.Arrestee)] }).Select(signal => signal.Id).ToList();

        Assert.Contains("prostitution-age-unknown", signals);
        Assert.DoesNotContain("minor-sold", signals);
    }

    [Theory]
    [InlineData("KIDNAPPING")]
    [InlineData("100")]
    [InlineData("FRAUD")]
    [InlineData("40C")]
    public void What_the_table_alone_says_raises_no_level(string offense) =>
        Assert.All(Screen(Record(offense)), signal => Assert.Equal(Level.NoneFound, signal.Level));

    [Theory]
    [InlineData("13B")]
    [InlineData("SIMPLE ASSAULT")]
    [InlineData("90Z")]
    [InlineData("26A")]
    [InlineData("DRUG TRAFFICKING")]
    public void Everyday_offenses_give_no_signal_at_all(string offense) => Assert.Empty(Screen(Record(offense)));

    [Fact]
    public void A_record_without_offenses_places_and_persons_gives_no_signal() =>
        Assert.Empty(Screen(new Incident(Some.IncidentNumber(), Some.Narrative())));

    [Fact]
    public void Two_conditions_on_persons_ask_for_two_persons()
    {
        var child = new Person(Involvement.Missing, 15);
        var hotel = Record() with { LocationType = "14", Persons = [child] };

        Assert.Empty(Screen(hotel));
        Assert.Contains(Screen(hotel with { Persons = [new Person(Involvement.Unknown, 30), child] }),
            signal => signal.Id == "missing-minor-hotel");
    }

    [Fact]
    public void A_location_type_that_lost_its_zero_is_still_read() =>
        Assert.Contains(Screen(Record("210") with { LocationType = "6" }), signal => signal.Id == "held-at-work");

    [Fact]
    public void Every_code_of_the_lookup_signal_stands_in_the_FBIs_table_beside_trafficking()
    {
        var offenses = OffenseLookup.From(Library);
        var document = Library.Find("signals")!.Documents.Single(file => file.File.Path.EndsWith("/lookup.yaml", StringComparison.Ordinal));
        var codes = document.Items("signals").SelectMany(signal => signal.Mapping("when")!.Texts("offense-code")).ToList();

        Assert.Equal(11, codes.Count);
        Assert.All(codes, code => Assert.NotEmpty(offenses.Alternatives(new OffenseCode(code.Value!))));
    }

    [Fact]
    public void Codes_alone_give_level_type_and_minor_where_the_words_say_nothing()
    {
        var incident = Some.Incident("Officer took a report.", "40A") with { Persons = [new Person(Involvement.Arrestee, 16)] };

        var result = Credence.Screening.Screener.From(Library, ["en"]).Screen(incident);

        Assert.Equal((Level.StrongIndication, ExploitationType.Sex, MinorStatus.Yes), (result.Level, result.Type, result.Minor));
    }

    [Fact]
    public void A_counter_example_that_gives_the_signal_is_a_problem_with_its_line()
    {
        const string Path = "signals/labor.yaml";
        var text = DefaultPacks.Files().Single(file => file.Path == Path).Text.Replace("offenses: [\"BEGGING\"]", "offenses: [\"BEGGING\"], location: \"13\"", StringComparison.Ordinal)
            .Replace("age: 52", "age: 12", StringComparison.Ordinal);
        var library = DefaultPacks.Read([new PackFile(Path, text, IsLocal: true)]);

        var problem = Assert.Single(SignalCheck.Run(library));

        Assert.Equal(Path, problem.File);
        Assert.Contains("BEGGING", text.Split('\n')[problem.Line - 1], StringComparison.Ordinal);
    }

    private static IReadOnlyList<Signal> Screen(Incident incident) => Screener.Screen(incident);

    private static Incident Record(params string[] offenses) => Some.Incident(null, offenses);
}
