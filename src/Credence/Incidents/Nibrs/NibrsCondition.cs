namespace Credence.Incidents.Nibrs;

/// <summary>A condition of a rule, ready to be asked of a report.</summary>
/// <param name="Test">True if what must not be is there.</param>
/// <param name="Over">The group it is asked of, row by row, or null.</param>
/// <param name="Field">The field that "it" means, or null.</param>
/// <param name="IsCross">True if it looks beyond its own segment.</param>
/// <param name="IsOfReport">True if it is asked once of the whole report.</param>
internal sealed record NibrsCondition(NibrsTest Test, NibrsGroup? Over, NibrsField? Field, bool IsCross, bool IsOfReport);

/// <summary>Asks a question of a report.</summary>
internal delegate bool NibrsTest(NibrsFrame frame);

/// <summary>Takes a text out of a report.</summary>
internal delegate ReadOnlySpan<byte> NibrsText(NibrsFrame frame);

/// <summary>Takes a number out of a report; null if there is none.</summary>
internal delegate long? NibrsNumber(NibrsFrame frame);

/// <summary>What a condition is looking at: the report, and one segment and one row for each name in use.</summary>
internal sealed class NibrsFrame
{
    public const int MostSlots = 16;

    public NibrsReport Report { get; private set; } = null!;

    /// <summary>The day from which the agency reports, such as 20151001, or null if not known.</summary>
    public long? AgencyStart { get; private set; }

    public NibrsSegment[] Segments { get; } = new NibrsSegment[MostSlots];

    public int[] Rows { get; } = new int[MostSlots];

    public void Begin(NibrsReport report, long? agencyStart) => (Report, AgencyStart) = (report, agencyStart);
}
