using Credence.Incidents;
using Credence.Packs;

namespace Credence.Protection;

/// <summary>
/// Offenses as a review or a packet prints them: codes, and words that the tables or a policy know. Somebody's name or story may stand
/// in the cell by mistake; it is read for what it says of an offense, and not printed.
/// </summary>
public sealed class PrintedCharge(PackLibrary library)
{
    private static readonly OffenseCode NotACode = new("a text that is not a code");

    private readonly OffenseLookup _offenses = OffenseLookup.From(library);

    private readonly HashSet<string> _examples =
        [.. PolicyPack.From(library, []).SelectMany(KnownCharge.RulesOf).SelectMany(rule => rule.Examples).Concat([NotACode.Value])];

    /// <summary>A review whose charges may be printed.</summary>
    public ArrestReview Of(ArrestReview review) =>
        review with { Charges = [.. review.Charges.Select(charge => charge with { Charge = Of(charge.Charge) })] };

    /// <summary>An incident whose offenses may be printed; its narrative stays.</summary>
    public Incident Of(Incident record) =>
        record.Offenses is { } recorded ? record with { Offenses = [.. recorded.Select(Of).Distinct()] } : record;

    /// <summary>One offense as it may be printed.</summary>
    public OffenseCode Of(OffenseCode recorded) =>
        _examples.Contains(recorded.Value) ? recorded
        : PrintedOffense.Of(recorded, _offenses, redact: true) is { Value: not PrintedOffense.NoOffense } printed ? printed : NotACode;
}
