using System.Globalization;
using Credence.Consents;
using Credence.Directories;

namespace Credence.Referrals;

/// <summary>Why a service that meets a need is left out; only for what its directory says.</summary>
internal static class WhyNot
{
    internal static LeftOut? Of(ListedService service, MatchQuestion question, double? km)
    {
        if (service.Status is ServiceStatus.Inactive or ServiceStatus.Defunct or ServiceStatus.TemporarilyClosed)
            return new LeftOut(service, LeftOutFor.NotActive, null, $"The directory says: {EnumWord.Of(service.Status).Replace('-', ' ')}.");
        if (Age(service.Eligibility, question.Age) is { } age) return new LeftOut(service, LeftOutFor.Age, null, age);
        foreach (var code in Asked(question))
            if (service.Eligibility[code] == EligibilityAnswer.No) return new LeftOut(service, LeftOutFor.NotTaken, code, $"It says no to: {MatchWords.Of(code)}.");
        if (RoomAt(service, question.At) == CapacityState.Full)
            return new LeftOut(service, LeftOutFor.Full, null, string.Create(CultureInfo.InvariantCulture, $"It said that it is full, {MatchWords.Ago(question.At - service.Capacity.At!.Value)}."));
        return km > question.WithinKm ? new LeftOut(service, LeftOutFor.TooFar, null, string.Create(CultureInfo.InvariantCulture, $"It is {km / MatchQuestion.KmInMile:0} miles away, and {question.WithinKm / MatchQuestion.KmInMile:0} were asked for.")) : null;
    }

    /// <summary>What is known of the room at a moment; what was said too long ago, or at no time, is not known.</summary>
    internal static CapacityState RoomAt(ListedService service, DateTimeOffset at) =>
        service.Capacity.At is { } said && at - said <= Matcher.RoomLasts ? service.Capacity.State : CapacityState.Unknown;

    private static string? Age(Eligibility eligibility, int? age) =>
        age < eligibility.MinimumAge ? string.Create(CultureInfo.InvariantCulture, $"It takes people from {eligibility.MinimumAge} years on.")
        : age > eligibility.MaximumAge ? string.Create(CultureInfo.InvariantCulture, $"It takes people up to {eligibility.MaximumAge} years.")
        : null;

    // An age says more than the word minor.
    private static IEnumerable<EligibilityCode> Asked(MatchQuestion question) =>
        question.Age < 18 ? question.Applies.Append(EligibilityCode.Minor).Distinct().Order() : question.Applies.Order();
}

/// <summary>How far it is to a service. To a confidential place nobody is told more than its town.</summary>
internal static class Way
{
    internal static (Nearness Nearness, double? Km) To(ListedService service, MatchQuestion question)
    {
        var best = (Nearness: Nearness.Unknown, Km: (double?)null);
        foreach (var place in service.Places)
        {
            var one = To(place, question);
            if (one.Km is { } km && (best.Km is null || km < best.Km)) best = one;
            else if (one.Km is null && best.Km is null && one.Nearness < best.Nearness) best = one;
        }

        // Somewhere in the town may be nearer than what is far.
        return best.Nearness > Nearness.Near && service.Places.Any(place => place.Point is null && IsInTown(place, question)) ? (Nearness.Near, null) : best;
    }

    private static (Nearness Nearness, double? Km) To(ServicePlace place, MatchQuestion question) =>
        place.Point is { } point && question.From is { } from && from.KmTo(point) is var km ? (km switch { <= 5 => Nearness.Near, <= 15 => Nearness.Within15Km, <= 50 => Nearness.Within50Km, _ => Nearness.Far }, km)
        : IsInTown(place, question) ? (Nearness.Near, null)
        : (Nearness.Unknown, null);

    private static bool IsInTown(ServicePlace place, MatchQuestion question) =>
        place.Town is { } town && question.Town is { } asked && string.Equals(town.Trim(), asked.Trim(), StringComparison.OrdinalIgnoreCase);
}
