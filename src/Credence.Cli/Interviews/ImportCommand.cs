using System.CommandLine;
using System.Text.Json;
using Credence.Cli.Evaluation;
using Credence.Research;

namespace Credence.Cli.Interviews;

/// <summary><c>credence interviews import</c>: takes transcripts, projects and codebooks in.</summary>
internal static class ImportCommand
{
    private const string About =
        """
        Takes transcripts (plain text, WebVTT or SRT captions, Word), projects (.qdpx) and codebooks (.qdc) of REFI-QDA into a project file

        Of a transcript only its text is kept. What a project of another program holds and Credence has no place for is kept whole, and given back by
        credence interviews export. Whoever coded in such a project counts as done with it: so two coders on two machines can send each other theirs. A coder
        or a code that is called as one here is the same; interviews in which nobody has coded anything yet are to be coded by --coder.
        """;

    private static readonly Argument<string> File = InterviewFile.Argument();

    private static readonly Argument<string[]> Inputs = new("INPUT") { Description = "Files to take in", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<string> Role = new("--role") { Description = "Whose interviews these are, such as police or provider", HelpName = "WORD", DefaultValueFactory = _ => "" };

    private static readonly Option<string> Site = new("--site") { Description = "At which site", HelpName = "WORD", DefaultValueFactory = _ => "" };

    private static readonly Option<string[]> Coder = new("--coder") { Description = "Who codes them, give it once for each; left out, everybody whom start and coder named. Two or more code blind", HelpName = "NAME" };

    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Create()
    {
        var command = new Command("import", About) { File, Inputs, Role, Site, Coder, Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var file = InterviewFile.Open(parsed.GetRequiredValue(File));
        var coders = parsed.GetValue(Coder) is { Length: > 0 } names ? names.Select(name => InterviewFile.Coder(file, name).Id).ToHashSet() : [.. file.CodersHere().Select(coder => coder.Id)];
        var output = parsed.InvocationConfiguration.Output;
        var results = new List<object>();
        var problems = 0;
        var inputs = parsed.GetRequiredValue(Inputs);
        if (inputs.FirstOrDefault(input => !System.IO.File.Exists(input)) is { } missing) { throw CommandEnd.WrongUse($"{missing}: found no such file, expected one to take in; nothing was taken in."); }

        foreach (var input in inputs)
        {
            var answer = file.TakeIn(System.IO.File.ReadAllBytes(input), Path.GetFileName(input), parsed.GetValue(Role)!.Trim(), parsed.GetValue(Site)!.Trim(), coders);
            problems += answer is IntakeAnswer.Refused ? 1 : 0;
            results.Add(Result(input, answer));
            if (!parsed.GetValue(Json)) { (answer is IntakeAnswer.Refused ? parsed.InvocationConfiguration.Error : output).WriteLine($"{input}: {string.Join(" ", Sentences(answer))}"); }
        }

        if (parsed.GetValue(Json)) { output.WriteLine(JsonSerializer.Serialize(results, EvaluationJson.Options)); }

        return problems > 0 ? ExitCode.DoneWithProblems : ExitCode.Done;
    }

    private static IEnumerable<string> Sentences(IntakeAnswer answer) => answer switch
    {
        IntakeAnswer.Interview interview => [$"interview {interview.Number}.", .. MissedSentence(interview.Missed)],
        IntakeAnswer.Project project => [
            $"{project.Taken.Transcripts} interviews, {project.Taken.Codes} codes and {project.Taken.Codings} codings that were new.", .. project.Taken.Notices, .. MissedSentence(project.Missed)],
        IntakeAnswer.Codes codes => [$"{codes.Added} codes that were new.", .. codes.StayOut == 0 ? Array.Empty<string>() : [$"{codes.StayOut} that had been taken out here stay out."]],
        IntakeAnswer.Refused refused => [$"{refused.Why.Sentence}; nothing was taken in."],
        _ => [],
    };

    private static IEnumerable<string> MissedSentence(int missed) => missed == 0 ? [] : [$"{missed} places hold a name that was replaced elsewhere: the page Names shows them."];

    private static object Result(string input, IntakeAnswer answer) => answer switch
    {
        IntakeAnswer.Interview interview => new { input, interview = interview.Number, missed = interview.Missed },
        IntakeAnswer.Project project => new { input, interviews = project.Taken.Transcripts, codes = project.Taken.Codes, codings = project.Taken.Codings, notices = project.Taken.Notices, missed = project.Missed },
        IntakeAnswer.Codes codes => new { input, codes = codes.Added, stayOut = codes.StayOut },
        _ => new { input, refused = ((IntakeAnswer.Refused)answer).Why.Sentence },
    };
}
