using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace Credence.Cli;

/// <summary>What is wrong with the words of a command, in one sentence: found and expected.</summary>
internal static partial class ParseSentence
{
    public static string Of(ParseResult result)
    {
        var command = result.CommandResult.Command;
        if (TakesNarrative(command) && result.UnmatchedTokens.Count > 0) return TooMany(command);
        if (UnknownOption(result) is { } option)
            return $"Found the option {option}, expected one of {string.Join(", ", command.Options.Select(o => o.Name))}.";
        if (command.Subcommands.Count > 0 && command.Arguments.Count == 0)
            return $"Found {Typed(result)}, expected one of {string.Join(", ", command.Subcommands.Select(c => c.Name))}.";
        if (result.UnmatchedTokens.Count > 0) return TooMany(command);
        var error = result.Errors[0];
        if (OptionOf(error.SymbolResult) is { Tokens: [], Implicit: true, Option: var absent }) return $"Found no {absent.Name}, expected {absent.Name} {absent.HelpName ?? "with a value"}.";
        if (OptionOf(error.SymbolResult) is { Tokens: [] } bare) return $"{bare.Option.Name}: found nothing behind it, expected {bare.Option.HelpName ?? "a value"}.";
        if (error.Message.StartsWith("Required argument missing", StringComparison.Ordinal) && command.Arguments is [var missing, ..])
            return $"Found no {missing.Name}, expected one.";
        return OptionOf(error.SymbolResult) is { Tokens: [var value, ..] } wrong && error.Message.Contains("expected type", StringComparison.Ordinal)
            ? $"{wrong.Option.Name}: found {value.Value}, expected {Kind(wrong.Option.ValueType)}."
            : error.Message;
    }

    // What is typed there may be somebody's story without its quotes: no word of it is said again.
    private static string TooMany(Command command) => TakesNarrative(command)
        ? "Found several words, expected the narrative in quotes."
        : $"Found more words than {command.Name} takes, expected {Expected(command)}.";

    private static string Expected(Command command) =>
        command.Arguments.Count == 0 ? "options only" : string.Join(" ", command.Arguments.Select(argument => argument.Name));

    private static bool TakesNarrative(Command command) => command.Arguments is [{ Name: "TEXT" or "CASE" }, ..];

    /// <summary>A word that looks like an option and was taken for something else, such as --purpos; null if there is none.</summary>
    public static string? UnknownOption(ParseResult result) =>
        result.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
            .FirstOrDefault(token => token.Type == TokenType.Argument && LooksLikeOption().IsMatch(token.Value))?.Value;

    /// <summary>credence pack show, as it is typed.</summary>
    public static string PathOf(CommandResult command) => command.Parent is CommandResult parent
        ? $"{PathOf(parent)} {command.Command.Name}"
        : "credence";

    private static string Typed(ParseResult result) =>
        result.UnmatchedTokens is [var typed, ..] ? $"no command {typed}" : "no command";

    private static OptionResult? OptionOf(SymbolResult? symbol) => symbol switch
    {
        null => null,
        OptionResult option => option,
        _ => OptionOf(symbol.Parent),
    };

    private static string Kind(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsEnum ? "one of " + string.Join(", ", Enum.GetNames(plain)).ToLowerInvariant()
            : plain == typeof(double) ? "a number such as 0.95"
            : plain == typeof(Guid) ? "an id such as 3f0b1c36-9f0f-4a54-9b53-6f2c0d0f9b11"
            : plain == typeof(ulong) ? "a whole number from 0" : "a whole number";
    }

    [GeneratedRegex("^--[a-z][a-z-]*$")]
    private static partial Regex LooksLikeOption();
}
