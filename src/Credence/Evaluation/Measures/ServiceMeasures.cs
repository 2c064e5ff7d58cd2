using Credence.Feedback;

namespace Credence.Evaluation.Measures;

/// <summary>Measures that only the service side, or a desk of the police record, can count. They come as a table of counts and never as rows of persons.</summary>
internal static class ServiceMeasures
{
    private const string Referral = "referrals that the person wanted: proposed, less those not wanted or taken back";

    public static IReadOnlyList<Measure> All { get; } =
    [
        Of("referral-consented", "Referrals agreed to", "Of the referrals that the person wanted, how many she or he agreed to by a consent.", "referrals with a consent", Referral, Cascade),
        Of("referral-sent", "Referrals sent", "Of the referrals wanted, how many were sent.", "referrals sent", Referral, Cascade),
        Of("referral-accepted", "Referrals taken by a provider", "Of the referrals wanted, how many a provider took.", "referrals accepted", Referral, Cascade),
        Of("referral-started", "Services that began", "Of the referrals wanted, after how many the service began.", "referrals whose service began", Referral, Cascade),
        Of("need-met", "Needs met", "Of the needs of closed referrals, how many were met.", "needs met, wholly", "needs of closed referrals that the person wanted", Cascade),
        Of("needs-first", "Needs before the interview", "Of the persons who were interviewed, of how many needs were asked first.", "persons whose needs were asked before the first interview", "persons with an interview", "Farrell and others 2019, recommendation 3; the measure is ours"),
        Of("told-again", "Settled ground gone over again", "Of the later interviews, in how many something was asked that had been told already.", "interviews after the first with a repeat", "interviews after the first", "Farrell and others 2019, recommendation 3 (told once); the measure is ours") with
        {
            Direction = new MeasureDirection(false, "to tell it again harms, and brings nothing new"),
        },
        Of("new-interviewer", "A new interviewer", "From one interview to the next of the same kind (police, advocate and so on), how often somebody else asked.", "successive interviews of one kind by two interviewers", "successive interviews of one kind", "Farrell and others 2019, recommendation 3; the measure is ours"),
        Of("wishes-asked", "Asked what justice would be", "Of the persons with a file, how many were asked for their wishes.", "persons who were asked, whatever came of it", "persons with a file", "Farrell and others 2019, recommendation 5; not asked, no answer and declined are three numbers") with
        {
            Direction = new MeasureDirection(true, "nobody can honor a wish that was not asked for; a person may always decline"),
        },
        Of("wishes-answered", "Wishes said", "Of the persons who were asked, how many said something.", "persons who said something at least once", "persons who were asked", "ours"),
        Of("wishes-honored", "Wishes honored", "Of the wishes about which something was decided, how many were honored.", "wishes whose last deed honors them", "wishes that were honored, honored in part, or not", "Farrell and others 2019, recommendation 5; the measure is ours"),
        Of("screening-coverage", "Asked by a screening questionnaire", "Of the encounters in which a policy asks for screening, in how many it was done.", "encounters with a questionnaire", "encounters in which the agency's policy asks for one", "Farrell and others 2019, recommendation 1; the measure is ours"),
        Of("training-coverage", "Trained", "Of the officers of a unit, how many played a practice scenario within the year.", "officers who did", "officers of the unit", "Farrell and others 2019, recommendation 1; the measure is ours"),
        .. Enum.GetValues<FeedbackItem>().Select(item => Of(
            $"feedback-{MeasureAnswer.Word(item)}", $"Feedback: {Spaced(item)}", $"Of the persons who answered, how many gave 4 or 5 of 5 to: {Spaced(item)}.",
            "persons who gave 4 or 5", "persons who answered this item", "adapted from the four parts of procedural justice, not validated")),
    ];

    private const string Cascade = "ours, after what providers call a closed loop; no published vocabulary was found";

    private static Measure Of(string id, string name, string sentence, string numerator, string denominator, string source) => new()
    {
        Id = id, Name = name, Sentence = sentence, Numerator = numerator, Denominator = denominator, Population = MeasurePopulation.ServiceSide, Source = source,
        IsNot = "It is a count over what one organization has on file: it tells of no single person, and of nobody who is not on file.",
    };

    private static string Spaced(FeedbackItem item) => MeasureAnswer.Word(item).Replace('-', ' ');
}
