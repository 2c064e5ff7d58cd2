using Credence.Consents;
using Credence.Packs;
using Credence.Testing;

namespace Credence.Tests.Consents;

public class ConsentPackTests
{
    private static readonly IReadOnlyList<ConsentLaw> Laws = ConsentLawPack.From(Cast.Packs, []);
    private static readonly IReadOnlyList<ReportingDuty> Duties = ReportingDuties.From(Cast.Packs).All;
    private static readonly RetentionSchedule Schedule = Assert.Single(RetentionPack.From(Cast.Packs, []));

    [Fact]
    public void The_packs_that_ship_have_no_problem() => Assert.Empty(ConsentCheck.Run(Cast.Packs));

    [Fact]
    public void Everything_is_read_and_cites_its_source_with_a_place()
    {
        List<Citation> citations = [.. Laws.Select(law => law.Citation), .. Laws.SelectMany(law => law.Minors).Select(rule => rule.Citation),
            .. Duties.Select(duty => duty.Citation), .. Schedule.Rules.Select(rule => rule.Citation)];

        Assert.Equal(["us", "us-ca", "us-ma"], Laws.Select(law => law.Jurisdiction));
        Assert.Equal(["child-welfare-to-police", "hhs-notice", "child-abuse", "child-trafficking"], Duties.Select(duty => duty.Id));
        Assert.Equal(15, Schedule.Rules.Count);
        Assert.All(citations, citation => Assert.False(string.IsNullOrWhiteSpace(citation.Pinpoint)));
    }

    [Fact]
    public void State_law_that_was_read_in_copies_only_says_to_be_verified() =>
        Assert.All(Laws.SelectMany(law => law.Minors), rule => Assert.False(rule.Citation.Verified));

    [Fact]
    public void Federal_law_knows_no_emergency_and_no_minor_of_its_own()
    {
        var federal = Laws.Single(law => law.Jurisdiction == "us");

        Assert.Empty(federal.Emergencies);
        Assert.Empty(federal.Minors);
        Assert.True(federal.Citation.Verified);
    }

    [Fact]
    public void Every_warning_says_in_both_languages_that_it_is_hers_to_tell() => Assert.All(Duties, duty =>
    {
        Assert.Contains("You choose what you tell me.", duty.Warning["en"], StringComparison.Ordinal);
        Assert.Contains("Tú decides qué me cuentas.", duty.Warning["es"], StringComparison.Ordinal);
    });

    [Fact]
    public void Every_warning_is_short_and_in_short_sentences() => Assert.All(Duties.SelectMany(duty => duty.Warning.Values), warning =>
    {
        var sentences = warning.Split(['.', ':'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.InRange(warning.Split(' ').Length, 20, 100);
        Assert.All(sentences, sentence => Assert.InRange(sentence.Split(' ').Length, 1, 42));
    });

    [Fact]
    public void Nothing_of_the_police_side_is_erased_because_somebody_asks() =>
        Assert.DoesNotContain(Schedule.Rules, rule => rule is { Side: RecordSide.Police, ErasedOnRequest: true });

    [Fact]
    public void An_emergency_of_an_agencys_pack_lets_it_tell_the_least_and_no_more()
    {
        const string ours = """
            jurisdiction: us-xx
            title: An invented state
            age-of-majority: 18
            source: cfr-28-94-115
            pinpoint: "(a)(2)"
            minors: []
            emergencies:
              - id: overdose
                title: somebody may die of an overdose and cannot be asked
                minimum: [location]
                source: cfr-28-94-115
                pinpoint: "invented"
            """;
        var library = DefaultPacks.Read([new PackFile("consent-law/us-xx.yaml", ours, IsLocal: true)]);
        var law = ConsentLawPack.From(library, []).Single(one => one.Jurisdiction == "us-xx");
        var now = Releases.Day("2031-06-15");

        Assert.Empty(library.Problems);
        Assert.Equal($"{law.Pack.Stamp}/overdose", Assert.IsType<CompelledAnswer.Allowed>(Ask("overdose", InformationKind.Location)).Release.Mandate);
        Assert.IsType<CompelledAnswer.Refused>(Ask("overdose", InformationKind.Identity));
        Assert.IsType<CompelledAnswer.Refused>(Ask("imminent-danger", InformationKind.Location));

        CompelledAnswer Ask(string emergency, InformationKind kind) => CompelledRelease.Answer(
            new Demand(DemandKind.Emergency, "us-xx", emergency, Releases.Kinds(Enum.GetValues<InformationKind>())), [kind], law, null, new Notice.Attempted([now]), now);
    }

    [Fact]
    public void A_demand_is_not_answered_by_the_law_of_another_place()
    {
        var now = Releases.Day("2031-06-15");
        var demand = new Demand(DemandKind.CourtOrder, "us-ca", "31-77", Releases.Kinds(InformationKind.Services));

        Assert.IsType<CompelledAnswer.Refused>(CompelledRelease.Answer(
            demand, [InformationKind.Services], Laws.Single(law => law.Jurisdiction == "us-ma"), null, new Notice.Told(now), now));
    }

    [Fact]
    public void A_federal_duty_binds_in_a_state_and_demands_its_minimum_only()
    {
        var now = Releases.Day("2031-06-15");
        var demand = Demand.Under(Duties.Single(duty => duty.Id == "hhs-notice"));
        var state = Laws.Single(law => law.Jurisdiction == "us-ma");

        var release = Assert.IsType<CompelledAnswer.Allowed>(CompelledRelease.Answer(demand, [InformationKind.Age, InformationKind.Identity], state, null, new Notice.Told(now), now)).Release;

        Assert.EndsWith("/hhs-notice)", release.Mandate, StringComparison.Ordinal);
        Assert.Equal([InformationKind.Identity, InformationKind.Age], release.Kinds);
        Assert.IsType<CompelledAnswer.Refused>(CompelledRelease.Answer(demand, [InformationKind.Statement], state, null, new Notice.Told(now), now));
    }

    [Theory]
    [InlineData("retention/police.yaml", "    side: police\n    kind: handover", "    side: police\n    kind: decision", "found a rule for decision on the side of police a second time, expected it once")]
    [InlineData("retention/police.yaml", "    end: review\n    why: Police", "    end: review\n    erased-on-request: yes\n    why: Police", "found police-incident of the police side erased on request, expected that on the care side only")]
    [InlineData("consent-law/us-ca.yaml", "jurisdiction: us-ca", "jurisdiction: us-ma", "found the jurisdiction us-ma a second time, expected it once")]
    [InlineData("consent-law/us-ca.yaml", "id: reproductive-care", "id: living-apart", "found the rule us-ca/living-apart a second time, expected it once")]
    [InlineData("reporting-duties/us-ma.yaml", "id: child-abuse", "id: child-trafficking", "found the duty us-ma/child-trafficking a second time, expected it once")]
    [InlineData("reporting-duties/us.yaml", "source: tvpra-2008", "source: memory", "found the source memory, expected one of")]
    public void A_pack_that_contradicts_itself_is_a_problem(string path, string right, string wrong, string expected)
    {
        var library = Changed(path, right, wrong);

        Assert.Empty(library.Problems);
        Assert.StartsWith(expected, Assert.Single(ConsentCheck.Run(library)).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reporting-duties/us.yaml", "within: 24 hours", "within: soon", "found \"soon\", expected the form")]
    [InlineData("reporting-duties/us.yaml", "under18, possible-trafficking, foreign-national", "tourist", "found \"tourist\", expected one of under18,")]
    [InlineData("reporting-duties/us.yaml", "      es: >-\n        Antes de contarme más: si tienes menos de 18 años, no tienes", "      fr: >-\n        Antes de contarme más: si tienes menos de 18 años, no tienes", "found no key es, expected it here")]
    [InlineData("consent-law/us-ca.yaml", "from-age: 15", "from-age: fifteen", "found \"fifteen\", expected integer")]
    [InlineData("consent-law/us.yaml", "age-of-majority: 18", "age-of-majority: 12", "found \"12\", expected integer")]
    [InlineData("retention/care.yaml", "end: erase-key", "end: shred", "found \"shred\", expected one of review, seal, erase-key")]
    public void A_pack_of_another_shape_is_a_problem_with_its_line(string path, string right, string wrong, string expected)
    {
        var problem = Changed(path, right, wrong).Problems[0];

        Assert.Equal(path, problem.File);
        Assert.True(problem.Line > 1);
        Assert.Contains(expected, problem.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_word_of_a_closed_list_is_a_word_of_the_schema()
    {
        Assert.Empty(Missing<InformationKind>("consent-law").Concat(Missing<InformationKind>("reporting-duties")).Concat(Missing<ServiceKind>("consent-law")));
        Assert.Empty(Missing<Listener>("reporting-duties").Concat(Missing<DutyFact>("reporting-duties")));
        Assert.Empty(Missing<RecordKind>("retention").Concat(Missing<RetentionEnd>("retention")).Concat(Missing<RetentionStart>("retention")));
    }

    private static IEnumerable<string> Missing<T>(string kind)
        where T : struct, Enum => Enum.GetValues<T>().Select(value => $"\"{EnumWord.Of(value)}\"")
            .Where(word => !Repository.Text($"packs/schema/{kind}.schema.json").Contains(word, StringComparison.Ordinal));

    private static PackLibrary Changed(string path, string right, string wrong)
    {
        var text = DefaultPacks.Files().Single(file => file.Path == path).Text;
        Assert.Contains(right, text, StringComparison.Ordinal);
        return DefaultPacks.Read([new PackFile(path, text.Replace(right, wrong, StringComparison.Ordinal), IsLocal: true)]);
    }
}
