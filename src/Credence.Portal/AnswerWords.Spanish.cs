using Credence.Record.Retention;

namespace Credence.Portal;

public sealed partial record AnswerWords
{
    /// <summary>Spanish.</summary>
    public static AnswerWords Spanish { get; } = new()
    {
        HeldFor = "Aún no se puede borrar. Esta es la razón: {0}.",
        EraseDone = "Lo que pediste borrar se borró. Lo último fue el {0}. Ya nadie lo puede leer.",
        EraseMore = "Pedir que se borre lo nuevo",
        Corrects = "El {0} mandaste esto para corregir lo que anotaron.",
        AloneWish = "Entraste sin dar tu nombre. Por eso nadie en {0} lee aquí tus deseos. Si quieres que sepan uno, mándalo en una nota.",
        PartSeen = "Esto se manda",
        PartSeenLead = "Léelo otra vez. Es todo lo que recibe {0}.",
        PartChange = "Cambiarlo antes",
        PartSent = "Se mandó. {0} ya lo puede leer. \"Quién miró\" te dice cuándo lo leyeron. Si te responden, queda aquí con tu nota.",
        Call = "Puedes llamar a {0}: {1}.",
        CallTrace = "Tu teléfono puede guardar la llamada en su lista.",
        CallHours = "Hay alguien: {0}.",
        CallNone = "{0} no puso aquí un número de teléfono.",
        AloneReach = "En {0} nadie sabe quién eres. Si te responden, queda aquí con tu nota. Si quieres que hablen contigo de otro modo, escribe en tu nota cómo, y cuándo es seguro.",
        AlonePolice = "Con esto la policía no recibe nada. {0} la lee. Solo te puede preguntar aquí, con tu nota, o como diga tu nota.",
        Replied = "{0} te escribió el {1} UTC",
        RepliedNew = "Alguien de {0} te escribió. Está con tu nota, en \"Mis notas\".",
        RepliedTo = "{0} te escribió sobre ella.",
        Holds = new Dictionary<HoldReason, string>
        {
            [HoldReason.CriminalCase] = "puede haber un juicio por un delito",
            [HoldReason.CivilSuit] = "hay una demanda, o puede haberla",
            [HoldReason.CourtOrder] = "lo dijo un juez",
            [HoldReason.RecordsRequest] = "alguien lo pidió, como permite una ley",
            [HoldReason.Inquiry] = "se revisa cómo trabajan",
            [HoldReason.NeededByThePerson] = "puede hacerte falta para probar algo",
        },
    };
}
