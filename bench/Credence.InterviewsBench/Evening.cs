using Credence.Interviews;
using Microsoft.Data.Sqlite;

namespace Credence.InterviewsBench;

/// <summary>What a researcher who can program would write in an evening over the same file: SQL to read, LINQ and a loop over characters to count.</summary>
internal static class Evening
{
    public static int Search(string path, string words)
    {
        using var connection = Open(path);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT number, text FROM transcript WHERE text LIKE '%' || $words || '%'";
        command.Parameters.AddWithValue("$words", words);
        using var reader = command.ExecuteReader();
        var found = 0;
        while (reader.Read())
        {
            var text = reader.GetString(1);
            for (var at = 0; (at = text.IndexOf(words, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += words.Length) { found++; }
        }

        return found;
    }

    /// <summary>Interviews by code, role and site; a code with what is below it.</summary>
    public static int Matrix(InterviewProject project)
    {
        var sum = 0;
        foreach (var code in project.Codebook.Codes)
        {
            var branch = project.Codebook.Branch(code.Id).Select(one => one.Id).ToList();
            foreach (var group in project.Transcripts.GroupBy(transcript => (transcript.Role, transcript.Site)))
            {
                sum += group.Count(transcript => project.Codings.Any(coding => coding.Transcript == transcript.Id && branch.Contains(coding.Code)));
            }
        }

        return sum;
    }

    /// <summary>Alpha of one code over characters, one character after the other.</summary>
    public static double Alpha(InterviewProject project, Code code)
    {
        var branch = project.Codebook.Branch(code.Id).Select(one => one.Id).ToList();
        long both = 0, one = 0, neither = 0;
        foreach (var transcript in project.Transcripts)
        {
            var marks = project.Coders.Select(coder => Marks(project, transcript, coder.Id, branch)).ToList();
            for (var at = 0; at < transcript.Text.Length; at++)
            {
                if (transcript.Text[at] == '\n') { continue; }

                var count = (marks[0][at] ? 1 : 0) + (marks[1][at] ? 1 : 0);
                if (count == 2) { both++; }
                else if (count == 1) { one++; }
                else { neither++; }
            }
        }

        double marked = (2 * both) + one, unmarked = (2 * neither) + one;
        return 1 - ((marked + unmarked - 1) * one / (marked * unmarked));
    }

    private static bool[] Marks(InterviewProject project, Transcript transcript, CoderId coder, List<CodeId> codes)
    {
        var marks = new bool[transcript.Text.Length];
        foreach (var coding in project.Codings.Where(coding => coding.Transcript == transcript.Id && coding.Coder == coder && codes.Contains(coding.Code))) { marks.AsSpan(coding.Span.Start, coding.Span.Length).Fill(true); }

        return marks;
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return connection;
    }
}
