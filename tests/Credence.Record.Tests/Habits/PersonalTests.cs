using Credence.Care.Access;
using Credence.Police.Access;
using Credence.Record.Access;
using Credence.Testing;

namespace Credence.Record.Tests.Habits;

public class PersonalTests
{
    // The name that a provider goes by.
    private static readonly Type[] Harmless = [typeof(Organization)];

    [Fact]
    public void No_type_of_the_records_prints_what_somebody_said_or_is() => Assert.Equal([],
        new[] { typeof(RecordAccess), typeof(PoliceAccess), typeof(CareAccess) }.SelectMany(side => Personal.TypesThatPrint(side.Assembly, Harmless)));
}
