using Credence.Directories;
using Credence.Packs;

namespace Credence.Referrals;

/// <summary>
/// Finds services for what a person needs, by one written rule. Left out is only what the directory says cannot help: not there, not for this age, not for
/// somebody like this, full as of the last seven days, or too far. What is not known leaves nothing out. The order: how many of the needs of now are met; how many
/// needs; room (open, not known, waiting list); the language (spoken, interpreters, not known); where something is needed now, whether it is open; how little
/// has to be asked; nearness in steps; how lately a person verified it; by what the need was found (a term, the name, the description); then kilometers, name and id.
/// </summary>
public sealed class Matcher
{
    /// <summary>How long what somebody said of the room is worth something.</summary>
    public static readonly TimeSpan RoomLasts = TimeSpan.FromDays(7);

    private readonly ServiceNeeds _needs;

    private Matcher(ServiceNeeds needs) => _needs = needs;

    /// <summary>Made from the packs of a library.</summary>
    public static Matcher From(PackLibrary library) => new(ServiceNeeds.From(library));

    /// <summary>Services made ready to be looked through.</summary>
    public ServiceShelf Shelve(IEnumerable<ListedService> services) => new(services, _needs);

    /// <summary>What may help, in order, and what was left out.</summary>
    public MatchResult Match(MatchQuestion question, ServiceShelf shelf)
    {
        var (matches, leftOut, met) = (new List<Match>(), new List<LeftOut>(), 0);
        foreach (var (service, needs) in shelf.Meeting(question.Needs.Select(one => one.Need)))
        {
            met++;
            var (nearness, km) = Way.To(service, question);
            if (WhyNot.Of(service, question, km) is { } out_) leftOut.Add(out_);
            else matches.Add(Weigh(service, needs, question, nearness, km));
        }

        matches.Sort(Compare(question.Needs.Any(one => one.Urgency == Urgency.Now)));
        leftOut.Sort((a, b) => ByName(a.Service, b.Service));
        return new MatchResult(matches, leftOut, shelf.Count - met, _needs.Stamp);
    }

    private static Match Weigh(ListedService service, IReadOnlyList<MetNeed> needs, MatchQuestion question, Nearness nearness, double? km)
    {
        var meets = question.Needs.OrderBy(one => one.Urgency).Select(one => needs.FirstOrDefault(met => met.Need == one.Need)).OfType<MetNeed>().Distinct().ToList();
        return new Match
        {
            Service = service,
            Meets = meets,
            MeetsNow = meets.Count(met => question.Needs.Any(one => one.Need == met.Need && one.Urgency == Urgency.Now)),
            Room = WhyNot.RoomAt(service, question.At),
            Opening = OpeningOf(service, question.At),
            Speaks = question.Language is { } language ? SpeaksOf(service, language) : null,
            ToAsk = [.. question.Applies.Where(code => service.Eligibility[code] == EligibilityAnswer.Unknown).Order()],
            Nearness = nearness,
            Km = km,
            Verified = VerifiedOf(service, DateOnly.FromDateTime(question.At.Date)),
        };
    }

    // A place's own hours come before those of the service.
    private static Opening OpeningOf(ListedService service, DateTimeOffset at)
    {
        var openings = service.Places.Where(place => place.Schedules.Count > 0).Select(place => Schedule.At(place.Schedules, at)).ToList();
        if (openings.Count == 0) return Schedule.At(service.Schedules, at);
        return openings.Contains(Opening.Open) ? Opening.Open : openings.Contains(Opening.Unknown) ? Opening.Unknown : Opening.Closed;
    }

    private static SpeaksWith SpeaksOf(ListedService service, string language) =>
        service.Languages.Contains(LanguageCode.Of(language)!) ? SpeaksWith.Spoken : service.Interpreters is not null ? SpeaksWith.Interpreters : SpeaksWith.Unknown;

    private static Verified VerifiedOf(ListedService service, DateOnly today) => service.VerifiedOn is not { } on || on > today.AddDays(1) ? Verified.Never
        : (today.DayNumber - on.DayNumber) switch { <= 90 => Verified.Lately, <= 365 => Verified.ThisYear, _ => Verified.LongAgo };

    private static Comparison<Match> Compare(bool now) => (a, b) =>
        First(b.MeetsNow - a.MeetsNow, b.Meets.Count - a.Meets.Count, Rank(a.Room) - Rank(b.Room), (a.Speaks ?? 0) - (b.Speaks ?? 0), now ? Rank(a.Opening) - Rank(b.Opening) : 0,
            a.ToAsk.Count - b.ToAsk.Count, a.Nearness - b.Nearness, a.Verified - b.Verified, a.Meets.Max(met => met.Basis) - b.Meets.Max(met => met.Basis)) is var order and not 0 ? order
        : (a.Km ?? double.MaxValue).CompareTo(b.Km ?? double.MaxValue) is var way and not 0 ? way
        : ByName(a.Service, b.Service);

    private static int First(params ReadOnlySpan<int> orders)
    {
        foreach (var order in orders) if (order != 0) return order;
        return 0;
    }

    private static int Rank(CapacityState room) => room switch { CapacityState.Open => 0, CapacityState.Unknown => 1, _ => 2 };

    private static int Rank(Opening opening) => opening switch { Opening.Open => 0, Opening.Unknown => 1, _ => 2 };

    private static int ByName(ListedService a, ListedService b) =>
        string.CompareOrdinal(a.Name, b.Name) is var order and not 0 ? order : string.CompareOrdinal(a.Id, b.Id);
}
