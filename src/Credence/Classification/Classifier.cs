using Credence.Incidents;
using Credence.Packs;

namespace Credence.Classification;

/// <summary>
/// Holds evidence of any kind against the elements of statutes and says of each whether it is supported, what by, and what
/// is missing. It decides nothing: it proposes, and a person determines. Immutable; one serves many threads.
/// </summary>
public sealed class Classifier
{
    private readonly FactTable _facts;

    private Classifier(IReadOnlyList<Fact> facts, IReadOnlyList<Statute> statutes, OffenseLookup offenses, IReadOnlyList<string> packs)
    {
        (Facts, Statutes, Packs) = (facts, statutes, packs);
        _facts = new FactTable(facts, offenses);
    }

    /// <summary>The facts it knows.</summary>
    public IReadOnlyList<Fact> Facts { get; }

    /// <summary>The statutes it reads.</summary>
    public IReadOnlyList<Statute> Statutes { get; }

    /// <summary>The packs it was made from, as id@version.</summary>
    public IReadOnlyList<string> Packs { get; }

    /// <summary>A classifier with the facts and statutes of a library; items with problems are left out.</summary>
    /// <param name="library">The packs.</param>
    /// <param name="laws">The laws to read (us, un, nibrs, ma, uniform), or null for all. The FBI's codes are always read.</param>
    public static Classifier From(PackLibrary library, IReadOnlyCollection<string>? laws = null)
    {
        var facts = FactPack.From(library, []).Facts;
        var statutes = StatutePack.From(library, facts, []);
        var packs = library.OfKind(FactPack.Kind).Concat(library.OfKind(StatutePack.Kind)).Select(pack => pack.Stamp);
        return new Classifier(
            facts,
            [.. statutes.Where(statute => statute.Use == StatuteUse.Code || laws?.Contains(statute.Law) != false)],
            OffenseLookup.From(library),
            [.. packs]);
    }

    /// <summary>Reads the evidence against every statute.</summary>
    public ClassificationResult Classify(CaseEvidence evidence)
    {
        var items = _facts.Read(evidence);
        var readings = Statutes.Select(statute => new StatuteReading
        {
            Statute = statute,
            Element = new ElementReader(items, statute.Type).Read(statute.Element),
        }).ToList();
        return new ClassificationResult
        {
            Statutes = readings,
            Offense = Proposer.Offense(readings),
            Victim = Proposer.Victim(readings, evidence),
            Evidence = items,
            Packs = Packs,
        };
    }
}
