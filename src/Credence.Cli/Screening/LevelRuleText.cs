using Credence.Screening;

namespace Credence.Cli.Screening;

/// <summary>The rule that makes a level, as it stands in the code.</summary>
internal static class LevelRuleText
{
    public static void Write(TextWriter output)
    {
        output.WriteLine("The first clause that holds makes the level:");
        foreach (var clause in LevelRule.Clauses)
            output.WriteLine($"  {clause.Level,-18}  {clause.Text} [{clause.Id}]");
        output.WriteLine($"  {Level.NoneFound,-18}  None of these.");
        output.WriteLine($"  {Level.NotScreened,-18}  No narrative, or a language that no pack covers.");
        output.WriteLine("Signals in the codes alone raise the level to what each of them supports.");
        output.WriteLine();
    }
}
