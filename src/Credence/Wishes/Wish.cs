using Credence.Referrals;

namespace Credence.Wishes;

/// <summary>What a person said when asked what justice would be for her or him; or that nothing was said.</summary>
/// <param name="Answering">Whether there was an answer. "Not asked" is no answer of anybody: then there is no such record.</param>
/// <param name="OwnWords">In own words, first of all; null if only options were chosen.</param>
/// <param name="Options">The ids of options of the pack that the person chose.</param>
/// <param name="Pack">The pack and version that was shown, or null: nothing was shown.</param>
public sealed record WishAnswer(Answering Answering, string? OwnWords, IReadOnlyList<string> Options, string? Pack)
{
    /// <summary>The most letters in own words; who has more to say adds another wish.</summary>
    public const int Longest = 20_000;

    /// <summary>The option by which a person asks to be left in peace and not to be asked again; the same in every language of the packs.</summary>
    public const string BeLeftAlone = "be-left-alone";

    /// <summary>Found and expected, in one sentence; null if it can be kept.</summary>
    /// <param name="pack">The options that were shown, or null.</param>
    public string? WhyNot(WishPack? pack)
    {
        var says = !string.IsNullOrWhiteSpace(OwnWords) || Options.Count > 0;
        return Answering == Answering.NotAsked ? "Found that nobody asked, expected an answer or that none came: what was not asked is not written down."
            : Answering == Answering.Answered && !says ? "Found nothing said, expected own words or an option; or that no answer came."
            : Answering != Answering.Answered && says ? "Found words beside no answer, expected either."
            : OwnWords?.Length > Longest ? $"Found more than {Longest} letters, expected fewer: keep the rest as another wish."
            : Options.Count > 0 && (pack is null || pack.Stamp != Pack) ? "Found options without the pack that was shown, expected its name and version."
            : Options.FirstOrDefault(option => pack!.Find(option) is null) is { } unknown ? $"Found the option {unknown}, expected one of the pack."
            : Options.Count != Options.Distinct().Count() ? "Found an option twice, expected each once."
            : null;
    }

    /// <summary>Whether there was an answer, and nothing of it.</summary>
    public override string ToString() => $"WishAnswer({Answering})";
}

/// <summary>Whether a wish was honored.</summary>
public enum Honoring
{
    /// <summary>Nothing is decided yet.</summary>
    Open,

    /// <summary>It was.</summary>
    Honored,

    /// <summary>In part.</summary>
    PartlyHonored,

    /// <summary>It was not; why is said.</summary>
    NotHonored,

    /// <summary>The person wishes it no longer.</summary>
    NoLongerWished,
}

/// <summary>What was done about a wish.</summary>
/// <param name="At">When.</param>
/// <param name="What">What was done.</param>
/// <param name="By">By whom.</param>
/// <param name="Honoring">Whether it honors the wish.</param>
/// <param name="Why">Why not, or why only in part; null otherwise.</param>
public sealed record WishDeed(DateTimeOffset At, string What, string By, Honoring Honoring, string? Why = null)
{
    /// <summary>Found and expected, in one sentence; null if it can be kept.</summary>
    public string? Problem =>
        string.IsNullOrWhiteSpace(What) ? "Found nothing that was done, expected what it was; that nothing was done is something to say too."
        : string.IsNullOrWhiteSpace(By) ? "Found nobody who did it, expected who."
        : Honoring is Honoring.NotHonored or Honoring.PartlyHonored && string.IsNullOrWhiteSpace(Why) ? "Found a wish that was not honored without a reason, expected why: the person may read it."
        : null;

    /// <summary>Whether it honors the wish, and nothing else.</summary>
    public override string ToString() => $"WishDeed({Honoring})";
}

/// <summary>How often persons were asked, and what came of it; three kinds of silence are three numbers.</summary>
/// <param name="NotAsked">Persons whom nobody asked.</param>
/// <param name="NoAnswer">Persons who were asked and gave no answer so far.</param>
/// <param name="DeclinedToAnswer">Persons who would rather not say.</param>
/// <param name="Answered">Persons who said something at least once.</param>
public sealed record WishTally(int NotAsked, int NoAnswer, int DeclinedToAnswer, int Answered)
{
    /// <summary>Counts persons by what came last, but an answer counts whenever it was given.</summary>
    /// <param name="persons">What each person said, in order; empty for one who was not asked.</param>
    public static WishTally Of(IReadOnlyCollection<IReadOnlyList<Answering>> persons)
    {
        var by = persons.Select(said => said.Contains(Answering.Answered) ? Answering.Answered : said.LastOrDefault(Answering.NotAsked)).CountBy(one => one).ToDictionary();
        return new WishTally(by.GetValueOrDefault(Answering.NotAsked), by.GetValueOrDefault(Answering.NoAnswer), by.GetValueOrDefault(Answering.DeclinedToAnswer), by.GetValueOrDefault(Answering.Answered));
    }
}
