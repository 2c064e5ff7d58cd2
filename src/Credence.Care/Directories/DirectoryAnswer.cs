using System.Text.Json.Nodes;
using Credence.Directories;

namespace Credence.Care.Directories;

/// <summary>The answer to one who changes the directory.</summary>
public abstract record DirectoryAnswer
{
    private DirectoryAnswer()
    {
    }

    /// <summary>It is in the record.</summary>
    public sealed record Done : DirectoryAnswer;

    /// <summary>It is not.</summary>
    /// <param name="Because">One sentence.</param>
    public sealed record Refused(string Because) : DirectoryAnswer;

    /// <summary>There is no such entry, or nothing that one may do with it.</summary>
    public sealed record NotFound : DirectoryAnswer;
}

/// <summary>What an import did.</summary>
/// <param name="Run">The import.</param>
/// <param name="Added">Entries that are new.</param>
/// <param name="Changed">Entries that differ from before.</param>
/// <param name="Same">Entries that are as they were.</param>
/// <param name="Gone">Entries of this source that it no longer has; they are kept, and matched no more.</param>
/// <param name="Loose">Rows kept that belong to nothing.</param>
/// <param name="Elsewhere">Entries whose id another source has: not taken.</param>
public sealed record DirectoryImport(Guid Run, int Added, int Changed, int Same, int Gone, int Loose, int Elsewhere);

/// <summary>A service in a list.</summary>
/// <param name="Id">Its id in the directory.</param>
/// <param name="Name">Its name.</param>
/// <param name="Organization">The name of its organization, or null.</param>
/// <param name="Town">Its town, or null.</param>
/// <param name="Capacity">The room, as somebody said.</param>
/// <param name="VerifiedOn">When a person last made sure.</param>
public sealed record DirectoryLine(string Id, string Name, string? Organization, string? Town, Capacity Capacity, DateOnly? VerifiedOn)
{
    public override string ToString() => $"DirectoryLine({Id})";
}

/// <summary>A service of the directory, opened. A confidential address is not in it.</summary>
/// <param name="Service">As it is read for matching.</param>
/// <param name="Listing">As HSDS has it, for anybody.</param>
public sealed record OpenedService(ListedService Service, JsonObject Listing)
{
    /// <summary>Whether its organization is that of the one who asks.</summary>
    public bool IsOwn { get; init; }
}

/// <summary>Two entries that are probably the same, with their names: whoever looks at them knows no ids.</summary>
/// <param name="Pair">The two, by id, and what they have in common.</param>
/// <param name="First">The name of the one.</param>
/// <param name="Second">The name of the other.</param>
public sealed record NamedDuplicate(ProbableDuplicate Pair, string First, string Second)
{
    public override string ToString() => $"NamedDuplicate({Pair.First}, {Pair.Second})";
}
