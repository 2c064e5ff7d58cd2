using Credence.Web;
using System.Globalization;
using Credence.Consents;
using Credence.Referrals;

namespace Credence.Police.Web.Handovers;

/// <summary>What the person reads before signing, in plain words of one language.</summary>
internal sealed record SigningWords
{
    public required string Code { get; init; }

    public required string Title { get; init; }

    public required string Yours { get; init; }

    public required string Free { get; init; }

    public required string ToWhom { get; init; }

    public required string OnlyThere { get; init; }

    public required string What { get; init; }

    public required string NothingElse { get; init; }

    public required string Until { get; init; }

    public required string Risks { get; init; }

    public required IReadOnlyList<string> RiskLines { get; init; }

    public required string TakeBack { get; init; }

    public required string HowToTakeBack { get; init; }

    public required string Read { get; init; }

    public required string ParentReads { get; init; }

    public required string GuardianReads { get; init; }

    public required string Sign { get; init; }

    public required string Decline { get; init; }

    public required string TickFirst { get; init; }

    public required string Given { get; init; }

    public required string Waits { get; init; }

    public required string NumberIs { get; init; }

    public required string SentBefore { get; init; }

    public required string TakenBack { get; init; }

    public required string NothingGoesSince { get; init; }

    public required string NothingGoes { get; init; }

    public required string AllRight { get; init; }

    public required string GiveBack { get; init; }

    public required IReadOnlyDictionary<string, string> Lines { get; init; }

    public required IReadOnlyDictionary<Need, string> Needs { get; init; }

    public static readonly SigningWords English = new()
    {
        Code = "en", Title = "Before you sign",
        Yours = "This page is for you. Take your time. Ask anything. You can have somebody with you whom you trust, and an interpreter who knows nobody here.",
        Free = "You do not have to sign. Help does not depend on it: you can go to any provider without the police, today or later, and nobody is angry if you say no.",
        ToWhom = "To whom", OnlyThere = "Only there. Nobody there may pass it on without asking you.",
        What = "What they would be told", NothingElse = "Nothing else goes. What you told the police about what happened does not go.",
        Until = "This permission ends by itself on",
        Risks = "What can go wrong, and what is good about it",
        RiskLines =
        [
            "Somebody at that provider then knows that you were with the police and what you need.",
            "If somebody else sees your phone or mail, they may see that somebody helps you. Say how it is safe to reach you.",
            "A court may ask for papers. We cannot promise that it never does.",
            "The police keep a sealed copy of this page. A supervisor can open it, and the log says that it was opened.",
            "The good part: you need not tell everything again, and they can begin at once.",
        ],
        TakeBack = "You can take it back",
        HowToTakeBack = "At any time, without a reason, by telling any officer of this agency, or the provider: then you need not come back here, and this agency learns from them that you took it back, and nothing else. From then on nothing is told. What the provider read already, they cannot unread; you can ask them to delete it. Police do not learn what becomes of it unless you allow that at the provider.",
        Read = "I read this, or it was read to me in a language that I understand.",
        ParentReads = "I am a parent or guardian, I read this, and I sign too.",
        GuardianReads = "I am the guardian whom a court appointed. I asked the person, I read this, and I sign.",
        Sign = "I sign", Decline = "I do not sign", TickFirst = "Tick first that it was read, or do not sign.",
        Given = "It is handed over", Waits = "It waits and goes as soon as the agency's post sends. Where it is urgent, call too.",
        NumberIs = "For the person, on paper if that is safe to carry: the number of this consent. With it, any officer of this agency takes it back at once. The provider can do that too, without the number.",
        SentBefore = "This form was sent before: it is one handover, and sending it again changed nothing. To tell something else, hand over anew.",
        TakenBack = "It was taken back", NothingGoesSince = "This consent was taken back. Nothing goes by it any more, since",
        NothingGoes = "Nothing goes",
        AllRight = "That is all right. Nothing is told and nothing of this was kept. Help does not depend on it: the person can go to any provider without police.",
        GiveBack = "Give the device back to the officer",
        Lines = new Dictionary<string, string>
        {
            ["called"] = "What to call you", ["needs"] = "What you need", ["contact"] = "How to reach you", ["language"] = "Your language", ["under18"] = "That you are under 18",
            ["over18"] = "That you are 18 or older", ["safety"] = "What to take care of", ["words"] = "In your own words", ["message"] = "They may leave a message",
            ["nomessage"] = "They leave no message", ["saywho"] = "If somebody else answers, they may say from where they call", ["nosaywho"] = "If somebody else answers, they do not say from where they call",
            ["call"] = "by telephone", ["text"] = "by text message", ["email"] = "by e-mail", ["in-person"] = "in person, at", ["through-somebody"] = "through",
            ["now"] = "now", ["soon"] = "within days", ["later"] = "when there is time",
        },
        Needs = Enum.GetValues<Need>().ToDictionary(need => need, HelpWords.Of),
    };

    public static readonly SigningWords Spanish = new()
    {
        Code = "es", Title = "Antes de firmar",
        Yours = "Esta página es para usted. Tómese su tiempo. Pregunte lo que quiera. Puede estar con usted alguien de su confianza, y un intérprete que no conozca a nadie aquí.",
        Free = "No tiene que firmar. La ayuda no depende de esto: puede ir a cualquier organización sin la policía, hoy o después, y nadie se enoja si dice que no.",
        ToWhom = "A quién", OnlyThere = "Solo allí. Nadie de allí puede contarlo a otros sin preguntarle a usted.",
        What = "Qué se les diría", NothingElse = "No se envía nada más. Lo que usted contó a la policía sobre lo que pasó no se envía.",
        Until = "Este permiso termina por sí solo el",
        Risks = "Qué puede salir mal, y qué tiene de bueno",
        RiskLines =
        [
            "Alguien de esa organización sabrá que usted estuvo con la policía y qué necesita.",
            "Si otra persona ve su teléfono o su correo, puede ver que alguien le ayuda. Diga cómo es seguro comunicarse con usted.",
            "Un tribunal puede pedir documentos. No podemos prometer que nunca lo haga.",
            "La policía guarda una copia sellada de esta página. Un supervisor puede abrirla, y queda anotado que se abrió.",
            "Lo bueno: no tiene que contar todo otra vez, y pueden empezar enseguida.",
        ],
        TakeBack = "Puede retirarlo",
        HowToTakeBack = "En cualquier momento, sin dar razones, diciéndolo a cualquier agente de esta agencia, o a la organización: así no tiene que volver aquí, y esta agencia sabe por ella que lo retiró, y nada más. Desde entonces no se cuenta nada. Lo que ya leyeron, ya lo saben; puede pedirles que lo borren. La policía no sabe qué pasa después, a menos que usted lo permita en la organización.",
        Read = "Lo leí, o me lo leyeron en un idioma que entiendo.",
        ParentReads = "Soy madre, padre o tutor, lo leí y firmo también.",
        GuardianReads = "Soy el tutor que nombró un tribunal. Pregunté a la persona, lo leí y firmo.",
        Sign = "Firmo", Decline = "No firmo", TickFirst = "Marque primero que lo leyó, o no firme.",
        Given = "Queda entregado", Waits = "Espera y sale en cuanto la agencia envía su correo. Si es urgente, hay que llamar también.",
        NumberIs = "Para usted, en papel si es seguro llevarlo: el número de este permiso. Con él, cualquier agente de esta agencia lo retira enseguida. La organización también puede hacerlo, sin el número.",
        SentBefore = "Este formulario ya se había enviado: es una sola entrega, y enviarlo otra vez no cambió nada. Para decir otra cosa, hay que llenar uno nuevo.",
        TakenBack = "Se retiró", NothingGoesSince = "Este permiso se retiró. Ya no se envía nada con él, desde",
        NothingGoes = "No se envía nada",
        AllRight = "Está bien. No se cuenta nada y no se guardó nada de esto. La ayuda no depende de esto: puede ir a cualquier organización sin la policía.",
        GiveBack = "Devuelva el aparato al agente",
        Lines = new Dictionary<string, string>
        {
            ["called"] = "Cómo llamarle", ["needs"] = "Qué necesita", ["contact"] = "Cómo comunicarse con usted", ["language"] = "Su idioma", ["under18"] = "Que tiene menos de 18 años",
            ["over18"] = "Que tiene 18 años o más", ["safety"] = "De qué cuidarse", ["words"] = "En sus propias palabras", ["message"] = "Pueden dejar un mensaje",
            ["nomessage"] = "No dejan mensajes", ["saywho"] = "Si contesta otra persona, pueden decir de dónde llaman", ["nosaywho"] = "Si contesta otra persona, no dicen de dónde llaman",
            ["call"] = "por teléfono", ["text"] = "por mensaje de texto", ["email"] = "por correo electrónico", ["in-person"] = "en persona, en", ["through-somebody"] = "por medio de",
            ["now"] = "ahora", ["soon"] = "en unos días", ["later"] = "cuando haya tiempo",
        },
        Needs = new Dictionary<Need, string>
        {
            [Need.Safety] = "Que no le hagan daño ni le encuentren", [Need.Medical] = "Médico, dentista, medicinas", [Need.MentalHealth] = "Alguien con quien hablar",
            [Need.SubstanceUse] = "Ayuda con drogas o alcohol", [Need.Shelter] = "Una cama esta noche", [Need.Housing] = "Un lugar donde vivir", [Need.Food] = "Comida y agua",
            [Need.Clothing] = "Ropa, lavarse", [Need.Interpreter] = "Un intérprete", [Need.Legal] = "Un abogado propio", [Need.Immigration] = "Ayuda con inmigración",
            [Need.ChildCare] = "Cuidado de los hijos", [Need.Transport] = "Transporte", [Need.Documents] = "Pasaporte, identificación", [Need.Communication] = "Un teléfono, llamar a casa",
            [Need.Money] = "Dinero, sueldos que le deben", [Need.Work] = "Trabajo o capacitación", [Need.Education] = "Escuela", [Need.Advocacy] = "Alguien que le acompañe y defienda",
        },
    };

    /// <summary>The words of a language; English where there are none, which somebody then interprets.</summary>
    public static SigningWords In(string language) => language == "es" ? Spanish : English;

    /// <summary>A day as one says it.</summary>
    public string Day(DateOnly day) => Code == "es"
        ? string.Create(CultureInfo.InvariantCulture, $"{day.Day} de {SpanishMonths[day.Month - 1]} de {day.Year}")
        : day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>What would be told, line by line.</summary>
    public IEnumerable<(string What, string Told)> Told(HandoverContent content)
    {
        yield return (Lines["needs"], string.Join("; ", content.Needs.Select(one => $"{Needs[one.Need]} ({Lines[EnumWord.Of(one.Urgency)]})")));
        if (content.CalledName is { } name) yield return (Lines["called"], name);
        if (content.Contact is { } contact)
        {
            yield return (Lines["contact"], $"{Lines[EnumWord.Of(contact.Way)]} {contact.Value}{(contact.When is { } when ? $" ({when})" : "")}. {Lines[contact.MayLeaveMessage ? "message" : "nomessage"]}. {Lines[contact.MaySayWhoCalls ? "saywho" : "nosaywho"]}.");
        }

        if (content.Language is { } language) yield return (Lines["language"], Language(language));
        if (content.IsUnder18 is { } isUnder18) yield return (Lines[isUnder18 ? "under18" : "over18"], "✓");
        if (content.Safety is { } safety) yield return (Lines["safety"], safety);
        if (content.InOwnWords is { } words) yield return (Lines["words"], words);
    }

    /// <summary>A language as its speakers write it.</summary>
    public static string Language(string language) => OwnNames.GetValueOrDefault(language, language);

    private static readonly string[] SpanishMonths =
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

    // Languages as their speakers write them; the program runs without the system's list.
    private static readonly Dictionary<string, string> OwnNames = new()
    {
        ["en"] = "English", ["es"] = "español", ["zh"] = "中文", ["vi"] = "Tiếng Việt", ["tl"] = "Tagalog", ["ru"] = "русский", ["uk"] = "українська", ["fr"] = "français",
        ["ht"] = "Kreyòl ayisyen", ["pt"] = "português", ["ar"] = "العربية", ["ko"] = "한국어", ["th"] = "ไทย", ["hi"] = "हिन्दी", ["ro"] = "română", ["pl"] = "polski", ["tr"] = "Türkçe",
    };
}
