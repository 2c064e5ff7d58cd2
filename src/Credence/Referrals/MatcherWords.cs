using System.Globalization;
using Credence.Consents;
using Credence.Directories;

namespace Credence.Referrals;

/// <summary>A match in sentences.</summary>
internal static class MatchWords
{
    internal static IReadOnlyList<string> Of(Match match)
    {
        var said = match.Meets.Select(Meets).Append(Room(match.Service, match.Room)).ToList();
        if (match.Speaks is { } speaks) said.Add(speaks switch
        {
            SpeaksWith.Spoken => "The language is spoken there.",
            SpeaksWith.Interpreters => "The directory says something of interpreters: ask for one.",
            _ => "The directory does not say that the language is spoken: bring an interpreter, or ask for one.",
        });
        said.Add(match.Opening switch { Opening.Open => "Open now.", Opening.Closed => "Closed now.", _ => "Hours not known: call first." });
        said.AddRange(match.ToAsk.Select(code => $"Ask: {Of(code)}. The directory does not say, and that is no refusal."));
        if (match.Service.Eligibility[EligibilityCode.NoId] == EligibilityAnswer.Unknown && match.Service.RequiredDocuments.Count > 0) said.Add($"Documents are asked for: {match.Service.RequiredDocuments.Count} kinds. Ask what happens without them.");
        said.Add(Distance(match));
        said.Add(VerifiedOn(match));
        return said;
    }

    internal static string Of(EligibilityCode code) => code switch
    {
        EligibilityCode.Minor => "somebody under 18",
        EligibilityCode.Male => "men and boys",
        EligibilityCode.Pregnant => "somebody who is pregnant",
        EligibilityCode.WithChildren => "somebody with children",
        EligibilityCode.NoId => "somebody without an identity document",
        _ => "somebody whatever the immigration status",
    };

    internal static string Ago(TimeSpan time) => time.TotalHours < 1 ? "less than an hour ago"
        : time.TotalHours < 48 ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h ago")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalDays} days ago");

    private static string Meets(MetNeed met) => $"Meets {EnumWord.Of(met.Need).Replace('-', ' ')}, by " + met.Basis switch
    {
        NeedBasis.Term => $"the directory's term \"{met.Words}\".",
        NeedBasis.Name => $"\"{met.Words}\" in its name.",
        _ => $"\"{met.Words}\" in its description only: ask.",
    };

    private static string Room(ListedService service, CapacityState room) => room switch
    {
        CapacityState.Open => "There is room, as they said.",
        CapacityState.Waitlist => "There is a waiting list, as they said.",
        _ when service.Capacity is { State: not CapacityState.Unknown } => "What they said of their room is too old to count: call.",
        _ => "Nobody has said whether there is room: call.",
    };

    private static string Distance(Match match) => match switch
    {
        { Km: { } km } => string.Create(CultureInfo.InvariantCulture, $"{km / MatchQuestion.KmInMile:0.#} miles away."),
        { Nearness: Nearness.Near } => "In the same town.",
        _ when match.Service.Places.Any(place => place.IsConfidential) => "Its address is confidential: they say where to come.",
        _ => "How far it is, is not known.",
    };

    private static string VerifiedOn(Match match) => match.Verified == Verified.Never
        ? match.Service.VerifiedOn is { } ahead
            ? string.Create(CultureInfo.InvariantCulture, $"The entry says that a person verified it on {ahead:yyyy-MM-dd}, which is still to come: nobody has made sure.")
            : "No date says that a person has verified this entry."
        : string.Create(CultureInfo.InvariantCulture, $"A person verified it on {match.Service.VerifiedOn:yyyy-MM-dd}.");
}
