using System.CommandLine;
using System.Globalization;
using Credence.Classification;
using Credence.Cli.Packs;
using Credence.Consents;

namespace Credence.Cli.Consents;

/// <summary><c>credence consent duties</c>: what to say before a person tells anything, and what has to be reported by when.</summary>
internal static class DutiesCommand
{
    private static readonly Option<string> Where = new("--where") { Description = "The place, such as us or us-ma; us-ma has the duties of us, too", HelpName = "PLACE", Required = true };

    private static readonly Option<string> Who = new("--who") { Description = $"Who listens: {Listed<Listener>()}", HelpName = "WHO", Required = true };

    private static readonly Option<string[]> Known = Facts("--known", "What is known to be so");

    private static readonly Option<string[]> KnownNot = Facts("--known-not", "What is known not to be so");

    private static readonly Option<string?> Learned = new("--learned") { Description = "When it was learned, such as 2031-06-14T09:00Z; now, if missing", HelpName = "TIME" };

    private static readonly Option<string> Language = new("--lang")
    {
        Description = "The language in which the person is told; English where the packs have no other",
        HelpName = "en|es",
        DefaultValueFactory = _ => "en",
    };

    public static Command Create()
    {
        var (packs, json) = (CommonOptions.Packs(), CommonOptions.Json());
        var command = new Command("duties", "Says what a person is told before telling anything, and what has to be reported to whom by when")
        {
            Where, Who, Known, KnownNot, Learned, Language, packs, json,
        };
        command.SetAction(parsed =>
        {
            var duties = ReportingDuties.From(PackFolder.Library(parsed.GetValue(packs)));
            var (place, listener) = (PlaceOf(parsed.GetValue(Where)!, duties), Value<Listener>("--who", parsed.GetValue(Who)!));
            var now = TimeProvider.System.GetUtcNow();
            var learned = LearnedAt(parsed.GetValue(Learned), now);
            List<DutyKnowledge> facts =
            [
                .. FactsOf("--known", parsed.GetValue(Known)).Select(fact => new DutyKnowledge(fact, Support.Supported, learned)),
                .. FactsOf("--known-not", parsed.GetValue(KnownNot)).Select(fact => new DutyKnowledge(fact, Support.NotSupported, learned)),
            ];
            var page = new DutiesPage(
                place, listener, duties.Binding(listener, place).Any(), duties.WarningsBefore(facts, listener, place, parsed.GetValue(Language)!), duties.Of(facts, listener, place, now));
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json)) PackCommand.WriteJson(output, page.Json);
            else page.Write(output);
            return ExitCode.Done;
        });
        return command;
    }

    private static string PlaceOf(string place, ReportingDuties duties)
    {
        var known = duties.All.Select(duty => duty.Jurisdiction).Distinct().ToList();
        return known.Contains(place) ? place : throw CommandEnd.WrongUse($"--where: found {place}, for which no pack has duties; expected one of {string.Join(", ", known)}. Without a pack nobody knows: ask counsel.");
    }

    private static DateTimeOffset LearnedAt(string? text, DateTimeOffset now) =>
        text is null ? now
        : !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? throw CommandEnd.WrongUse("--learned: found another text, expected a time such as 2031-06-14T09:00Z.")
        : time;

    private static IEnumerable<DutyFact> FactsOf(string option, string[]? words) =>
        (words ?? []).SelectMany(word => word.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(word => Value<DutyFact>(option, word));

    private static T Value<T>(string option, string word)
        where T : struct, Enum => EnumWord.Find<T>(word) ?? throw CommandEnd.WrongUse($"{option}: found {word}, expected one of {Listed<T>()}.");

    private static Option<string[]> Facts(string name, string description) =>
        new(name) { Description = $"{description}: {Listed<DutyFact>()}", HelpName = "FACT", AllowMultipleArgumentsPerToken = true };

    private static string Listed<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(value => EnumWord.Of(value)));
}
