using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Words = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Credence.Research.Tests;

public class TranscriptFileTests
{
    [Fact]
    public void Of_a_Word_document_the_words_are_read_in_their_order_and_what_was_deleted_is_not()
    {
        var file = Document(
            new Paragraph(new Run(new Words("INTERVIEWER:"), new TabChar(), new Words("Who came?") { Space = SpaceProcessingModeValues.Preserve })),
            new Table(new TableRow(new TableCell(new Paragraph(new Run(new Words("OFFICER: Nobody."), new Break(), new Words("I went alone.")))))),
            new Paragraph(new DeletedRun(new Run(new DeletedText("her real name"))), new InsertedRun(new Run(new Words("She said so.")))),
            new Paragraph(new Hyperlink(new Run(new Words("Then she left.")))));

        Assert.Equal("INTERVIEWER:\tWho came?\nOFFICER: Nobody.\nI went alone.\nShe said so.\nThen she left.", Assert.IsType<TranscriptAnswer.Read>(TranscriptFile.Read(file)).Text);
    }

    [Fact]
    public void Plain_text_of_any_encoding_and_captions_are_read()
    {
        Assert.Equal("Señora.\nSí.", Read(Encoding.Latin1.GetBytes("Señora.\r\nSí.\r\n")));
        Assert.Equal("Señora.", Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Señora.")]));
        Assert.Equal("Ana: Hello.", Read("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>Hello."u8.ToArray()));
    }

    [Theory]
    [InlineData("PK\u0003\u0004 broken", "no whole Word document")]
    [InlineData("%PDF-1.7", "found a PDF")]
    [InlineData("", "found no words")]
    [InlineData("   \n ", "found no words")]
    [InlineData("WEBVTT\n\n", "found no words")]
    public void What_has_no_text_is_refused_in_a_sentence(string content, string why) =>
        Assert.Contains(why, Assert.IsType<TranscriptAnswer.Refused>(TranscriptFile.Read(Encoding.Latin1.GetBytes(content))).Why.Sentence, StringComparison.Ordinal);

    [Fact]
    public void A_Word_document_cut_off_anywhere_is_refused_and_never_a_fault()
    {
        var file = Document(new Paragraph(new Run(new Words(string.Join(' ', Enumerable.Range(0, 500))))));

        Assert.All(Enumerable.Range(1, 19), part => Assert.IsType<TranscriptAnswer.Refused>(TranscriptFile.Read(file[..(file.Length * part / 20)])));
    }

    [Fact]
    public void A_Word_document_that_is_deeper_than_anybody_writes_is_refused_and_does_not_end_the_program()
    {
        OpenXmlElement deep = new Paragraph(new Run(new Words("words")));
        var plain = Document(deep);
        using var file = new MemoryStream();
        file.Write(plain);
        using (var archive = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry("word/document.xml")!.Delete();
            using var part = new StreamWriter(archive.CreateEntry("word/document.xml").Open());
            part.Write("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>");
            for (var level = 0; level < 20_000; level++) { part.Write("<w:tbl><w:tr><w:tc>"); }

            part.Write("<w:p><w:r><w:t>words</w:t></w:r></w:p>");
            for (var level = 0; level < 20_000; level++) { part.Write("</w:tc></w:tr></w:tbl>"); }

            part.Write("</w:body></w:document>");
        }

        Assert.Contains("elements more than 256 deep", Assert.IsType<TranscriptAnswer.Refused>(TranscriptFile.Read(file.ToArray())).Why.Sentence, StringComparison.Ordinal);
    }

    private static string Read(byte[] file) => Assert.IsType<TranscriptAnswer.Read>(TranscriptFile.Read(file)).Text;

    private static byte[] Document(params OpenXmlElement[] content)
    {
        var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(content));
        }

        return stream.ToArray();
    }
}
