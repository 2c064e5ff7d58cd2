namespace Credence.Referrals;

/// <summary>
/// What a person may need. The list is closed, because both sides of the wall have to read a word alike; the categories in
/// which NIEM counts services are in <see cref="NeedCategory"/>.
/// </summary>
public enum Need
{
    /// <summary>Not to be hurt or found.</summary>
    Safety,

    /// <summary>A doctor, a dentist, medicine.</summary>
    Medical,

    /// <summary>Somebody to talk to, therapy.</summary>
    MentalHealth,

    /// <summary>Help with drugs or alcohol.</summary>
    SubstanceUse,

    /// <summary>A bed tonight.</summary>
    Shelter,

    /// <summary>A place to live.</summary>
    Housing,

    /// <summary>Food and water.</summary>
    Food,

    /// <summary>Clothing and what one needs to wash.</summary>
    Clothing,

    /// <summary>Somebody who interprets.</summary>
    Interpreter,

    /// <summary>A lawyer of one's own.</summary>
    Legal,

    /// <summary>Help with immigration.</summary>
    Immigration,

    /// <summary>Care for one's children.</summary>
    ChildCare,

    /// <summary>To get somewhere.</summary>
    Transport,

    /// <summary>A passport, an identity card.</summary>
    Documents,

    /// <summary>A telephone, and a way to call home.</summary>
    Communication,

    /// <summary>Money, wages that are owed, benefits.</summary>
    Money,

    /// <summary>Work or training.</summary>
    Work,

    /// <summary>School.</summary>
    Education,

    /// <summary>An advocate at one's side.</summary>
    Advocacy,
}

/// <summary>How soon.</summary>
public enum Urgency
{
    /// <summary>Now, before anything else.</summary>
    Now,

    /// <summary>Within days.</summary>
    Soon,

    /// <summary>When there is time.</summary>
    Later,
}

/// <summary>A need and how soon.</summary>
/// <param name="Need">What.</param>
/// <param name="Urgency">How soon.</param>
public sealed record NeededHelp(Need Need, Urgency Urgency);

/// <summary>NIEM's categories of services (NIEM 6.0, hs:ServiceCategoryCodeSimpleType).</summary>
public static class NeedCategory
{
    /// <summary>The category under which NIEM counts a service for this need.</summary>
    public static string Niem(Need need) => need switch
    {
        Need.Safety => "Safety Planning",
        Need.Medical => "Medical and Dental Services",
        Need.MentalHealth or Need.SubstanceUse => "Mental Health Services",
        Need.Shelter or Need.Housing => "Housing Services",
        Need.Food or Need.Clothing or Need.Communication or Need.Money => "Basic Necessities",
        Need.Interpreter => "Language Services",
        Need.Legal or Need.Immigration => "Legal Services",
        Need.Work => "Employment Services",
        Need.Education => "Educational Services",
        Need.Advocacy => "Case Management Services",
        _ => "Other Services",
    };
}
