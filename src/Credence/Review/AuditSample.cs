using Credence.Incidents;
using Credence.Statistics;

namespace Credence.Review;

/// <summary>A random sample of what nobody has read, drawn when reading stops, to estimate what was missed.</summary>
/// <param name="Strata">The groups it was drawn from.</param>
public sealed record AuditSample(IReadOnlyList<AuditStratum> Strata)
{
    private const double UpperShare = 0.2;

    /// <summary>Incidents drawn.</summary>
    public int Drawn => Strata.Sum(stratum => stratum.Drawn.Count);

    /// <summary>
    /// Draws from two groups of the unread: the fifth that is ranked highest, where most of what was missed should be, and the
    /// rest. Half of the sample comes from each, or all of a group that has no more.
    /// </summary>
    public static AuditSample Draw(IReadOnlyList<IncidentNumber> ranked, int size, ulong seed)
    {
        var upper = (int)Math.Ceiling(ranked.Count * UpperShare);
        var fromUpper = Math.Clamp(size / 2, Math.Max(0, size - (ranked.Count - upper)), upper);
        var chance = new Pcg32(seed, 20);
        AuditStratum[] strata =
        [
            new("ranked in the upper fifth", upper, Some(ranked.Take(upper), fromUpper, chance)),
            new("ranked below", ranked.Count - upper, Some(ranked.Skip(upper), Math.Min(size - fromUpper, ranked.Count - upper), chance)),
        ];
        return new AuditSample([.. strata.Where(stratum => stratum.Size > 0)]);
    }

    /// <summary>How many units show that at most so many of the unread are relevant, if none of them is; the smallest such sample.</summary>
    public static int SizeToShowAtMost(int missed, int unread, double confidence = 0.95)
    {
        for (var size = 1; size <= unread; size++)
        {
            if (new Hypergeometric(unread, Math.Min(unread, missed + 1), size).AtMost(0) <= 1 - confidence) { return size; }
        }

        return unread;
    }

    // Fisher and Yates' shuffle of as many as are needed.
    private static IncidentNumber[] Some(IEnumerable<IncidentNumber> from, int size, Pcg32 chance)
    {
        IncidentNumber[] all = [.. from];
        for (var i = 0; i < size; i++)
        {
            var other = i + chance.Below(all.Length - i);
            (all[i], all[other]) = (all[other], all[i]);
        }

        return all[..size];
    }
}

/// <summary>One group of an audit sample.</summary>
/// <param name="Group">What the group is.</param>
/// <param name="Size">Incidents in it.</param>
/// <param name="Drawn">Those drawn, in the order of drawing.</param>
public sealed record AuditStratum(string Group, int Size, IReadOnlyList<IncidentNumber> Drawn);
