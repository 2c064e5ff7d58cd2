using Credence.Packs;

namespace Credence.Consents;

/// <summary>What a person comes for; laws let minors decide alone for some of it.</summary>
public enum ServiceKind
{
    /// <summary>Being accompanied, advised and supported.</summary>
    Advocacy,

    /// <summary>A bed.</summary>
    Shelter,

    /// <summary>A doctor or a dentist.</summary>
    Medical,

    /// <summary>Care and evidence after a sexual assault.</summary>
    SexualAssaultCare,

    /// <summary>Care after violence by a partner.</summary>
    PartnerViolenceCare,

    /// <summary>Pregnancy, its prevention and its end.</summary>
    ReproductiveCare,

    /// <summary>Counseling and therapy.</summary>
    MentalHealth,

    /// <summary>Treatment for drugs or alcohol.</summary>
    SubstanceUse,

    /// <summary>A lawyer.</summary>
    Legal,

    /// <summary>School, work and training.</summary>
    Education,
}

/// <summary>Something that a law asks beside the age, with the question to ask.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What must be so.</param>
/// <param name="Ask">The question, in plain words.</param>
public sealed record LawCondition(string Id, string Title, string Ask);

/// <summary>A law that lets a minor receive a service alone, and so consent to a release alone.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What it says, in our words.</param>
/// <param name="Services">For what.</param>
/// <param name="FromAge">From which age; 0 for any.</param>
/// <param name="Conditions">What else must be so.</param>
/// <param name="Citation">Where it is written.</param>
public sealed record MinorRule(
    string Id, string Title, IReadOnlyList<ServiceKind> Services, int FromAge, IReadOnlyList<LawCondition> Conditions, Citation Citation)
{
    /// <summary>What it says in other languages, by ISO 639-1 code.</summary>
    public IReadOnlyDictionary<string, string> Translations { get; init; } = new Dictionary<string, string>();

    /// <summary>What it says in this language; in English where the pack has no other.</summary>
    public string TitleIn(string language) => Translations.GetValueOrDefault(language, Title);
}

/// <summary>An emergency in which a law lets somebody tell without consent, and the least that is told.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">When.</param>
/// <param name="Minimum">What may be told.</param>
/// <param name="Citation">Where it is written.</param>
public sealed record Emergency(string Id, string Title, IReadOnlySet<InformationKind> Minimum, Citation Citation);

/// <summary>Who may consent to a release in one jurisdiction, and in which emergencies none is needed.</summary>
public sealed record ConsentLaw
{
    /// <summary>Where: us, us-ma.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>The age at which somebody is no minor.</summary>
    public required int AgeOfMajority { get; init; }

    /// <summary>Where it is written that the minor and a parent sign.</summary>
    public required Citation Citation { get; init; }

    /// <summary>Laws by which a minor decides alone.</summary>
    public required IReadOnlyList<MinorRule> Minors { get; init; }

    /// <summary>Emergencies; empty where the law knows none.</summary>
    public required IReadOnlyList<Emergency> Emergencies { get; init; }

    /// <summary>The pack.</summary>
    public required Pack Pack { get; init; }

    /// <summary>Who signs a release for this person and service.</summary>
    public SigningAnswer WhoSigns(SigningFacts facts) => SigningRule.Answer(this, facts);
}
