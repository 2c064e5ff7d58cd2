using CsCheck;
using Credence.Incidents;
using Credence.Packs;
using Credence.Screening;
using Credence.Testing;

namespace Credence.Tests.Screening;

public class RecordScreenerPropertyTests
{
    private static readonly List<PackFile> Files =
        [.. DefaultPacks.Files().Where(file => file.Folder is "schema" or "offenses" or "signals")];

    private static readonly PackLibrary Library = PackReader.Read(Files);
    private static readonly RecordScreener Screener = RecordScreener.From(Library);

    private static readonly Gen<string> Offense = Gen.OneOf(
        Gen.String, Gen.OneOf("40A", "64A", "40b - x", "PROSTITUTION", "100", "KIDNAPPING, ", "traffick", "9A", "", "&", "13B/40C"));

    private static readonly Gen<Person> Person =
        Gen.Select(Gen.Enum<Involvement>(), Gen.Int[-1, 130].Select(age => age < 0 ? (int?)null : age), (part, age) => new Person(part, age));

    private static readonly Gen<Incident> Record = Gen.Select(Offense.List[0, 4], Person.List[0, 5], Offense, Offense,
        (offenses, persons, place, clearance) => Some.Incident(null, [.. offenses]) with
        {
            Persons = persons,
            LocationType = place,
            Clearance = clearance,
        });

    [Fact]
    public void Any_record_is_read_without_a_fault_and_twice_the_same() =>
        Record.Sample(record => Screener.Screen(record).SequenceEqual(Screener.Screen(record)));

    [Fact]
    public void The_order_of_offenses_and_persons_does_not_matter() =>
        Record.Sample(record => Screener.Screen(record).SequenceEqual(Screener.Screen(record with
        {
            Offenses = [.. record.Offenses!.Reverse()],
            Persons = [.. record.Persons!.Reverse()],
        })));

    [Fact]
    public void A_cell_reads_the_same_whether_remembered_or_not() =>
        Offense.Sample(text =>
        {
            var offenses = OffenseLookup.From(Library);
            var (first, again) = (offenses.Read(new OffenseCode(text)), offenses.Read(new OffenseCode(text)));
            return first.Code == again.Code && first.Entries.SequenceEqual(again.Entries);
        }, iter: 10);

    [Fact]
    public void A_damaged_pack_gives_problems_and_never_a_fault() =>
        Gen.Select(Gen.OneOf("signals/minors.yaml", "signals/labor.yaml", "offenses/agency-words.yaml", "signals/pack.yaml", "offenses/pack.yaml"),
            Gen.Int[0, 200], Gen.OneOf("", "x: y", "  - [", "when: {}", "  source: none", "    age: under 999999"))
        .Sample((path, line, written) => SignalCheck.Run(PackReader.Read([.. Files, Damaged(path, line, written)])).All(problem => problem.Line > 0), iter: 60);

    private static PackFile Damaged(string path, int line, string written)
    {
        var lines = Files.Single(file => file.Path == path).Text.Split('\n');
        lines[line % lines.Length] = written;
        return new PackFile(path, string.Join('\n', lines), IsLocal: true);
    }
}
