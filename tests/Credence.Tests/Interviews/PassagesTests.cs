using Credence.Interviews;
using CsCheck;

namespace Credence.Tests.Interviews;

public class PassagesTests
{
    [Theory]
    [InlineData("He said no. Det. Ruiz left!  \"Why?\" I asked.", "He said no.", "Det. Ruiz left!", "\"Why?\"", "I asked.")]
    [InlineData("INTERVIEWER: How long?\nWell ... about 3.5 years", "INTERVIEWER: How long?", "Well ... about 3.5 years")]
    [InlineData("¿Quién vino? Nadie.\r\n\r\nÉl.", "¿Quién vino?", "Nadie.", "Él.")]
    [InlineData("   ")]
    public void A_transcript_is_cut_into_sentences(string text, params string[] sentences) =>
        Assert.Equal(sentences, Passages.Of(text).Select(passage => passage.Span.Of(text)));

    [Fact]
    public void Paragraphs_are_lines_that_are_not_empty_and_sentences_know_theirs()
    {
        const string Text = "One. Two.\n\n Three. \n";

        Assert.Equal(["One. Two.", "Three."], Passages.Paragraphs(Text).Select(span => span.Of(Text)));
        Assert.Equal([(1, 1), (2, 1), (3, 2)], Passages.Of(Text).Select(passage => (passage.Number, passage.Paragraph)));
    }

    [Fact]
    public void Sentences_hold_every_letter_and_overlap_nowhere() => Gen.String[Gen.Char[" .!?\n\r\"aB1;—…)ñ"], 0, 80].Sample(text =>
    {
        var passages = Passages.Of(text);

        Assert.All(passages, passage => Assert.True(passage.Span.IsIn(text.Length)));
        Assert.All(passages.Zip(passages.Skip(1)), pair => Assert.True(pair.First.Span.End <= pair.Second.Span.Start));
        Assert.All(Enumerable.Range(0, text.Length).Where(at => char.IsLetterOrDigit(text[at])), at => Assert.Contains(passages, passage => passage.Span.Start <= at && at < passage.Span.End));
    });

    [Fact]
    public void Captions_become_turns_of_speech()
    {
        const string File =
            """
            WEBVTT - a call

            NOTE not spoken --> at all

            1
            00:00:01.000 --> 00:00:04.000 align:start
            <v.loud Officer Lane>We had no
            training &amp; no time.

            00:00:04.000 --> 00:00:06.000
            <v Officer Lane><i>None.</i>

            00:00:06.000 --> 00:00:07.000
            <v Asker>Why?</v>
            """;

        Assert.True(TranscriptText.IsCaptions(File));
        Assert.Equal("Officer Lane: We had no training & no time. None.\nAsker: Why?", TranscriptText.Captions(File));
    }

    [Fact]
    public void Plain_text_loses_its_mark_and_what_no_file_of_exchange_can_hold() =>
        Assert.Equal("a\nb\tc\uFFFDd😀", TranscriptText.Plain("\uFEFFa\r\nb\tc\u0001\uD83Dd😀"));
}
