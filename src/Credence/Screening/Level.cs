namespace Credence.Screening;

/// <summary>What the words of a narrative suggest. Never a verdict: a person decides.</summary>
public enum Level
{
    /// <summary>Nothing could be read: no narrative, or a language the packs do not cover.</summary>
    NotScreened,

    /// <summary>Neither facts of exploitation nor a person who should be screened.</summary>
    NoneFound,

    /// <summary>No facts of exploitation, but a person in it should be screened.</summary>
    PossibleIndication,

    /// <summary>The facts written suggest that somebody exploits or controls a person, or a child is in commercial sex.</summary>
    StrongIndication,
}
