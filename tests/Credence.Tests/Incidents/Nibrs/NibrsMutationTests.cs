using System.Buffers;
using System.Text;
using Credence.Incidents.Nibrs;
using Credence.Testing;

namespace Credence.Tests.Incidents.Nibrs;

/// <summary>
/// Random edits of a file never crash the reader and lose no byte: every line is either a segment that is written again
/// byte for byte, or has a problem with its column, or is empty. How many edits were reported is printed, not held.
/// CREDENCE_MUTATIONS says how many edits, half of them on either file; a million take a quarter of an hour.
/// </summary>
public class NibrsMutationTests(ITestOutputHelper output)
{
    private static readonly int Edits = int.Parse(
        Environment.GetEnvironmentVariable("CREDENCE_MUTATIONS") ?? "2000", System.Globalization.CultureInfo.InvariantCulture) / 2;

    private static readonly Dictionary<string, Dictionary<string, int>> Headers = NibrsCsv.Tables(NibrsEdition.Shipped).ToDictionary(
        table => table,
        table => NibrsCsv.Headers(NibrsEdition.Shipped, table).Select((header, at) => (header, at)).ToDictionary(column => column.header, column => column.at));

    private static readonly byte[] Whole = FlatFile.Bytes(
    [
        .. FlatFile.Incident(), FlatFile.Arrest(), FlatFile.Zero(), "",
        .. FlatFile.Incident("31-000116")[..2],
        FlatFile.Segment("property", "31-000116", "loss=5 items.1.description=03 items.1.value=000009000 items.1.recovered=20310505 recoveredVehicles=01 drugs.1.drug=E drugs.1.quantity=000000001000 drugs.1.measure=XX"),
        .. FlatFile.Incident("31-000116")[2..],
    ], "\r\n");

    private int _same;
    private int _reported;
    private int _valid;

    [Fact]
    public void Random_edits_of_an_invented_file_crash_nothing_and_lose_no_byte()
    {
        Mutate(Whole, Edits);
        Print();
    }

    [Fact]
    public void Random_edits_of_a_real_file_crash_nothing_and_lose_no_byte()
    {
        var path = SharedData.File("nibrs/Test-Submission-1.txt");
        Assert.SkipWhen(path is null, SharedData.Missing);
        var bytes = File.ReadAllBytes(path!);
        var pieces = Enumerable.Range(0, bytes.Length / 1500).Select(i => bytes[(i * 1500)..((i + 1) * 1500)]).ToList();

        foreach (var piece in pieces) Mutate(piece, Math.Max(1, Edits / pieces.Count));
        Print();
    }

    private void Mutate(byte[] whole, int edits)
    {
        var chance = new Random(edits);
        var before = Look(whole);
        for (var i = 0; i < edits; i++)
        {
            var mutated = Edit(whole, chance);
            var after = Look(mutated);
            if (mutated.AsSpan().SequenceEqual(whole)) _same++;
            else if (after.Problems > before.Problems || after.Errors != before.Errors) _reported++;
            else _valid++;
        }
    }

    private void Print() => output.WriteLine(
        $"{_reported + _valid + _same} edits: {_reported} reported, {_valid} give another file that is as valid, {_same} change nothing.");

    // Reads the bytes in every way there is, and holds what must be true of any bytes.
    private static (int Problems, string Errors) Look(byte[] bytes)
    {
        var back = new List<byte>(bytes.Length);
        var (problems, errors) = (0, new StringBuilder());
        var reports = new NibrsReports(new NibrsReader(new MemoryStream(bytes), NibrsEdition.Shipped));
        var checker = new NibrsChecker(NibrsEdition.Shipped, warnings: true);
        var totals = new TraffickingReturn();
        while (reports.TryRead(out var report))
        {
            foreach (var line in report.Lines)
            {
                back.AddRange(line.Bytes.Span);
                back.AddRange(line.End.Span);
                problems += line.Problems.Count;
                Hold(line);
            }

            foreach (var error in checker.Check(report)) errors.Append(error.Error).Append(error.Element).Append(' ');
            totals.Add(report);
        }

        Assert.True(back.ToArray().AsSpan().SequenceEqual(bytes), "Bytes were lost.");
        Screen(bytes);
        return (problems, errors.ToString());
    }

    private static void Hold(NibrsLine line)
    {
        Assert.True(line.IsBlank || line.IsWellFormed || line.Problems.Count > 0);
        Assert.DoesNotContain(line.Problems, problem => problem.Column < 1);
        if (line.IsWellFormed) Assert.True(NibrsWriter.GivesTheSame(line.Segment!));
        var output = new ArrayBufferWriter<byte>();
        using (var writer = NibrsNdjson.Writer(output)) NibrsNdjson.Write(line, writer, output);
        byte[] whole = [.. line.Bytes.Span, .. line.End.Span];
        Assert.True(NibrsNdjson.Read(output.WrittenMemory, NibrsEdition.Shipped).Bytes.AsSpan().SequenceEqual(whole));
        var (table, cells) = NibrsCsv.Row(line);
        Assert.True(NibrsCsv.Read(NibrsEdition.Shipped, table, header => cells[Headers[table][header]]).Bytes.AsSpan().SequenceEqual(whole));
    }

    private static void Screen(byte[] bytes)
    {
        using var incidents = new NibrsIncidents(new MemoryStream(bytes), default, NibrsInput.Shipped);
        while (incidents.TryRead(out _)) { }
    }

    private static byte[] Edit(byte[] whole, Random chance)
    {
        var bytes = whole.ToList();
        for (var edits = chance.Next(1, 4); edits > 0 && bytes.Count > 0; edits--)
        {
            var at = chance.Next(bytes.Count);
            switch (chance.Next(7))
            {
                case 0: bytes[at] = (byte)chance.Next(256); break;
                case 1: bytes[at] = (byte)chance.Next(0x20, 0x7F); break;
                case 2: bytes.Insert(at, (byte)chance.Next(0x20, 0x7F)); break;
                case 3: bytes.RemoveAt(at); break;
                case 4: bytes.RemoveRange(at, Math.Min(chance.Next(1, 200), bytes.Count - at)); break;
                case 5: bytes.InsertRange(at, bytes.Skip(chance.Next(bytes.Count)).Take(chance.Next(1, 200)).ToArray()); break;
                default: bytes[at] = (byte)"\r\n \0AZ09"[chance.Next(8)]; break;
            }
        }

        return [.. bytes];
    }
}
