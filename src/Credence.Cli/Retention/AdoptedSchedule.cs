using System.CommandLine;
using Credence.Consents;

namespace Credence.Cli.Retention;

/// <summary>The retention schedule by which a command plans.</summary>
internal static class AdoptedSchedule
{
    public static readonly Option<string?> Packs = CommonOptions.Packs();

    public static readonly Option<string> Pack = new("--schedule")
    {
        Description = "Id of the retention pack that your organization has adopted",
        HelpName = "PACK",
        DefaultValueFactory = _ => "retention",
    };

    /// <summary>The schedule; ends the command if there is none of this name.</summary>
    public static RetentionSchedule Of(ParseResult parsed)
    {
        var schedules = RetentionPack.From(PackFolder.Library(parsed.GetValue(Packs)), []);
        return schedules.FirstOrDefault(one => one.Pack.Id == parsed.GetValue(Pack))
            ?? throw CommandEnd.WrongUse($"--schedule: found no retention pack of this name, expected one of {string.Join(", ", schedules.Select(one => one.Pack.Id))}.");
    }
}
