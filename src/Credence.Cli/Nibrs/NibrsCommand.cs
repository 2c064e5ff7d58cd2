using System.CommandLine;

namespace Credence.Cli.Nibrs;

/// <summary><c>credence nibrs</c>: checks, sums up and converts the flat file in which agencies send NIBRS data to the FBI.</summary>
internal static class NibrsCommand
{
    public static Command Create() => new("nibrs", "Checks, sums up and converts NIBRS flat files, as agencies send them to the FBI")
    {
        NibrsCheckCommand.Create(),
        NibrsSummaryCommand.Create(),
        NibrsConvertCommand.Create(),
    };
}
