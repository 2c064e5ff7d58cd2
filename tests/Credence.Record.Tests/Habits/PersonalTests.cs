using Credence.Care.Access;
using Credence.Police.Access;
using Credence.Record.Access;
using Credence.Record.Backups;
using Credence.Record.Handovers;
using Credence.Record.Storage;
using Credence.Testing;

namespace Credence.Record.Tests.Habits;

public class PersonalTests
{
    private static readonly Type[] Harmless =
    [
        // The name that a provider goes by.
        typeof(Organization),
        // Names of tables and columns.
        typeof(BulkColumn), typeof(RecordColumn), typeof(RecordTable), typeof(BackupPart),
        // The name of a file without its folder.
        typeof(Credence.Police.Incidents.ImportFile),
        // Which of a few answers a stranger gets.
        typeof(Reception.Refused),
    ];

    [Fact]
    public void No_type_of_the_records_prints_what_somebody_said_or_is() => Assert.Equal("", string.Join('\n',
        new[] { typeof(RecordAccess), typeof(PoliceAccess), typeof(CareAccess) }.SelectMany(side => Personal.TypesThatPrint(side.Assembly, Harmless))));
}
