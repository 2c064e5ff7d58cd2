using Credence.Incidents;

namespace Credence.Classification;

/// <summary>What the program proposes about the offense code. A person determines; none of these is a determination.</summary>
public abstract record OffenseProposal
{
    private OffenseProposal(string because) => Because = because;

    /// <summary>Why, in one sentence.</summary>
    public string Because { get; }

    /// <summary>The evidence supports every element of 64A, 64B or both.</summary>
    /// <param name="Codes">Those codes.</param>
    /// <param name="Because">Why.</param>
    public sealed record Trafficking(IReadOnlyList<OffenseCode> Codes, string Because) : OffenseProposal(Because);

    /// <summary>Something is unknown that decides it: ask, look, review. Unknown means or unknown age never make 40A.</summary>
    /// <param name="Codes">64A, 64B or both: what it may turn out to be.</param>
    /// <param name="Because">What is unknown.</param>
    public sealed record Review(IReadOnlyList<OffenseCode> Codes, string Because) : OffenseProposal(Because);

    /// <summary>Everything is known and it is none of both: the person who classifies chooses among other codes.</summary>
    /// <param name="Codes">The codes to choose from, by the part that each person had.</param>
    /// <param name="Because">What is known.</param>
    public sealed record Other(IReadOnlyList<OffenseCode> Codes, string Because) : OffenseProposal(Because);

    /// <summary>The evidence says nothing of trafficking, which does not mean that there is none.</summary>
    /// <param name="Because">Why.</param>
    public sealed record Nothing(string Because) : OffenseProposal(Because);
}

/// <summary>What the program proposes about victim status: that somebody is possibly a victim, or nothing. It cannot say more.</summary>
public abstract record VictimProposal
{
    private VictimProposal()
    {
    }

    /// <summary>Treat the person as a possible victim until a person has determined it.</summary>
    /// <param name="Definitions">Definitions of which the evidence supports every element; may be empty.</param>
    /// <param name="Because">Why, in one sentence.</param>
    public sealed record Possible(IReadOnlyList<Statute> Definitions, string Because) : VictimProposal;

    /// <summary>Nothing to propose. This is not the status "not a victim".</summary>
    public sealed record None : VictimProposal;
}
