using Credence.Consents;
using Credence.Packs;
using Credence.Wishes;

namespace Credence.Portal;

/// <summary>Whose portal this is, and what its pages need to know of that.</summary>
/// <param name="Name">The name of the organization, as its people know it.</param>
/// <param name="Away">Where quick leave leads: something that anybody might look at.</param>
/// <param name="Jurisdiction">Which law binds those who read here, such as us-ma.</param>
/// <param name="Duties">The duties to report.</param>
/// <param name="Law">Who consents there; null where no pack says it.</param>
/// <param name="Schedule">How long what is kept stays.</param>
/// <param name="Packs">The packs that it reads with.</param>
public sealed record Portal(string Name, Uri Away, string Jurisdiction, ReportingDuties Duties, ConsentLaw? Law, RetentionSchedule Schedule, PackLibrary Packs)
{
    private readonly IReadOnlyList<WishPack> _wishes = WishPack.From(Packs, []);

    /// <summary>A number to call for advice, as the organization gives it; null if it gives none. No number is built in: it would be wrong somewhere, or some day.</summary>
    public string? Call { get; init; }

    /// <summary>The portal of an organization, by the packs that it has adopted.</summary>
    public static Portal Of(string name, Uri away, string jurisdiction, PackLibrary packs, string schedule = "retention") => new(
        name, away, jurisdiction, ReportingDuties.From(packs), ConsentLawPack.From(packs, []).FirstOrDefault(law => law.Jurisdiction == jurisdiction),
        RetentionPack.From(packs, []).First(one => one.Pack.Id == schedule), packs);

    /// <summary>Whether any pack knows the law of the place: with another one the pages would warn of too little.</summary>
    public bool KnowsTheLaw => Law is not null || Duties.All.Any(duty => duty.Jurisdiction == Jurisdiction);

    /// <summary>What a person hears before telling anything to those who read here.</summary>
    public IReadOnlyList<string> Warnings(string language) =>
        [.. new[] { Listener.CommunityAdvocate, Listener.ProviderWorker }.SelectMany(who => Duties.WarningsBefore([], who, Jurisdiction, language)).Distinct()];

    /// <summary>What a person may wish for, in this language; null where no pack has it.</summary>
    public WishPack? Wishes(string language) => _wishes.FirstOrDefault(pack => pack.Language == language);

    /// <summary>Why something stays, in this language, as the organization's schedule has it; null where no rule says it.</summary>
    public string? WhyKept(RetentionLine line, string language) => Schedule.Find(line.Record.Side, line.Record.Kind)?.WhyIn(language);
}
