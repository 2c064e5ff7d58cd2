using Credence.Incidents;
using Credence.Packs;
using Credence.Screening;

namespace Credence.Protection;

/// <summary>The offenses of one rule of a policy: codes, words beside the tables, and words where the tables leave it open.</summary>
internal sealed class PolicyOffenses(CoveredOffense rule, OffenseLookup offenses)
{
    private readonly OffenseSet _named = new(rule.Offenses, offenses);
    private readonly List<OffensePhrase> _inWords = [.. rule.InWords.Select(words => new OffensePhrase(words))];

    public CoveredOffense Rule => rule;

    // "Driving under the influence of drugs" is known to the tables as another offense, and then "drugs" says nothing;
    // "theft" is known as many, some of them the rule's, and then its words decide.
    public bool Holds(OffenseReading read) =>
        _named.HoldsAny([read]) || ((!read.IsKnown || MayBe(read)) && _inWords.Exists(phrase => phrase.StandsIn(read.Normalized)));

    private bool MayBe(OffenseReading read) =>
        read.Code is null && read.Entries.Any(entry => entry.OtherCodes.Any(code => rule.Offenses.Contains(code.Value)));
}

/// <summary>Whether anything knows what a charge is: the tables of offenses, or a policy.</summary>
public static class KnownCharge
{
    /// <summary>True if it is a NIBRS code, words of the tables of offenses, or words of a policy of the library.</summary>
    public static bool Is(OffenseCode charge, PackLibrary library)
    {
        var offenses = OffenseLookup.From(library);
        var read = offenses.Read(charge);
        return read.IsKnown || PolicyPack.From(library, []).SelectMany(RulesOf).Any(rule => new PolicyOffenses(rule, offenses).Holds(read));
    }

    internal static IEnumerable<CoveredOffense> RulesOf(Policy policy) =>
        [.. policy.Covered, .. policy.NotCovered, .. policy.Immunity is { } immunity ? [immunity.Rule] : Array.Empty<CoveredOffense>()];
}
