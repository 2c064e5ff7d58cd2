using Credence.Classification;
using Credence.Packs;

namespace Credence.Cli.Packs;

/// <summary>Shows a fact with what tells of it, as its pack states it.</summary>
internal static class FactPages
{
    public static PackPage Of(Pack pack, Fact fact) => new(
        $"{pack.Id}/{fact.Id}",
        [
            ("says", $"The evidence says that {fact.Title}."),
            .. PackPage.Optional("asks", fact.Ask),
            ("cites", PackPage.Of(fact.Citation)),
            .. Signs("supported by", fact.Signs),
            .. Signs("beside", fact.SignsBeside),
            .. Signs("raised by", fact.RaisedBy),
            .. Signs("recorded as", fact.Offenses),
            ("pack", pack.Stamp),
        ],
        fact);

    private static IEnumerable<(string Key, string Text)> Signs(string key, IReadOnlyList<string> signs) =>
        signs.Count == 0 ? [] : [(key, string.Join(", ", signs))];
}
