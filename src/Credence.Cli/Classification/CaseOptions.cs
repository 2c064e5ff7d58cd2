using System.CommandLine;
using Credence.Incidents;

namespace Credence.Cli.Classification;

/// <summary>How a command is told of one case: words, an incident in a file, answers, codes, an age. The same for all of them.</summary>
internal sealed class CaseOptions
{
    public Argument<string?> Case { get; } = new("CASE")
    {
        Description = "The narrative in quotes, a file that holds one, a file of incident records with --incident, or - for "
            + "standard input; not needed with --answers",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public Option<string?> Incident { get; } = new("--incident")
    {
        Description = "Number of the incident in the file of records",
        HelpName = "NUMBER",
    };

    public Option<string[]> Map { get; } = new("--map")
    {
        Description = "Which header of the file holds what, where it is not guessed, as for credence screen",
        HelpName = "KEY=HEADER,…",
    };

    public Option<string[]> Answers { get; } = new("--answers")
    {
        Description = "Answers to an instrument or to facts, as JSON: what credence ask --save writes",
        HelpName = "FILE",
    };

    public Option<string[]> Offenses { get; } = new("--offense")
    {
        Description = "Offense codes as recorded or considered, such as 40A",
        HelpName = "CODE",
        AllowMultipleArgumentsPerToken = true,
    };

    public Option<int?> Age { get; } = new("--age")
    {
        Description = "Age of the person, in years, where it is known",
        HelpName = "YEARS",
    };

    public Option<string?> Packs { get; } = CommonOptions.Packs();

    public Option<string> Languages { get; } = CommonOptions.Languages();

    public IEnumerable<Option> All => [Incident, Map, Answers, Offenses, Age, Packs, Languages];

    public ColumnMap ColumnsOf(ParseResult parsed) => ColumnMap.TryParse(parsed.GetValue(Map) ?? [], out var columns, out var problem)
        ? columns
        : throw CommandEnd.WrongUse($"--map: {problem}");
}
