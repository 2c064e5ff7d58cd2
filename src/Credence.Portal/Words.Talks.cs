using Credence.Wishes;

namespace Credence.Portal;

public sealed partial record Words
{
    // What has to be so before a step, and the steps.
    private static Dictionary<Gate, string> EnglishGates() => new()
    {
        [Gate.PersonWants] = "you want the next step",
        [Gate.OtherSideWants] = "the other one wants it too, and owns what was done",
        [Gate.SafetyAssessed] = "someone looked with you if it is safe",
        [Gate.FacilitatorIndependent] = "the one who leads it has no part in the case",
        [Gate.Prepared] = "each of you got ready on your own",
        [Gate.SupportChosen] = "you chose who comes with you, or no one",
        [Gate.RightToStopTold] = "you both know that you can stop it",
        [Gate.ConfidentialityTold] = "you both know what can stay private by law, and what can not",
    };

    private static Dictionary<RestorativeStep, string> EnglishSteps() => new()
    {
        [RestorativeStep.Preparation] = "each got ready",
        [RestorativeStep.Message] = "words were passed on",
        [RestorativeStep.Meeting] = "you met",
        [RestorativeStep.Agreement] = "you agreed on something",
        [RestorativeStep.FollowUp] = "someone looked if it was kept",
    };

    private static Dictionary<Gate, string> SpanishGates() => new()
    {
        [Gate.PersonWants] = "tú quieres el paso que sigue",
        [Gate.OtherSideWants] = "la otra parte también lo quiere, y asume lo que hizo",
        [Gate.SafetyAssessed] = "alguien miró contigo si es seguro",
        [Gate.FacilitatorIndependent] = "quien lo guía no tiene que ver con el caso",
        [Gate.Prepared] = "cada parte se preparó por su lado",
        [Gate.SupportChosen] = "tú dijiste quién va contigo, o que nadie",
        [Gate.RightToStopTold] = "las dos partes saben que lo pueden parar",
        [Gate.ConfidentialityTold] = "las dos partes saben lo que por ley queda en privado, y lo que no",
    };

    private static Dictionary<RestorativeStep, string> SpanishSteps() => new()
    {
        [RestorativeStep.Preparation] = "cada parte se preparó",
        [RestorativeStep.Message] = "se pasaron unas palabras",
        [RestorativeStep.Meeting] = "hubo un encuentro",
        [RestorativeStep.Agreement] = "hubo un acuerdo",
        [RestorativeStep.FollowUp] = "alguien miró si se cumplió",
    };
}
