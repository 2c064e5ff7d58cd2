using System.Text;
using Credence.Incidents.Nibrs;
using Credence.Testing;

namespace Credence.Tests.Incidents.Nibrs;

public class NibrsReaderTests
{
    [Fact]
    public void A_segment_gives_its_values_by_name()
    {
        var victim = Read(FlatFile.Bytes(FlatFile.Incident()))[2].Segment!;

        Assert.Equal("victim", victim.Layout.Name);
        Assert.Equal("64A", victim.Text("code"));
        Assert.Equal("16", victim.Text("age"));
        Assert.Equal("BG", victim.Text("relationship"));
        Assert.Equal("", victim.Text("relationship", 1));
        Assert.Equal(FlatFile.Ori, victim.Ori);
        Assert.Equal("31-000114", victim.Number);
        Assert.Equal('I', victim.Action);
        Assert.Equal(203105, victim.Submission);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Every_end_of_a_line_is_kept(string end)
    {
        var bytes = FlatFile.Bytes([.. FlatFile.Incident(), "", FlatFile.Arrest(), FlatFile.Zero()], end);
        var lines = Read(bytes);

        Assert.Equal(8, lines.Count);
        Assert.Equal(Enumerable.Range(1, 8), lines.Select(line => (int)line.Number));
        Assert.Equal(7, lines.Count(line => line.IsWellFormed));
        Assert.True(lines[5].IsBlank);
        Assert.Equal(bytes, Joined(lines));
    }

    [Fact]
    public void The_last_line_needs_no_end()
    {
        var bytes = Encoding.Latin1.GetBytes(FlatFile.Zero());

        Assert.True(Assert.Single(Read(bytes)).IsWellFormed);
        Assert.Equal(bytes, Joined(Read(bytes)));
    }

    [Fact]
    public void A_line_whose_blanks_were_cut_is_read_and_reported()
    {
        var whole = FlatFile.Incident()[2];
        var line = Assert.Single(Read(Encoding.Latin1.GetBytes(whole.TrimEnd())));

        Assert.Equal("BG", line.Segment!.Text("relationship"));
        var problem = Assert.Single(line.Problems);
        Assert.Equal(NibrsLineFault.Length, problem.Fault);
        Assert.Equal(whole.TrimEnd().Length + 1, problem.Column);
    }

    [Fact]
    public void A_line_that_was_filled_up_is_read_and_one_with_more_in_it_is_not()
    {
        Assert.NotNull(Assert.Single(Read(Encoding.Latin1.GetBytes(FlatFile.Zero() + "   "))).Segment);
        Assert.Null(Assert.Single(Read(Encoding.Latin1.GetBytes(FlatFile.Zero() + "  X"))).Segment);
    }

    [Theory]
    [InlineData(5, "9", NibrsLineFault.Level, 5)]
    [InlineData(6, "X", NibrsLineFault.Action, 6)]
    [InlineData(1, "0999", NibrsLineFault.Length, 1)]
    [InlineData(280, "X", NibrsLineFault.Unused, 280)]
    [InlineData(45, "\t", NibrsLineFault.NotText, 45)]
    [InlineData(45, "\u00E9", NibrsLineFault.NotText, 45)]
    public void A_fault_of_a_line_is_told_by_its_kind_and_column(int at, string text, NibrsLineFault fault, int column)
    {
        var property = FlatFile.Segment("property", "31-000114", "loss=7 items.1.description=20 items.1.value=000000040");
        var line = Assert.Single(Read(FlatFile.Bytes([property.With(at, text)])));

        Assert.False(line.IsWellFormed);
        Assert.Contains(line.Problems, problem => problem.Fault == fault && problem.Column == column);
        Assert.DoesNotContain(line.Problems, problem => (problem.Found + problem.Expected).Contains(text, StringComparison.Ordinal) && text.Trim().Length == 1 && text != "9");
    }

    [Fact]
    public void A_line_without_an_end_is_read_in_pieces_that_hold_every_byte()
    {
        var bytes = FlatFile.Bytes([new string('7', 20_000), FlatFile.Zero()]);
        var lines = Read(bytes);

        Assert.Equal(6, lines.Count);
        Assert.All(lines.Take(5), piece => Assert.Equal((1, false), (piece.Number, piece.IsWellFormed)));
        Assert.Equal((2, true), (lines[5].Number, lines[5].IsWellFormed));
        Assert.Equal(bytes, Joined(lines));
    }

    [Theory]
    [InlineData("nibrs/Test-Submission-1.txt", 1_400, 1_393)]
    [InlineData("nibrs/honolulu-2019-05.txt", 23_853, 23_853)]
    public void Well_formed_lines_of_real_files_are_written_again_byte_for_byte(string file, int count, int wellFormed)
    {
        var path = SharedData.File(file);
        Assert.SkipWhen(path is null, SharedData.Missing);

        var bytes = File.ReadAllBytes(path!);
        var lines = Read(bytes);

        Assert.Equal(count, lines.Count);
        Assert.Equal(wellFormed, lines.Count(line => line.IsWellFormed));
        Assert.All(lines.Where(line => line.IsWellFormed), line => Assert.True(NibrsWriter.GivesTheSame(line.Segment!)));
        Assert.Equal(bytes, Joined(lines));
    }

    [Fact]
    public void Another_year_is_data_and_not_code()
    {
        var files = Credence.Packs.DefaultPacks.Files().ToList();
        var layouts = files.Single(file => file.Path == "nibrs/2019.2.1/layouts.yaml");
        var longer = layouts.Text.Replace("lengths: [43]", "lengths: [45]", StringComparison.Ordinal)
            .Replace("{ name: zeroYear, element: zero report year, at: 40, length: 4 }", "{ name: zeroYear, element: zero report year, at: 42, length: 4 }", StringComparison.Ordinal);
        var library = Credence.Packs.PackReader.Read([.. files, layouts with { Text = longer, IsLocal = true }]);
        var reader = new NibrsReader(new MemoryStream(Encoding.ASCII.GetBytes("00450A052031    ZZ001000000000000000004  2031\n")), NibrsEdition.From(library));

        Assert.True(reader.TryRead(out var line));
        Assert.True(line.IsWellFormed);
        Assert.Equal("2031", line.Segment!.Text("zeroYear"));
    }

    private static List<NibrsLine> Read(byte[] bytes)
    {
        var reader = new NibrsReader(new MemoryStream(bytes), NibrsEdition.Shipped);
        var lines = new List<NibrsLine>();
        while (reader.TryRead(out var line)) lines.Add(line);
        return lines;
    }

    private static byte[] Joined(IEnumerable<NibrsLine> lines) =>
        [.. lines.SelectMany(line => line.Bytes.ToArray().Concat(line.End.ToArray()))];
}
