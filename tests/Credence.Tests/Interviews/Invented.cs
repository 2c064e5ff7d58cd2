using Credence.Interviews;

namespace Credence.Tests.Interviews;

/// <summary>An invented study: two coders, three codes, interviews in which nobody is real.</summary>
internal static class Invented
{
    public static readonly Coder Ana = new(new CoderId(Id(1)), "ana");
    public static readonly Coder Ben = new(new CoderId(Id(2)), "ben");
    public static readonly Code Trust = new(new CodeId(Id(11)), "Trust") { Definition = "Whether people turn to the police.", Color = "#1f4f78" };
    public static readonly Code Fear = new(new CodeId(Id(12)), "Fear of arrest") { Parent = Trust.Id, Measure = "arrested-possible-victims" };
    public static readonly Code Trained = new(new CodeId(Id(13)), "Training");
    public static readonly DateTimeOffset Morning = new(2031, 5, 1, 9, 0, 0, TimeSpan.Zero);

    public static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    public static Transcript Interview(int number, string text, string role = "police", string site = "north") =>
        new(new TranscriptId(Id(100 + number)), number, $"Interview {number}", text) { Role = role, Site = site };

    public static Coding Coded(int number, Transcript transcript, string words, Code code, Coder coder, int after = 0)
    {
        var at = transcript.Text.IndexOf(words, StringComparison.Ordinal);
        return new Coding(new CodingId(Id(1000 + number)), transcript.Id, new TextSpan(at, at + words.Length), code.Id, coder.Id, Morning.AddMinutes(after)) { Selection = Id(5000 + number) };
    }

    public static Assignment Done(Transcript transcript, Coder coder) => new(transcript.Id, coder.Id, Morning.AddHours(1));

    public static InterviewProject Project(IReadOnlyList<Transcript> transcripts, IReadOnlyList<Coding> codings, params Assignment[] assignments) => new(Id(9), "Invented study")
    {
        Coders = [Ana, Ben],
        Codebook = new Codebook([Trust, Fear, Trained]),
        Transcripts = transcripts,
        Codings = codings,
        Assignments = assignments,
    };
}
