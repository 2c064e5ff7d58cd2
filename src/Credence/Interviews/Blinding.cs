namespace Credence.Interviews;

/// <summary>Who may see whose codings: of a transcript that several code, nobody sees another's until all have said that they are done.</summary>
public sealed class Blinding
{
    private readonly ILookup<TranscriptId, Assignment> _assignments;

    /// <summary>By who codes what.</summary>
    public Blinding(IEnumerable<Assignment> assignments) => _assignments = assignments.ToLookup(one => one.Transcript);

    /// <summary>Who codes a transcript.</summary>
    public IEnumerable<Assignment> Of(TranscriptId transcript) => _assignments[transcript];

    /// <summary>True if somebody codes it and all who do have done so.</summary>
    public bool IsFinished(TranscriptId transcript) => _assignments[transcript].Any() && _assignments[transcript].All(one => one.IsDone);

    /// <summary>True if all who code it blind have done so: since then everybody could see their codings, also one who came later.</summary>
    public bool WasOpened(TranscriptId transcript) => Blind(transcript).Any() && Blind(transcript).All(one => one.IsDone);

    /// <summary>True if two or more code it, each without the others.</summary>
    public bool IsDouble(TranscriptId transcript) => Blind(transcript).Skip(1).Any();

    /// <summary>Whether a coder may see a coding: her or his own, or one of a transcript that all have done.</summary>
    public bool MaySee(CoderId coder, Coding coding) => coding.Coder == coder || IsFinished(coding.Transcript);

    /// <summary>What was coded blind: each coding that stood when its coder was done, of those that are and had seen no other's.</summary>
    public IEnumerable<Coding> Independent(IEnumerable<Coding> codings) => codings.Where(coding =>
        Blind(coding.Transcript).FirstOrDefault(one => one.Coder == coding.Coder)?.DoneAt is { } done && coding.StoodAt(done));

    private IEnumerable<Assignment> Blind(TranscriptId transcript) => _assignments[transcript].Where(one => !one.HasSeen);
}
