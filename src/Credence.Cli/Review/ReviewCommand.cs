using System.CommandLine;

namespace Credence.Cli.Review;

/// <summary><c>credence review</c>: people read incidents in an order that learns, and stop with a stated promise.</summary>
internal static class ReviewCommand
{
    public static Command Create() => new("review", "Reads incidents in an order that learns from every reading, and says when one may stop")
    {
        StartCommand.Create(),
        NextCommand.Create(),
        LabelCommand.Create(),
        StatusCommand.Create(),
        AuditCommand.Create(),
        SimulateCommand.Create(),
    };
}
