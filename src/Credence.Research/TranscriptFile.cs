using System.Text;
using System.Xml;
using Credence.Incidents;
using Credence.Interviews;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using RunText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Credence.Research;

/// <summary>What became of a file that was to be a transcript.</summary>
public abstract record TranscriptAnswer
{
    private TranscriptAnswer() { }

    /// <summary>What kind of answer it is only.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Its text; nothing else of the file is kept, because a document also names its author and what was deleted in it.</summary>
    /// <param name="Text">The text.</param>
    public sealed record Read(string Text) : TranscriptAnswer;

    /// <summary>It has no text that we can read.</summary>
    /// <param name="Why">Why.</param>
    public sealed record Refused(Refusal Why) : TranscriptAnswer;
}

/// <summary>The text of a transcript from plain text, captions (WebVTT, SubRip) or a Word document, told apart by what is in them and not by their names.</summary>
public static class TranscriptFile
{
    private const string Expected = "expected plain text, captions (WebVTT, SRT) or a Word document (.docx)";
    private const long LargestPart = 64L << 20;

    /// <summary>Reads one.</summary>
    public static TranscriptAnswer Read(byte[] file)
    {
        if (file.AsSpan().StartsWith("PK\u0003\u0004"u8)) { return FromWord(file); }

        var guess = TextGuess.Of(file);
        if (guess.NotText is { } kind) { return Refused($"found {kind}, {Expected}"); }

        var text = TranscriptText.Plain(guess.Decode(file));
        if (MarkupOf(text) is { } markup) { return Refused($"found {markup}, {Expected}"); }

        return Of(TranscriptText.IsCaptions(text) ? TranscriptText.Captions(text) : text);
    }

    // Read as plain text, marks of another kind of file would stand among the words.
    private static string? MarkupOf(string text)
    {
        var start = text.AsSpan().TrimStart();
        return start.StartsWith("{\\rtf", StringComparison.OrdinalIgnoreCase) ? "rich text (RTF)"
            : start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
                || start.StartsWith("<CodeBook", StringComparison.Ordinal) || start.StartsWith("<Project", StringComparison.Ordinal) ? "a page or a table of another program (HTML, XML)"
            : null;
    }

    private static TranscriptAnswer FromWord(byte[] file)
    {
        try
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false, new OpenSettings { MaxCharactersInPart = LargestPart });
            if (document.MainDocumentPart is { } main) { CheckDepth(main); }

            return document.MainDocumentPart?.Document?.Body is { } body ? Of(TranscriptText.Plain(TextOf(body))) : Refused($"found a document without a body, {Expected}");
        }
        catch (DeepXml e)
        {
            return Refused($"found a document with {e.Message}, {Expected}");
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException or IOException or FormatException or InvalidOperationException or ArgumentException)
        {
            return Refused($"found an archive that is no whole Word document, {Expected}");
        }
    }

    private static void CheckDepth(OpenXmlPart part)
    {
        using var reader = XmlReader.Create(part.GetStream(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LargestPart, CloseInput = true });
        DeepXml.Check(reader);
    }

    private static TranscriptAnswer Of(string text) => string.IsNullOrWhiteSpace(text) ? Refused("found no words, expected the text of an interview") : new TranscriptAnswer.Read(text.Trim('\n'));

    private static TranscriptAnswer.Refused Refused(string sentence) => new(new Refusal(sentence));

    // Paragraphs in the order of the page, those of tables too; a text box is written twice in a document and read once.
    private static string TextOf(Body body) => string.Join('\n', body.Descendants<Paragraph>()
        .Where(paragraph => !paragraph.Ancestors<AlternateContentFallback>().Any()).Select(TextOf));

    // Text that was deleted while changes were tracked is an element of another kind, and so is the code of a field.
    private static string TextOf(Paragraph paragraph)
    {
        var text = new StringBuilder();
        foreach (var piece in paragraph.Descendants().Where(piece => piece.Ancestors<Paragraph>().First() == paragraph && !piece.Ancestors<AlternateContentFallback>().Any()))
        {
            text.Append(piece switch
            {
                RunText words => words.Text,
                TabChar => "\t",
                Break or CarriageReturn => "\n",
                NoBreakHyphen => "-",
                _ => "",
            });
        }

        return text.ToString();
    }
}
