using System.Text.Json;
using Credence.Classification;

namespace Credence.Cli.Classification;

/// <summary>What each kind of misclassification is called, for people and in files.</summary>
internal static class MissedWords
{
    /// <summary>Kinds of which it is part that no code of the incident says trafficking.</summary>
    public static readonly IReadOnlyList<string> KindsOfMissed =
        [Id(CodeDoubt.ReadsLikeTrafficking), Id(CodeDoubt.MayBeTrafficking), Id(CodeDoubt.SoldWithoutVictim)];

    public static string Id(CodeDoubt kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    /// <summary>The title where the sources have no column of offenses: nothing is recorded as something else.</summary>
    public static string TitleWithoutCodes(CodeDoubt kind) => kind switch
    {
        CodeDoubt.ReadsLikeTrafficking => "No code in the source; the evidence supports every element of 64A or 64B",
        CodeDoubt.MayBeTrafficking => "No code in the source; the words suggest it, an element is missing",
        _ => Title(kind),
    };

    public static string Title(CodeDoubt kind) => kind switch
    {
        CodeDoubt.MinorArrested => "Under 18 and recorded as arrested for selling sex (40A)",
        CodeDoubt.ReadsLikeTrafficking => "Recorded as something else; the evidence supports every element of 64A or 64B",
        CodeDoubt.MayBeTrafficking => "Recorded as something else; the words suggest it, an element is missing",
        CodeDoubt.SoldWithoutVictim => "Recorded as selling sex (40A) with nobody as victim",
        CodeDoubt.CodeWithoutSupport => "Recorded as trafficking; nothing in the words speaks of means, servitude or a person under 18",
        _ => "Recorded as one kind of trafficking; the words support the other",
    };
}
