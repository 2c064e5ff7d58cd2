using Credence.Care.Persons;
using Credence.Consents;

namespace Credence.Care.Releases;

/// <summary>What another organization told by a consent: for this read only. The next one asks anew.</summary>
/// <param name="By">The consent.</param>
/// <param name="Until">When that consent ends, unless the person withdraws it before.</param>
/// <param name="Fields">The fields of the kinds that were asked; null where nothing is known.</param>
public sealed record Release(ConsentId By, DateTimeOffset Until, FaceSheet Fields)
{
    public override string ToString() => nameof(Release);
}

/// <summary>The answer to one who would release what a law compels.</summary>
public abstract record LegalAnswer
{
    private LegalAnswer()
    {
    }

    /// <summary>It may be told, this and no more; it is recorded.</summary>
    /// <param name="Id">Under which the record keeps why.</param>
    /// <param name="Why">The mandate, and whether the person was told.</param>
    /// <param name="Fields">What is told.</param>
    public sealed record Released(Guid Id, CompelledRelease Why, FaceSheet Fields) : LegalAnswer
    {
        public override string ToString() => nameof(Released);
    }

    /// <summary>Nothing is told: counsel first, or the demand compels nothing.</summary>
    public sealed record NotReleased(CompelledAnswer Because) : LegalAnswer;

    /// <summary>There is no such person for the one who asks.</summary>
    public sealed record NotFound : LegalAnswer;
}
