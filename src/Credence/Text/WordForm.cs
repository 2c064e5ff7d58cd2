namespace Credence.Text;

/// <summary>A word as patterns write it: whole, or a stem with any ending.</summary>
/// <param name="Letters">Lower-case letters or digits without accents.</param>
/// <param name="IsStem">True if any ending may follow.</param>
internal readonly record struct WordForm(string Letters, bool IsStem)
{
    public override string ToString() => IsStem ? Letters + '*' : Letters;
}
