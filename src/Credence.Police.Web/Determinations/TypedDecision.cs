using System.Globalization;
using Credence.Classification;
using Credence.Incidents;
using Credence.Police.Classification;
using Credence.Screening.Instruments;
using Microsoft.AspNetCore.Http;

namespace Credence.Police.Web.Determinations;

/// <summary>A decision as somebody typed it, so that nothing of it is lost when it is not taken.</summary>
public sealed record TypedDecision
{
    public string? Status { get; init; }

    public string? Definition { get; init; }

    public string Person { get; init; } = "";

    public string Codes { get; init; } = "";

    public IReadOnlyList<string> Statutes { get; init; } = [];

    public IReadOnlyDictionary<string, Answer> Known { get; init; } = new Dictionary<string, Answer>();

    public string Why { get; init; } = "";

    /// <summary>The number of the determination that was on the page, by person; empty for the incident as a whole.</summary>
    public IReadOnlyDictionary<string, int> Seen { get; init; } = new Dictionary<string, int>();

    internal static TypedDecision Of(IFormCollection form) => new()
    {
        Status = form["status"],
        Definition = form["definition"],
        Person = form["person"].ToString().Trim(),
        Codes = form["codes"].ToString(),
        Statutes = [.. form["statute"].OfType<string>().Distinct()],
        Known = form.Keys.Where(key => key.StartsWith("fact-", StringComparison.Ordinal) && Enum.TryParse<Answer>(form[key], out _))
            .ToDictionary(key => key["fact-".Length..], key => Enum.Parse<Answer>(form[key]!)),
        Why = form["why"].ToString(),
        Seen = SeenIn(form["seen"]),
    };

    internal VictimDecision Victim() => new(Enum.TryParse<VictimStatus>(Status, out var status) ? status : (VictimStatus)(-1), Definition ?? "")
    {
        Person = Person, BasedOn = Seen.GetValueOrDefault(Person), Known = Known, Why = Why,
    };

    internal OffenseDecision Offense() => new([.. Codes.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries).Select(code => new OffenseCode(code.ToUpperInvariant())).Distinct()])
    {
        BasedOn = Seen.GetValueOrDefault(""), Known = Known, Why = Why,
    };

    internal ChargeDecision Charge() => new(Statutes) { BasedOn = Seen.GetValueOrDefault(""), Why = Why };

    // "3 V1": the number first, because a person may be none.
    private static Dictionary<string, int> SeenIn(IEnumerable<string?> seen)
    {
        var numbers = new Dictionary<string, int>();
        foreach (var one in seen)
            if (one?.Split(' ', 2) is [var number, var person] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read)) numbers[person] = read;
        return numbers;
    }

    public override string ToString() => nameof(TypedDecision);
}
