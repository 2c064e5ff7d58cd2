using Credence.Incidents;

namespace Credence.Screening;

/// <summary>Offenses a condition names: NIBRS codes, and words that stand in the offense column.</summary>
internal sealed class OffenseSet
{
    private readonly HashSet<OffenseCode> _codes = [];
    private readonly List<OffensePhrase> _phrases = [];

    public OffenseSet(IEnumerable<string> named, OffenseLookup lookup)
    {
        foreach (var name in named)
        {
            var code = new OffenseCode(name.ToUpperInvariant());
            if (lookup.Find(code) is null)
            {
                _phrases.Add(new OffensePhrase(name));
            }
            else
            {
                _codes.Add(code);
            }
        }
    }

    /// <summary>True if one of the offenses is in the set.</summary>
    public bool HoldsAny(OffenseReading[] readings)
    {
        foreach (var reading in readings)
        {
            if (Holds(reading))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True if all of the offenses are in the set.</summary>
    public bool HoldsAll(OffenseReading[] readings) => Array.TrueForAll(readings, Holds);

    /// <summary>True if the code of one of the offenses is in the set, whatever its words say.</summary>
    public bool HoldsAnyCode(OffenseReading[] readings) =>
        Array.Exists(readings, reading => reading.Code is { } code && _codes.Contains(code));

    private bool Holds(OffenseReading reading) => reading.Means(_codes) || _phrases.Exists(phrase => phrase.StandsIn(reading.Normalized));
}
