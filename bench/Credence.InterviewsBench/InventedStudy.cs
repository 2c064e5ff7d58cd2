using System.Globalization;
using System.Text;
using Credence.Interviews;
using Credence.Interviews.Qda;
using Credence.Research;
using Credence.Statistics;

namespace Credence.InterviewsBench;

/// <summary>A study of invented interviews, made from a seed: turns of speech from a list of words, two coders who mostly agree.</summary>
internal static class InventedStudy
{
    private const int Codes = 60;

    private static readonly string[] Words =
        "they did not call the police because nobody asked what she wanted and we were never trained to see it so the report said trespass or theft then somebody found a bed that night".Split(' ');

    /// <summary>A project file of so many interviews, words in each, and codings in all.</summary>
    public static ProjectFile Make(string path, int interviews, int words, int codings)
    {
        var file = ((ProjectAnswer.Opened)ProjectFile.Create(path, "Invented", TimeProvider.System)).File;
        file.Take(QdaWriter.Write(Project(interviews, words, codings), "bench"));
        return file;
    }

    private static InterviewProject Project(int interviews, int words, int codings)
    {
        var chance = new Pcg32(7);
        Coder[] coders = [new(new CoderId(Id(1)), "ana"), new(new CoderId(Id(2)), "ben")];
        Code[] codes = [.. Enumerable.Range(0, Codes).Select(at => new Code(new CodeId(Id(100 + at)), $"code {at}") { Parent = at % 6 == 0 ? null : new CodeId(Id(100 + (at / 6 * 6))) })];
        Transcript[] transcripts = [.. Enumerable.Range(1, interviews).Select(number => new Transcript(new TranscriptId(Id(1000 + number)), number, $"Interview {number}", Text(words, chance))
        {
            Role = number % 3 == 0 ? "police" : "provider",
            Site = ((string[])["north", "west", "south"])[number % 3],
        })];
        return new InterviewProject(Id(9), "Invented") { Coders = coders, Codebook = new Codebook(codes), Transcripts = transcripts, Codings = [.. Coded(transcripts, codes, coders, codings, chance)] };
    }

    // Each pair of codings is one thing that both saw, with other ends; every fifth only one of them saw, under another code.
    private static IEnumerable<Coding> Coded(Transcript[] transcripts, Code[] codes, Coder[] coders, int codings, Pcg32 chance)
    {
        for (var at = 0; at < codings; at += 2)
        {
            var (transcript, code) = (transcripts[at / 2 % transcripts.Length], codes[chance.Below(codes.Length)]);
            var start = chance.Below(transcript.Text.Length - 400);
            for (var coder = 0; coder < 2; coder++)
            {
                var begun = start + chance.Below(20);
                yield return new Coding(
                    new CodingId(Id(100_000 + at + coder)), transcript.Id, new TextSpan(begun, begun + 60 + chance.Below(200)), at % 10 == 0 && coder == 1 ? codes[chance.Below(codes.Length)].Id : code.Id,
                    coders[coder].Id, DateTimeOffset.UnixEpoch) { Selection = Id(500_000 + at + coder) };
            }
        }
    }

    private static string Text(int words, Pcg32 chance)
    {
        var text = new StringBuilder();
        for (var (left, turn) = (words, 0); left > 0; turn++)
        {
            text.Append(turn == 0 ? "" : "\n").Append(turn % 2 == 0 ? "INTERVIEWER:" : "P1:");
            for (var sentence = chance.Below(4); sentence >= 0; sentence--)
            {
                for (var word = 6 + chance.Below(14); word > 0; word--, left--) { text.Append(' ').Append(Words[chance.Below(Words.Length)]); }

                text.Append(chance.Below(200) == 0 ? string.Create(CultureInfo.InvariantCulture, $" with Rosalba{(char)('a' + chance.Below(26))} Quintero.") : ".");
            }
        }

        return text.ToString();
    }

    private static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);
}
