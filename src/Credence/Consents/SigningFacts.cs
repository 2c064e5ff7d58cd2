using Credence.Packs;

namespace Credence.Consents;

/// <summary>Whether a parent or guardian is there who may sign.</summary>
public enum ParentStanding
{
    /// <summary>Nobody asked.</summary>
    Unknown,

    /// <summary>One is there whom nobody suspects.</summary>
    Safe,

    /// <summary>All who are there are suspected of trafficking or abuse, of the child or of the other parent.</summary>
    Suspected,

    /// <summary>None is there, or none can be reached safely.</summary>
    None,
}

/// <summary>What is known of a person when somebody asks who may sign; null is not known, which is no "no".</summary>
public sealed record SigningFacts
{
    /// <summary>The age in years.</summary>
    public int? Age { get; init; }

    /// <summary>What the person comes for.</summary>
    public ServiceKind? Service { get; init; }

    /// <summary>Whether a court or the law made the minor independent.</summary>
    public bool? IsEmancipated { get; init; }

    /// <summary>True if a court appointed a guardian because the person cannot consent. Adults are taken to decide for themselves.</summary>
    public bool HasCourtGuardian { get; init; }

    /// <summary>True if that guardian is suspected of trafficking or abuse.</summary>
    public bool IsGuardianSuspected { get; init; }

    /// <summary>Whether a parent may sign.</summary>
    public ParentStanding Parent { get; init; }

    /// <summary>Conditions of laws that were asked, by id, with yes or no.</summary>
    public IReadOnlyDictionary<string, bool> Conditions { get; init; } = new Dictionary<string, bool>();

    /// <summary>Says nothing of the person.</summary>
    public override string ToString() => nameof(SigningFacts);
}

/// <summary>Who signs a release.</summary>
public abstract record SigningAnswer
{
    private SigningAnswer()
    {
    }

    /// <summary>Whether a consent is given by whom this names; nobody is named while there is something to ask.</summary>
    public bool Admits(Consent consent) => this switch
    {
        Person => consent.Giver == Giver.Person,
        MinorAlone alone => consent.Giver == Giver.MinorAlone && consent.MinorRule == alone.Stamp,
        MinorAndParent => consent.Giver == Giver.MinorAndParent,
        Guardian => consent.Giver == Giver.Guardian,
        _ => false,
    };

    /// <summary>The person, alone.</summary>
    public sealed record Person : SigningAnswer;

    /// <summary>A minor, alone, by a rule.</summary>
    /// <param name="Rule">The rule.</param>
    /// <param name="Stamp">What the consent stores: pack, version and rule.</param>
    public sealed record MinorAlone(MinorRule Rule, string Stamp) : SigningAnswer;

    /// <summary>The minor, and one parent or guardian whom nobody suspects.</summary>
    /// <param name="Citation">Where it is written.</param>
    public sealed record MinorAndParent(Citation Citation) : SigningAnswer;

    /// <summary>The guardian whom a court appointed; the person is asked too.</summary>
    public sealed record Guardian : SigningAnswer;

    /// <summary>Nobody yet: ask these first.</summary>
    /// <param name="Questions">In plain words, in the order in which to ask.</param>
    public sealed record Ask(IReadOnlyList<string> Questions) : SigningAnswer;

    /// <summary>Nobody who is there: nothing is told, help goes on, and a court may have to appoint somebody.</summary>
    /// <param name="Because">One sentence.</param>
    public sealed record Nobody(string Because) : SigningAnswer;
}
