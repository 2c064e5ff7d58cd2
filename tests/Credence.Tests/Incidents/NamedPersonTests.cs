using Credence.Incidents;

namespace Credence.Tests.Incidents;

public class NamedPersonTests
{
    [Fact]
    public void A_person_is_named_by_part_and_number_and_by_the_order_where_there_is_no_number()
    {
        Person[] persons =
        [
            new(Involvement.Victim) { Number = "001" }, new(Involvement.Arrestee) { Number = "001" }, new(Involvement.Victim, 16), new(Involvement.Victim) { Number = "2" },
            new(Involvement.Victim, 24), new(Involvement.Unknown),
        ];

        Assert.Equal(["victim 001", "arrestee 001", "victim 1", "victim 2", "victim 3", "person 1"], NamedPerson.Of(persons).Select(named => named.Name));
        Assert.Empty(NamedPerson.Of(null));
        Assert.DoesNotContain("16", NamedPerson.Of(persons)[2].ToString(), StringComparison.Ordinal);
    }
}
