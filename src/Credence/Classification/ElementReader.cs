using Credence.Screening;

namespace Credence.Classification;

/// <summary>Reads the elements of one statute in the light of some items of evidence.</summary>
internal sealed class ElementReader(IReadOnlyList<EvidenceItem> items, ExploitationType type)
{
    internal ElementReading Read(StatuteElement element)
    {
        var parts = element.Parts.Select(Read).ToList();
        var own = items.Where(item => element.Facts.Contains(item.Fact)).ToList();
        var hints = items.Where(item => element.Hints.Contains(item.Fact) && item.Standing != Standing.Against);
        var supports = own.FindAll(item => item.Standing == Standing.Supports && Fits(item));
        var against = own.FindAll(item => item.Standing == Standing.Against);
        return new ElementReading
        {
            Element = element,
            Support = Join(element, supports, against, parts.Select(part => part.Support)),
            InReport = element.ForCounsel ? null : Join(element, supports, against, parts.Select(part => part.InReport).OfType<Support>()),
            SupportedBy = supports,
            Against = against,
            RaisedBy = [.. own.Except(supports).Except(against).Concat(hints).DistinctBy(item => (item.Reference, item.Says))],
            Parts = parts,
        };
    }

    /// <summary>A boss's threat is no means of a sex trafficking, nor the other way round; what names no kind fits both.</summary>
    private bool Fits(EvidenceItem item) =>
        item.Type == type || item.Type == ExploitationType.Both || type == ExploitationType.Both;

    private static Support Join(StatuteElement element, List<EvidenceItem> supports, List<EvidenceItem> against, IEnumerable<Support> parts) =>
        element.Joining switch
        {
            Joining.All => SupportLogic.All(parts),

            // Evidence may attach to the alternative itself: by force or fraud, one cannot say which. What speaks against it
            // as a whole decides nothing: every alternative has to be ruled out.
            Joining.Any => supports.Count > 0 ? Support.Supported : SupportLogic.Any(parts),
            _ when supports.Count > 0 => Support.Supported,

            // Several facts may show a leaf; a "no" to one of them leaves the others unknown.
            _ => element.Facts.All(fact => against.Exists(item => item.Fact == fact)) ? Support.NotSupported : Support.Unknown,
        };
}
