using System.Globalization;
using System.Text.Json;
using Credence.Consents;

namespace Credence.Referrals;

/// <summary>
/// The shape of a message. It says of the first thing that does not fit where it stands, what kind of thing was found and what
/// was expected; never a value, and never the name of a field it does not know: both may be somebody's life.
/// </summary>
internal abstract record MessageShape
{
    internal abstract string? Problem(JsonElement found, string at);

    /// <summary>A text of at most so many characters.</summary>
    internal sealed record Text(int Longest) : MessageShape
    {
        internal override string? Problem(JsonElement found, string at) =>
            found.ValueKind != JsonValueKind.String ? Wrong(found, at, "a text")
            : TextOf(found) is not { } text ? $"{at}: found a text with broken letters, expected whole ones"
            : text.Length > Longest ? string.Create(CultureInfo.InvariantCulture, $"{at}: found {text.Length} characters, expected at most {Longest}")
            : string.IsNullOrWhiteSpace(text) ? $"{at}: found an empty text, expected one, or no such field"
            : text.Any(letter => char.IsControl(letter) && letter != '\n') ? $"{at}: found a control character, expected letters"
            : null;
    }

    /// <summary>A text of a fixed form.</summary>
    internal sealed record Form(string Expected, Func<string, bool> Fits) : MessageShape
    {
        internal override string? Problem(JsonElement found, string at) =>
            found.ValueKind == JsonValueKind.String && TextOf(found) is { } text && Fits(text) ? null : Wrong(found, at, Expected);
    }

    /// <summary>A number, which was read before.</summary>
    internal sealed record Number : MessageShape
    {
        internal override string? Problem(JsonElement found, string at) => found.ValueKind == JsonValueKind.Number ? null : Wrong(found, at, "a number");
    }

    /// <summary>True or false.</summary>
    internal sealed record Flag : MessageShape
    {
        internal override string? Problem(JsonElement found, string at) =>
            found.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : Wrong(found, at, "true or false");
    }

    /// <summary>A list with at least one and at most so many items.</summary>
    internal sealed record ListOf(MessageShape Item, int Most) : MessageShape
    {
        internal override string? Problem(JsonElement found, string at) =>
            found.ValueKind != JsonValueKind.Array ? Wrong(found, at, "a list")
            : found.GetArrayLength() is var count && (count < 1 || count > Most) ? string.Create(CultureInfo.InvariantCulture, $"{at}: found {count} items, expected 1 to {Most}")
            : found.EnumerateArray().Select((item, i) => Item.Problem(item, string.Create(CultureInfo.InvariantCulture, $"{at}[{i}]"))).FirstOrDefault(problem => problem is not null);
    }

    /// <summary>Fields by name; a name that ends in ? may be missing.</summary>
    internal sealed record Fields(params (string Name, MessageShape Shape)[] All) : MessageShape
    {
        internal override string? Problem(JsonElement found, string at)
        {
            if (found.ValueKind != JsonValueKind.Object) return Wrong(found, at, "fields");
            var names = found.EnumerateObject().Select(field => field.Name).ToList();
            return names.Any(name => All.All(one => Plain(one.Name) != name)) ? $"{at}: found a field that is not known, expected only {string.Join(", ", All.Select(one => Plain(one.Name)))}"
                : names.Distinct().Count() != names.Count ? $"{at}: found a field twice, expected each once"
                : All.Select(one => ProblemOf(one.Name, one.Shape, found, at)).FirstOrDefault(problem => problem is not null);
        }

        private static string? ProblemOf(string name, MessageShape shape, JsonElement found, string at) =>
            found.TryGetProperty(Plain(name), out var field) ? shape.Problem(field, at == Top ? Plain(name) : $"{at}.{Plain(name)}")
            : name.EndsWith('?') ? null
            : $"{at}: found no field {name}, expected it";

        private static string Plain(string name) => name.TrimEnd('?');
    }

    /// <summary>How the whole message is called in a sentence.</summary>
    internal const string Top = "message";

    internal static MessageShape Id { get; } = new Form("an id such as 00000000-0000-0000-0000-000000000000", text => Guid.TryParseExact(text, "D", out _));

    internal static MessageShape Time { get; } = new Form("a time such as 2031-06-14T09:30:00Z", text => MessageTime.Find(text) is not null);

    internal static MessageShape Language { get; } = new Form("a language of two small letters", text => text.Length == 2 && text.All(char.IsAsciiLetterLower));

    internal static MessageShape Organization { get; } = new Form("a short name of small letters, digits and hyphens, at most 60",
        text => text.Length is > 0 and <= 60 && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'));

    internal static MessageShape Word<T>()
        where T : struct, Enum =>
        new Form($"one of {string.Join(", ", Enum.GetValues<T>().Select(value => EnumWord.Of(value)))}", text => EnumWord.Find<T>(text) is not null);

    private static string? TextOf(JsonElement found)
    {
        try
        {
            return found.GetString() is { } text && !text.Contains('\ufffd', StringComparison.Ordinal) ? text : null;
        }
        catch (InvalidOperationException)
        {
            // The JSON library says so of half a surrogate pair.
            return null;
        }
    }

    private static string Wrong(JsonElement found, string at, string expected) => $"{at}: found {Name(found.ValueKind)}, expected {expected}";

    private static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "fields",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "another text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
