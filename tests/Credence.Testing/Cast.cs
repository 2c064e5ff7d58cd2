using Credence.Packs;
using Credence.Screening;
using Credence.Training;

namespace Credence.Testing;

/// <summary>The invented people whom tests, docs and the demonstration follow, and the screener of the packs that ship.</summary>
public static class Cast
{
    private static readonly Lazy<PackLibrary> Library = new(() => DefaultPacks.Read());
    private static readonly Lazy<Casebook> Book = new(() => Casebook.From(Library.Value));
    private static readonly Lazy<InventedCasebook> Tales = new(() => Storyteller.From(Library.Value).Tell(2019));
    private static readonly Lazy<Screener> Reader = new(() => Screener.From(Library.Value));

    /// <summary>The packs that ship.</summary>
    public static PackLibrary Packs => Library.Value;

    /// <summary>All invented incidents.</summary>
    public static Casebook Casebook => Book.Value;

    /// <summary>The three invented communities of <c>credence demo</c>, told by its own seed.</summary>
    public static InventedCasebook Told => Tales.Value;

    /// <summary>A screener of the packs that ship.</summary>
    public static Screener Screener => Reader.Value;

    /// <summary>A passport taken by a foreman, recorded as trespass.</summary>
    public static InventedIncident FarmWorker => Casebook["farm-worker"];

    /// <summary>Never paid and never let out, recorded as theft.</summary>
    public static InventedIncident DomesticWorker => Casebook["live-in-domestic"];

    /// <summary>Unpaid under a threat of deportation, recorded as disorderly conduct.</summary>
    public static InventedIncident Cook => Casebook["restaurant-kitchen"];

    /// <summary>On the road with a crew that keeps the money, recorded as soliciting without a permit.</summary>
    public static InventedIncident MagazineSeller => Casebook["magazine-crew"];

    /// <summary>Sixteen, recorded as prostitution.</summary>
    public static InventedIncident GirlAtTheHotel => Casebook["girl-at-the-hotel"];

    /// <summary>A quota and violence, recorded as prostitution.</summary>
    public static InventedIncident WomanOnTheAvenue => Casebook["woman-on-the-avenue"];

    /// <summary>Heroin for sex with others, recorded as possession.</summary>
    public static InventedIncident YoungManAtTheMotel => Casebook["young-man-at-the-motel"];

    /// <summary>In Spanish: passport taken, never paid, recorded as theft.</summary>
    public static InventedIncident ChildCarer => Casebook["child-carer"];
}
