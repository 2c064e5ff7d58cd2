using System.Globalization;
using Credence.Consents;

namespace Credence.Care.Web.Consents;

/// <summary>What the person reads before signing, in plain words of one language.</summary>
internal sealed record ConsentWords
{
    public required string Code { get; init; }

    public required string Title { get; init; }

    public required string Yours { get; init; }

    public required string Free { get; init; }

    public required string ToWhom { get; init; }

    public required string OnlyThere { get; init; }

    public required string What { get; init; }

    public required string NothingElse { get; init; }

    public required string WhatFor { get; init; }

    public required string Until { get; init; }

    public required string Risks { get; init; }

    /// <summary>What can go wrong, by whom is told; and what is good about it, last.</summary>
    public required IReadOnlyDictionary<Direction, IReadOnlyList<string>> RiskLines { get; init; }

    public required string TakeBack { get; init; }

    public required string HowToTakeBack { get; init; }

    public required string Read { get; init; }

    public required string ParentReads { get; init; }

    public required string GuardianReads { get; init; }

    public required string Sign { get; init; }

    public required string Decline { get; init; }

    public required string TickFirst { get; init; }

    public required string Signed { get; init; }

    public required string SignedSays { get; init; }

    public required string NotSigned { get; init; }

    public required string AllRight { get; init; }

    public required string GiveBack { get; init; }

    public required IReadOnlyDictionary<InformationKind, string> Kinds { get; init; }

    public required IReadOnlyDictionary<Purpose, string> Purposes { get; init; }

    private const string Court = "A court can ask for papers. Nobody can promise that it never will.";
    private const string CourtInSpanish = "Un tribunal puede pedir documentos. Nadie puede prometer que nunca lo haga.";

    public static readonly ConsentWords English = new()
    {
        Code = "en", Title = "Before you sign",
        Yours = "This page is for you. Take your time. Ask anything. You can have somebody with you whom you trust, and an interpreter who knows nobody here.",
        Free = "You do not have to sign. Help here does not depend on it, today or later, and nobody is angry if you say no.",
        ToWhom = "Who would be told", OnlyThere = "Only they. They may not pass it on without asking you.",
        What = "What they would be told", NothingElse = "Nothing else is told.", WhatFor = "What for", Until = "This ends by itself on",
        Risks = "What can go wrong, and what is good about it",
        RiskLines = new Dictionary<Direction, IReadOnlyList<string>>
        {
            [Direction.CareToPolice] =
            [
                "What police hear can be used in a case, and whoever is accused may read it.",
                "Police have to keep it. They cannot forget it when you ask.", Court,
                "The good: police know what you want them to know, and you do not have to tell it again.",
            ],
            [Direction.CareToCare] =
            [
                "People there will know that you get help here and what you need.",
                "If somebody else sees your phone or your mail, they may see that somebody helps you. Say how it is safe to reach you.", Court,
                "The good: you do not have to tell everything again, and they can begin at once.",
            ],
            [Direction.CareToOther] =
            [
                "They may have to keep what they are told, and the rules there can be other rules than here.", Court,
                "The good: you do not have to tell everything again.",
            ],
        },
        TakeBack = "You can take it back", HowToTakeBack = "At any time, without a reason: tell anybody here, or do it yourself on your own page. From then on nothing is told. What they have read they cannot unread; you can ask them to erase it.",
        Read = "I have read it, or it was read to me in a language that I understand.", ParentReads = "I am a parent or guardian, I have read it, and I sign too.",
        GuardianReads = "I am the guardian whom a court appointed. I asked the person, I have read it, and I sign.",
        Sign = "I sign", Decline = "I do not sign", TickFirst = "Tick first that you have read it, or do not sign.",
        Signed = "You have signed", SignedSays = "They may be told what stood there, and nothing else. You can take it back at any time.",
        NotSigned = "Nothing is told", AllRight = "That is all right. Nothing is told, and nothing of this was kept. Help goes on as before.", GiveBack = "Give the device back",
        Kinds = new Dictionary<InformationKind, string>
        {
            [InformationKind.Identity] = "What you want to be called", [InformationKind.Contact] = "How to reach you safely", [InformationKind.Location] = "Where you are or sleep",
            [InformationKind.Age] = "Whether you are under 18", [InformationKind.Language] = "Your language", [InformationKind.Needs] = "What you need", [InformationKind.Safety] = "What to be careful of",
            [InformationKind.Health] = "Your health", [InformationKind.Immigration] = "Your immigration papers", [InformationKind.Statement] = "What you told us, or a part of it",
            [InformationKind.Wishes] = "What justice would be for you", [InformationKind.ReferralState] = "That you get help here, and how far it is", [InformationKind.Services] = "What we did for you",
            [InformationKind.Evidence] = "Papers, pictures and messages", [InformationKind.IncidentNumber] = "The number of the police report", [InformationKind.Feedback] = "How you were treated",
        },
        Purposes = new Dictionary<Purpose, string>
        {
            [Purpose.Referral] = "To find help for you", [Purpose.SafetyPlanning] = "To plan how you stay safe", [Purpose.Investigation] = "To look into what was done to you, and bring it to court",
            [Purpose.ImmigrationRelief] = "To ask that you may stay in the country", [Purpose.Compensation] = "To ask for money that is owed to you", [Purpose.RecordRelief] = "To clear your own record",
            [Purpose.LegalHelp] = "So that a lawyer can speak for you", [Purpose.Feedback] = "To say how you were treated",
        },
    };

    public static readonly ConsentWords Spanish = new()
    {
        Code = "es", Title = "Antes de firmar",
        Yours = "Esta página es para usted. Tómese su tiempo. Pregunte lo que quiera. Puede estar con usted alguien de su confianza, y un intérprete que no conozca a nadie aquí.",
        Free = "No tiene que firmar. La ayuda aquí no depende de esto, ni hoy ni después, y nadie se enoja si dice que no.",
        ToWhom = "A quién se le diría", OnlyThere = "Solo a ellos. No pueden contarlo a otros sin preguntarle a usted.",
        What = "Qué se les diría", NothingElse = "No se dice nada más.", WhatFor = "Para qué", Until = "Este permiso termina por sí solo el",
        Risks = "Qué puede salir mal, y qué tiene de bueno",
        RiskLines = new Dictionary<Direction, IReadOnlyList<string>>
        {
            [Direction.CareToPolice] =
            [
                "Lo que oye la policía puede usarse en un caso, y la persona acusada puede leerlo.",
                "La policía tiene que guardarlo. No puede olvidarlo cuando usted lo pide.", CourtInSpanish,
                "Lo bueno: la policía sabe lo que usted quiere que sepa, y no tiene que contarlo otra vez.",
            ],
            [Direction.CareToCare] =
            [
                "Allí sabrán que usted recibe ayuda aquí y qué necesita.",
                "Si otra persona ve su teléfono o su correo, puede ver que alguien le ayuda. Diga cómo es seguro comunicarse con usted.", CourtInSpanish,
                "Lo bueno: no tiene que contar todo otra vez, y pueden empezar enseguida.",
            ],
            [Direction.CareToOther] =
            [
                "Puede que tengan que guardar lo que se les dice, y allí las reglas pueden ser otras.", CourtInSpanish,
                "Lo bueno: no tiene que contar todo otra vez.",
            ],
        },
        TakeBack = "Puede retirarlo", HowToTakeBack = "En cualquier momento, sin dar razones: dígalo a cualquiera aquí, o hágalo en su propia página. Desde entonces no se dice nada. Lo que ya leyeron, ya lo saben; puede pedirles que lo borren.",
        Read = "Lo leí, o me lo leyeron en un idioma que entiendo.", ParentReads = "Soy madre, padre o tutor, lo leí y firmo también.",
        GuardianReads = "Soy el tutor que nombró un tribunal. Pregunté a la persona, lo leí y firmo.",
        Sign = "Firmo", Decline = "No firmo", TickFirst = "Marque primero que lo leyó, o no firme.",
        Signed = "Usted firmó", SignedSays = "Se les puede decir lo que estaba escrito, y nada más. Puede retirarlo en cualquier momento.",
        NotSigned = "No se dice nada", AllRight = "Está bien. No se dice nada y no se guardó nada de esto. La ayuda sigue como antes.", GiveBack = "Devuelva el aparato",
        Kinds = new Dictionary<InformationKind, string>
        {
            [InformationKind.Identity] = "Cómo quiere que le llamen", [InformationKind.Contact] = "Cómo comunicarse con usted sin peligro", [InformationKind.Location] = "Dónde está o duerme",
            [InformationKind.Age] = "Si tiene menos de 18 años", [InformationKind.Language] = "Su idioma", [InformationKind.Needs] = "Qué necesita", [InformationKind.Safety] = "De qué cuidarse",
            [InformationKind.Health] = "Su salud", [InformationKind.Immigration] = "Sus papeles de inmigración", [InformationKind.Statement] = "Lo que nos contó, o una parte",
            [InformationKind.Wishes] = "Qué sería justicia para usted", [InformationKind.ReferralState] = "Que recibe ayuda aquí y cómo va", [InformationKind.Services] = "Qué hicimos por usted",
            [InformationKind.Evidence] = "Papeles, fotos y mensajes", [InformationKind.IncidentNumber] = "El número del informe de la policía", [InformationKind.Feedback] = "Cómo le trataron",
        },
        Purposes = new Dictionary<Purpose, string>
        {
            [Purpose.Referral] = "Para buscarle ayuda", [Purpose.SafetyPlanning] = "Para planear su seguridad", [Purpose.Investigation] = "Para investigar lo que le hicieron y llevarlo ante un tribunal",
            [Purpose.ImmigrationRelief] = "Para pedir que pueda quedarse en el país", [Purpose.Compensation] = "Para pedir dinero que le deben", [Purpose.RecordRelief] = "Para limpiar sus propios antecedentes",
            [Purpose.LegalHelp] = "Para que un abogado hable por usted", [Purpose.Feedback] = "Para decir cómo le trataron",
        },
    };

    /// <summary>The words of a language; English where there are none, which somebody then interprets.</summary>
    public static ConsentWords In(string language) => language == "es" ? Spanish : English;

    /// <summary>A day as one says it.</summary>
    public string Day(DateOnly day) => Code == "es"
        ? string.Create(CultureInfo.InvariantCulture, $"{day.Day} de {SpanishMonths[day.Month - 1]} de {day.Year}")
        : day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static readonly string[] SpanishMonths =
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];
}
