using System.IO.Compression;
using Credence.Interviews;
using Credence.Interviews.Qda;

namespace Credence.Research;

/// <summary>What became of a file that was to be taken in.</summary>
public abstract record IntakeAnswer
{
    private IntakeAnswer() { }

    /// <summary>It was a transcript.</summary>
    /// <param name="Number">The number of the interview here.</param>
    /// <param name="Missed">How many places hold something that was replaced elsewhere.</param>
    public sealed record Interview(int Number, int Missed) : IntakeAnswer;

    /// <summary>It was a project of REFI-QDA.</summary>
    /// <param name="Taken">What of it was new.</param>
    /// <param name="Missed">How many places hold something that was replaced here.</param>
    public sealed record Project(Taken Taken, int Missed) : IntakeAnswer;

    /// <summary>It was a codebook of REFI-QDA.</summary>
    /// <param name="Added">Codes that were new.</param>
    /// <param name="StayOut">Codes that had been taken out here, and stay out.</param>
    public sealed record Codes(int Added, int StayOut) : IntakeAnswer;

    /// <summary>It was nothing that we can read.</summary>
    /// <param name="Why">Why.</param>
    public sealed record Refused(Refusal Why) : IntakeAnswer;
}

/// <summary>Taking files in, told apart by what is in them.</summary>
public sealed partial class ProjectFile
{
    /// <summary>Takes a file in: a transcript, a project or a codebook.</summary>
    /// <param name="file">The bytes.</param>
    /// <param name="name">The name of the file, by which a transcript is called; an ending that says project or codebook is held to it.</param>
    /// <param name="role">Whose interview.</param>
    /// <param name="site">At which site.</param>
    /// <param name="coders">Who codes it.</param>
    public IntakeAnswer TakeIn(byte[] file, string name, string role, string site, IReadOnlyCollection<CoderId> coders)
    {
        if (IsProject(file))
        {
            return QdaArchive.Read(new MemoryStream(file)) switch
            {
                QdaAnswer.Opened opened => new IntakeAnswer.Project(Take(opened.Project, coders), Missed(null)),
                QdaAnswer.Refused refused => new IntakeAnswer.Refused(new Refusal(refused.Why)),
                _ => throw new InvalidOperationException("Found an answer of a kind that there is not."),
            };
        }

        if (IsCodebook(file))
        {
            if (QdaCodebook.Read(new MemoryStream(file), out var why) is not { } codebook) { return new IntakeAnswer.Refused(new Refusal(why)); }

            var (added, stayOut) = Take(codebook);
            return new IntakeAnswer.Codes(added, stayOut);
        }

        var ending = System.IO.Path.GetExtension(name).ToLowerInvariant();
        if (ending is ".qdpx" or ".qdc") { return new IntakeAnswer.Refused(new Refusal($"found something else, expected the {(ending == ".qdc" ? "codebook" : "project")} of REFI-QDA that the file is called")); }

        return TranscriptFile.Read(file) switch
        {
            TranscriptAnswer.Read read => AddTranscript(System.IO.Path.GetFileNameWithoutExtension(name), read.Text, role, site, coders),
            TranscriptAnswer.Refused refused => new IntakeAnswer.Refused(refused.Why),
            _ => throw new InvalidOperationException("Found an answer of a kind that there is not."),
        };
    }

    private static bool IsProject(byte[] file)
    {
        if (!file.AsSpan().StartsWith("PK\u0003\u0004"u8)) { return false; }

        try
        {
            using var archive = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
            return archive.Entries.Any(entry => entry.FullName.EndsWith(".qde", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static bool IsCodebook(byte[] file) => file.AsSpan(0, Math.Min(file.Length, 4096)).IndexOf("urn:QDA-XML:codebook"u8) >= 0;
}
