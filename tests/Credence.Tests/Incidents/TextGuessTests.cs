using System.Text;
using Credence.Incidents;

namespace Credence.Tests.Incidents;

public class TextGuessTests
{
    private const string Story = "id,narrative\r\n1,Él dijo “no” – señora, 30 €\r\n2,zwei Männer\r\n";

    public static TheoryData<string, SourceEncoding> Encodings => new()
    {
        { "utf-8", SourceEncoding.Utf8 },
        { "utf-8 with mark", SourceEncoding.Utf8 },
        { "utf-16le", SourceEncoding.Utf16LittleEndian },
        { "utf-16le with mark", SourceEncoding.Utf16LittleEndian },
        { "utf-16be", SourceEncoding.Utf16BigEndian },
        { "utf-16be with mark", SourceEncoding.Utf16BigEndian },
        { "windows-1252", SourceEncoding.Windows1252 },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_encoding_of_police_systems_gives_the_same_words(string name, SourceEncoding encoding)
    {
        using var source = Reading.Open(Bytes(Story, name));
        Assert.True(source.TryRead(out var first));
        Assert.True(source.TryRead(out var second));

        Assert.Equal(encoding, source.Encoding);
        Assert.Equal("Él dijo “no” – señora, 30 €"[..20], first.Incident.Narrative.Text[..20]);
        Assert.Equal("zwei Männer", second.Incident.Narrative.Text);
        Assert.Empty(second.Problems);
    }

    [Fact]
    public void One_wrong_byte_late_in_a_file_is_mended_and_reported_by_row()
    {
        var lines = Enumerable.Range(1, 60_000).Select(i => $"{i},die Straße und das Haus\n");
        byte[] bytes =
        [
            .. Encoding.UTF8.GetBytes("id,narrative\n" + string.Concat(lines)),
            .. "60001,"u8, 0xC9, .. "l dijo "u8, 0x93, .. "no"u8, 0x94, .. "\n60002,señora\n"u8,
        ];

        var rows = Reading.Rows(bytes);

        Assert.Equal(60_002, rows.Count);
        Assert.Equal("Él dijo “no”", rows[60_000].Incident.Narrative.Text);
        Assert.Equal("señora", rows[60_001].Incident.Narrative.Text);
        var problem = Assert.Single(rows.SelectMany(row => row.Problems));
        Assert.Equal((60_002, "3 bytes that are not UTF-8"), (problem.Row, problem.Found));
    }

    [Fact]
    public void A_character_cut_by_the_end_of_the_file_is_mended()
    {
        byte[] bytes = [.. "id,narrative\n1,señor, señora y ni"u8, 0xC3];

        Assert.Equal("señor, señora y niÃ", Reading.Rows(bytes).Single().Incident.Narrative.Text);
    }

    [Theory]
    [InlineData(new byte[0], "an empty file")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF }, "an empty file")]
    [InlineData(new byte[] { 0xFF, 0xFE }, "an empty file")]
    [InlineData(new byte[] { (byte)'\n', (byte)'\r', (byte)'\n' }, "an empty file")]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 20, 0 }, "a zip file or an Excel workbook")]
    [InlineData(new byte[] { 0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 3, 0, 62 }, "a binary file")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0, 0, 65, 0, 0, 0 }, "UTF-32 text")]
    public void What_is_no_table_is_named(byte[] bytes, string found) => Assert.Equal(found, Reading.Refusal(bytes).Found);

    [Fact]
    public void A_stray_zero_byte_does_not_make_a_file_binary()
    {
        var rows = Reading.Rows("id,narrative\n" + string.Concat(Enumerable.Repeat("1,a long enough sentence\0\n", 3)));

        Assert.Equal(3, rows.Count);
    }

    private static byte[] Bytes(string text, string name)
    {
        Encoding encoding = name.Split(' ')[0] switch
        {
            "utf-16le" => new UnicodeEncoding(false, true),
            "utf-16be" => new UnicodeEncoding(true, true),
            "windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
            _ => new UTF8Encoding(true),
        };
        return [.. name.EndsWith("mark", StringComparison.Ordinal) ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
    }
}
