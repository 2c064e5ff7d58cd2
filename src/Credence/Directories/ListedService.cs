namespace Credence.Directories;

/// <summary>Whether a service is there at all, as the directory says.</summary>
public enum ServiceStatus
{
    /// <summary>Not said.</summary>
    Unknown,

    /// <summary>It is there.</summary>
    Active,

    /// <summary>It is not there at present.</summary>
    Inactive,

    /// <summary>It is gone.</summary>
    Defunct,

    /// <summary>Closed for a time.</summary>
    TemporarilyClosed,
}

/// <summary>What it costs the person.</summary>
public enum Cost
{
    /// <summary>Not said in a way that a program may read.</summary>
    Unknown,

    /// <summary>Nothing.</summary>
    Free,

    /// <summary>Something.</summary>
    Charged,
}

/// <summary>A point on the earth.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    private const double EarthKm = 6371.0088;

    /// <summary>The distance over the ground in kilometers (haversine, mean radius of the earth).</summary>
    public double KmTo(GeoPoint other)
    {
        var (a, b) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var (dy, dx) = (Math.Sin((b - a) / 2), Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2));
        return 2 * EarthKm * Math.Asin(Math.Min(1, Math.Sqrt((dy * dy) + (Math.Cos(a) * Math.Cos(b) * dx * dx))));
    }
}

/// <summary>Where a service is given. Of a confidential place no more is here than its town.</summary>
public sealed record ServicePlace
{
    /// <summary>The id of the location, or null.</summary>
    public string? Location { get; init; }

    /// <summary>The town, or null.</summary>
    public string? Town { get; init; }

    /// <summary>The state or province, or null.</summary>
    public string? State { get; init; }

    /// <summary>The address in a line; null where it is confidential or not said.</summary>
    public string? Address { get; init; }

    /// <summary>Where it is; null where it is confidential or not said.</summary>
    public GeoPoint? Point { get; init; }

    /// <summary>True where the address must not be given to anybody.</summary>
    public bool IsConfidential { get; init; }

    /// <summary>When it is open; empty if nothing is said of this place alone.</summary>
    public required IReadOnlyList<Schedule> Schedules { get; init; }

    /// <summary>Town and nothing nearer.</summary>
    public override string ToString() => $"ServicePlace({Town})";
}

/// <summary>A term of a taxonomy by which a directory sorts a service.</summary>
/// <param name="Taxonomy">The taxonomy's name or id, or null.</param>
/// <param name="Code">The term's code, or null.</param>
/// <param name="Name">The term's name, or null.</param>
public sealed record ServiceTerm(string? Taxonomy, string? Code, string? Name);

/// <summary>A telephone number with what is said of it.</summary>
/// <param name="Number">The number as it is written.</param>
/// <param name="Extension">The extension, or null.</param>
/// <param name="Says">What the directory says of it, or null.</param>
public sealed record ServicePhone(string Number, string? Extension, string? Says);

/// <summary>A service as a directory lists it, read for matching. The whole object is in its <see cref="DirectoryEntry"/>.</summary>
public sealed record ListedService
{
    /// <summary>The id that the directory gives it.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The id of its organization, or null.</summary>
    public string? Organization { get; init; }

    /// <summary>The name of its organization, or null.</summary>
    public string? OrganizationName { get; init; }

    /// <summary>What the directory says that it does, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Whether it is there.</summary>
    public ServiceStatus Status { get; init; }

    /// <summary>How the directory sorts it.</summary>
    public required IReadOnlyList<ServiceTerm> Terms { get; init; }

    /// <summary>Whom it takes.</summary>
    public required Eligibility Eligibility { get; init; }

    /// <summary>What one must bring; empty if nothing is said.</summary>
    public required IReadOnlyList<string> RequiredDocuments { get; init; }

    /// <summary>What it costs.</summary>
    public Cost Cost { get; init; }

    /// <summary>What the directory says of the cost, or null.</summary>
    public string? CostWords { get; init; }

    /// <summary>Languages spoken, by ISO 639-1 code where there is one, otherwise as written; empty if nothing is said.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>What is said of interpreters, or null.</summary>
    public string? Interpreters { get; init; }

    /// <summary>Where it is given; empty if nothing is said.</summary>
    public required IReadOnlyList<ServicePlace> Places { get; init; }

    /// <summary>When it is open, wherever it is given.</summary>
    public required IReadOnlyList<Schedule> Schedules { get; init; }

    /// <summary>How to call.</summary>
    public required IReadOnlyList<ServicePhone> Phones { get; init; }

    /// <summary>Its page on the web or that of its organization; null if there is none that is a whole address of http or https.</summary>
    public Uri? WebPage { get; init; }

    /// <summary>The site that the directory names where it says no whole address, such as www.example.org: to be read, not followed; null if there is none.</summary>
    public string? WebSite { get; init; }

    /// <summary>Its address for e-mail or that of its organization; null if there is none that looks like one.</summary>
    public string? Email { get; init; }

    /// <summary>How to ask for it, or null.</summary>
    public string? HowToApply { get; init; }

    /// <summary>Whether there is room.</summary>
    public Capacity Capacity { get; init; }

    /// <summary>The date on which a person last made sure that all this is so; never the date of a change.</summary>
    public DateOnly? VerifiedOn { get; init; }

    /// <summary>Its id.</summary>
    public override string ToString() => $"ListedService({Id})";
}
