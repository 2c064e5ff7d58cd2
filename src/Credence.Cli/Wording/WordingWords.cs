using Credence.Wording;

namespace Credence.Cli.Wording;

/// <summary>Kinds of words as outputs call them.</summary>
internal static class WordingWords
{
    public static string Of(WordingKind kind) => kind switch
    {
        WordingKind.Label => "label",
        WordingKind.Disbelief => "disbelief",
        WordingKind.ImpliedConsent => "implied consent",
        WordingKind.Minimizing => "minimizing",
        _ => "blame",
    };

    public static string Of(WordingKind? kind) => kind is { } one ? Of(one) : "any";

    public static string Of(WordingUnit unit) => (unit.Agency, unit.IdentifiedBy) switch
    {
        (null, null) => "all reports (no column says which unit)",
        (null, { } by) => by,
        ({ } agency, null) => agency,
        ({ } agency, { } by) => $"{agency}, {by}",
    };
}
