namespace Credence.Training;

/// <summary>What the study of 2019 recommends to police: each choice of a scenario serves or breaks one of these.</summary>
public enum Recommendation
{
    /// <summary>The first: screen for trafficking, and classify what is found correctly.</summary>
    ScreenAndClassify = 1,

    /// <summary>The second: no arrest of possible victims to get evidence or to keep them safe.</summary>
    DoNotArrest,

    /// <summary>The third: the person first, with safety, needs, and a telling that does no harm again.</summary>
    PersonFirst,

    /// <summary>The fourth: work with those who help, and refer to them.</summary>
    Refer,

    /// <summary>The fifth: ask what justice the person wishes for.</summary>
    AskWishes,
}

/// <summary>The recommendations in plain words.</summary>
public static class RecommendationWords
{
    /// <summary>What it asks for, as a short phrase.</summary>
    public static string Title(this Recommendation recommendation) => recommendation switch
    {
        Recommendation.ScreenAndClassify => "screen and classify",
        Recommendation.DoNotArrest => "do not arrest for evidence or for safety",
        Recommendation.PersonFirst => "the person first",
        Recommendation.Refer => "partner and refer",
        _ => "ask what justice the person wishes for",
    };
}
