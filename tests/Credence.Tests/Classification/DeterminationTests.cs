using Credence.Classification;
using Credence.Incidents;

namespace Credence.Tests.Classification;

public class DeterminationTests
{
    private static readonly Decider Detective = new("detective", "4711");
    private static readonly DateOnly Day = new(2031, 6, 14);

    [Fact]
    public void Victim_status_rests_on_a_definition_and_never_on_an_offense_or_a_code()
    {
        var status = new VictimDetermination(VictimStatus.Possible, Statute("us-severe-labor"), Detective, Day);

        Assert.Equal("22 U.S.C. 7102(11)(B)", status.Definition.CitedAs);
        foreach (var id in (string[])["us-1589", "nibrs-64b", "us-coercion"])
            Assert.Throws<ArgumentException>(() => new VictimDetermination(VictimStatus.Confirmed, Statute(id), Detective, Day));
    }

    [Fact]
    public void A_charge_rests_on_offenses_and_never_on_a_definition()
    {
        Assert.Single(new ChargeDetermination([Statute("us-1589")], new Decider("prosecutor", "12"), Day).Offenses);
        Assert.Throws<ArgumentException>(() => new ChargeDetermination([Statute("us-severe-labor")], Detective, Day));
    }

    [Fact]
    public void Nobody_decided_is_no_determination()
    {
        Assert.ThrowsAny<ArgumentException>(() => new Decider("", "4711"));
        Assert.ThrowsAny<ArgumentException>(() => new Decider("detective", " "));
    }

    [Fact]
    public void The_three_determinations_are_three_types_that_nothing_turns_into_each_other()
    {
        Type[] types = [typeof(VictimDetermination), typeof(OffenseDetermination), typeof(ChargeDetermination)];
        var between = from type in types
                      from method in type.GetMethods().Where(method => method.IsStatic)
                      where types.Contains(method.ReturnType) && method.ReturnType != type
                      select method;

        Assert.Empty(between);
        Assert.All(types, type => Assert.True(type.IsSealed && type.BaseType == typeof(object)));
    }

    [Fact]
    public void The_program_proposes_possible_or_nothing_and_has_no_word_for_more()
    {
        var cases = typeof(VictimProposal).GetNestedTypes();

        Assert.Equal(["None", "Possible"], cases.Select(type => type.Name).Order());
        Assert.Single(new OffenseDetermination([OffenseCode.InvoluntaryServitude], Detective, Day).Codes);
    }

    private static Statute Statute(string id) => Known.Classifier.Statutes.First(statute => statute.Id == id);
}
