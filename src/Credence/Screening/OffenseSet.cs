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

    public bool Holds(OffenseReading reading) => reading.Means(_codes) || _phrases.Exists(phrase => phrase.StandsIn(reading.Normalized));

    public bool HoldsCode(OffenseReading reading) => reading.Code is { } code && _codes.Contains(code);
}
