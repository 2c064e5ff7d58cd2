using System.Text.Json;
using Credence.Screening;

namespace Credence.Cli.Screening;

/// <summary>How the words of a result are spelled in files: the contract of docs/screened.schema.json.</summary>
internal static class Spelling
{
    private static readonly string[] Levels = Enum.GetNames<Level>();
    private static readonly string[] Types = Spell<ExploitationType>(JsonNamingPolicy.CamelCase);
    private static readonly string[] Minors = Spell<MinorStatus>(JsonNamingPolicy.CamelCase);
    private static readonly string[] Assertions = Spell<Assertion>(JsonNamingPolicy.CamelCase);
    private static readonly string[] Dimensions = Spell<Dimension>(JsonNamingPolicy.KebabCaseLower);
    private static readonly string[] Strengths = Spell<Strength>(JsonNamingPolicy.CamelCase);

    public static int LevelCount => Levels.Length;

    public static int AssertionCount => Assertions.Length;

    public static string Of(Level level) => Levels[(int)level];

    /// <summary>A level for a person to read: <c>Strong indication</c>.</summary>
    public static string Words(Level level) =>
        string.Concat(Of(level).Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));

    public static string Of(ExploitationType type) => Types[(int)type];

    public static string Of(MinorStatus minor) => Minors[(int)minor];

    public static string Of(Assertion assertion) => Assertions[(int)assertion];

    public static string Of(Dimension dimension) => Dimensions[(int)dimension];

    public static string Of(Strength strength) => Strengths[(int)strength];

    private static string[] Spell<T>(JsonNamingPolicy policy) where T : struct, Enum =>
        [.. Enum.GetNames<T>().Select(policy.ConvertName)];
}
