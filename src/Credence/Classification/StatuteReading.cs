using Credence.Screening;

namespace Credence.Classification;

/// <summary>What the evidence says of a statute, element by element. Never that it was broken.</summary>
public sealed record StatuteReading
{
    /// <summary>The statute.</summary>
    public required Statute Statute { get; init; }

    /// <summary>Its elements.</summary>
    public required ElementReading Element { get; init; }

    /// <summary>Whether all of it is supported. Where counsel has to say something, unknown is the most it reaches.</summary>
    public Support Support => Element.Support;

    /// <summary>Whether everything that a report can show is supported.</summary>
    public Support InReport => Element.InReport ?? Support.Unknown;

    /// <summary>What is missing, and can be asked or looked for.</summary>
    public IReadOnlyList<ElementReading> Missing => [.. Element.Missing().Where(gap => !gap.Element.ForCounsel)];

    /// <summary>What only counsel can say.</summary>
    public IReadOnlyList<ElementReading> ForCounsel => [.. Element.Missing().Where(gap => gap.Element.ForCounsel)];

    /// <summary>One gentle question for each gap, each question once.</summary>
    public IReadOnlyList<string> Questions => [.. Missing.Select(gap => gap.Element.Ask).OfType<string>().Distinct()];

    /// <summary>What its pack says to do where a gap is only hinted at, each once: such as that a lawyer should look.</summary>
    public IReadOnlyList<string> HintNotes =>
        [.. Missing.SelectMany(gap => gap.WithParts()).Where(part => part.IsHinted).Select(part => part.Element.HintNote).OfType<string>().Distinct()];

    /// <summary>
    /// True if something supports its purpose, so that it is worth reading: commercial sex, work, or any fact of a statute
    /// about both.
    /// </summary>
    public bool IsTouched => Element.WithParts().Any(part => part.SupportedBy.Count > 0
        && (Statute.Type == ExploitationType.Both || part.Element.Facts.Contains(Fact.PurposeOf(Statute.Type))));

    /// <summary>True if something supports or raises a fact in it.</summary>
    internal bool SpeaksOfFact(string fact) => Speaks(part => part.Element.Facts.Contains(fact));

    /// <summary>True if something supports or raises any fact in it.</summary>
    internal bool SpeaksOfAnything => Speaks(_ => true);

    /// <summary>True if something supports or raises an element of that id, or a part of it.</summary>
    internal bool SpeaksOfElement(string id) => Speaks(part => part.Element.Id == id);

    private bool Speaks(Func<ElementReading, bool> about) => Element.WithParts().Where(about).SelectMany(part => part.WithParts())
        .Any(part => part.SupportedBy.Count + part.RaisedBy.Count > 0);
}
