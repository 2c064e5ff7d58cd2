using Credence.Directories;
using Credence.Packs;
using Credence.Text;

namespace Credence.Referrals;

/// <summary>By what a service is thought to meet a need.</summary>
public enum NeedBasis
{
    /// <summary>The directory sorts it so, by a term of a taxonomy.</summary>
    Term,

    /// <summary>A phrase stands in its name.</summary>
    Name,

    /// <summary>A phrase stands in its description.</summary>
    Description,
}

/// <summary>A need that a service meets, and by what.</summary>
/// <param name="Need">The need.</param>
/// <param name="Basis">By what.</param>
/// <param name="Words">The term, or the phrase.</param>
public sealed record MetNeed(Need Need, NeedBasis Basis, string Words);

/// <summary>
/// Says which needs a service meets: by the terms under which its directory sorts it; where no term says anything, by phrases in its name; and where its
/// name says nothing either, by phrases in its description.
/// </summary>
public sealed class ServiceNeeds
{
    private readonly Dictionary<string, IReadOnlyList<NeedCrosswalk>> _byTaxonomy;
    private readonly IReadOnlyList<NeedCrosswalk> _all;
    private readonly PhraseSet _phrases;
    private readonly Need[] _needOf;

    private ServiceNeeds(NeedPack pack)
    {
        _all = pack.Crosswalks;
        _byTaxonomy = pack.Crosswalks.GroupBy(one => Letters(one.Taxonomy)).ToDictionary(same => same.Key, same => (IReadOnlyList<NeedCrosswalk>)[.. same]);
        var phrases = pack.Needs.SelectMany(need => need.Phrases.Select(phrase => (need.Need, phrase))).ToList();
        _phrases = new PhraseSet(phrases.Select(one => one.phrase));
        _needOf = [.. phrases.Select(one => one.Need)];
        Stamp = pack.Stamp;
    }

    /// <summary>The packs it was made from.</summary>
    public string Stamp { get; }

    /// <summary>Made from the packs of a library.</summary>
    public static ServiceNeeds From(PackLibrary library) => new(NeedPack.From(library, []));

    /// <summary>The needs that a service meets, each once, by the strongest basis.</summary>
    public IReadOnlyList<MetNeed> Of(ListedService service)
    {
        var byTerm = service.Terms.SelectMany(term => NeedsOf(term).Select(need => new MetNeed(need, NeedBasis.Term, term.Name ?? term.Code!))).DistinctBy(met => met.Need).ToList();
        if (byTerm.Count > 0) return byTerm;
        var byName = ByPhrase(service.Name, NeedBasis.Name);
        return byName.Count > 0 || service.Description is null ? byName : ByPhrase(service.Description, NeedBasis.Description);
    }

    // A term of a taxonomy that no pack knows says nothing; one whose taxonomy is not named is looked for in all.
    private IEnumerable<Need> NeedsOf(ServiceTerm term)
    {
        var crosswalks = term.Taxonomy is null ? _all : _byTaxonomy.GetValueOrDefault(Letters(term.Taxonomy)) ?? (term.Taxonomy.Any(char.IsAsciiLetter) ? [] : _all);
        return crosswalks.SelectMany(one => Look(one, term.Code).Concat(Look(one, term.Name))).Distinct();
    }

    private static IEnumerable<Need> Look(NeedCrosswalk crosswalk, string? term) => term is not null && crosswalk.Terms.TryGetValue(term, out var needs) ? needs : [];

    private List<MetNeed> ByPhrase(string text, NeedBasis basis)
    {
        var met = new List<MetNeed>();
        foreach (var match in new PhraseReader(_phrases).Read(text))
        {
            var need = _needOf[match.Phrase];
            if (met.All(one => one.Need != need)) met.Add(new MetNeed(need, basis, _phrases.Phrases[match.Phrase]));
        }

        return met;
    }

    private static string Letters(string taxonomy) => string.Concat(taxonomy.Where(char.IsAsciiLetter)).ToLowerInvariant();
}
