namespace Credence.Cli.Protection;

/// <summary>What the printed policy says besides its pack, in the language of the pack.</summary>
internal sealed record PolicyWords
{
    public static readonly PolicyWords English = new()
    {
        Source = "Source",
        Brackets = "Numbers in brackets are the sources at the end.",
        Purpose = "What it is for",
        PossibleVictim = "Who is treated as a possible victim",
        If = "Somebody is treated as a possible victim if",
        Before = "Before any arrest, citation or warning",
        Covered = "What a possible victim is not arrested, cited or warned for",
        Under = "Under",
        NotCovered = "What this policy leaves to others",
        Reasons = "Reasons that are not accepted, and what to do instead",
        Exceptions = "Exceptions",
        Release = "If an arrest was already made: release",
        Vacatur = "If somebody was already charged or convicted",
        Measures = "What is counted",
        FillIn = "Filled in by the agency",
        Sources = "Sources",
        MadeFrom = "Made from the pack",
        Offenses = "Offenses",
        Recorded = "Recorded as",
        ScreenFirst = "Nobody is arrested for it before a screening.",
        UnknownAge = "Where the age is not known, nobody is taken to be an adult until it is. Instead:",
        Instead = "Instead:",
        Call = "Call",
        Approvers = "May be approved by",
        ClosedList = "The closed list of reasons:",
        ToBeVerified = "to be verified",
    };

    public static readonly PolicyWords Spanish = new()
    {
        Source = "Fuente",
        Brackets = "Los números entre corchetes son las fuentes del final. Los códigos del FBI (NIBRS) y las palabras de los registros están en inglés.",
        Purpose = "Para qué sirve",
        PossibleVictim = "A quién se trata como posible víctima",
        If = "Se trata a alguien como posible víctima si",
        Before = "Antes de cualquier arresto, citación o amonestación",
        Covered = "Por qué no se arresta, cita ni amonesta a una posible víctima",
        Under = "Menores de",
        NotCovered = "Lo que esta política deja a otros",
        Reasons = "Motivos que no se aceptan, y qué hacer en su lugar",
        Exceptions = "Excepciones",
        Release = "Si ya hubo un arresto: puesta en libertad",
        Vacatur = "Si ya hubo cargos o una condena",
        Measures = "Qué se cuenta",
        FillIn = "Lo completa la agencia",
        Sources = "Fuentes",
        MadeFrom = "Hecho con el paquete",
        Offenses = "Delitos",
        Recorded = "Registrado como",
        ScreenFirst = "A nadie se le arresta por ello antes de una evaluación.",
        UnknownAge = "Donde no se conoce la edad, no se toma a nadie por adulto hasta conocerla. En su lugar:",
        Instead = "En su lugar:",
        Call = "Llame a",
        Approvers = "Pueden aprobarlas",
        ClosedList = "La lista cerrada de motivos:",
        ToBeVerified = "por verificar",
    };

    public required string Source { get; init; }

    public required string Brackets { get; init; }

    public required string Purpose { get; init; }

    public required string PossibleVictim { get; init; }

    public required string If { get; init; }

    public required string Before { get; init; }

    public required string Covered { get; init; }

    public required string Under { get; init; }

    public required string NotCovered { get; init; }

    public required string Reasons { get; init; }

    public required string Exceptions { get; init; }

    public required string Release { get; init; }

    public required string Vacatur { get; init; }

    public required string Measures { get; init; }

    public required string FillIn { get; init; }

    public required string Sources { get; init; }

    public required string MadeFrom { get; init; }

    public required string Offenses { get; init; }

    public required string Recorded { get; init; }

    public required string ScreenFirst { get; init; }

    public required string UnknownAge { get; init; }

    public required string Instead { get; init; }

    public required string Call { get; init; }

    public required string Approvers { get; init; }

    public required string ClosedList { get; init; }

    public required string ToBeVerified { get; init; }

    /// <summary>The words of a language; English where there are no others.</summary>
    public static PolicyWords In(string language) => language == "es" ? Spanish : English;
}
