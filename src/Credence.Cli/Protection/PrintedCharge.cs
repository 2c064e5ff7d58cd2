using Credence.Incidents;
using Credence.Packs;
using Credence.Protection;

namespace Credence.Cli.Protection;

/// <summary>
/// Offenses of a record as a review or a packet prints them: codes, and words that the tables know. Somebody's name or story
/// may stand in the cell by mistake; it is read for what it says of an offense, and not printed.
/// </summary>
internal sealed class PrintedCharge(PackLibrary library)
{
    private static readonly OffenseCode NotACode = new("a text that is not a code");

    private readonly OffenseLookup _offenses = OffenseLookup.From(library);

    public ArrestReview Of(ArrestReview review) =>
        review with { Charges = [.. review.Charges.Select(charge => charge with { Charge = Of(charge.Charge) })] };

    public Incident Of(Incident record) =>
        record.Offenses is { } recorded ? record with { Offenses = [.. recorded.Select(Of).Distinct()] } : record;

    private OffenseCode Of(OffenseCode recorded) =>
        PrintedOffense.Of(recorded, _offenses, redact: true) is { Value: not PrintedOffense.NoOffense } printed ? printed : NotACode;
}
