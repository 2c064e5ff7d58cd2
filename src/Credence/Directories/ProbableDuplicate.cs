namespace Credence.Directories;

/// <summary>What two entries of a directory have in common.</summary>
public enum SameTrait
{
    /// <summary>The same name, but for case, accents and legal form.</summary>
    Name,

    /// <summary>Most words of the name.</summary>
    MostOfTheName,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>A street address.</summary>
    Address,

    /// <summary>A web page.</summary>
    WebPage,

    /// <summary>An address for e-mail.</summary>
    Email,

    /// <summary>The organization.</summary>
    Organization,
}

/// <summary>Two entries that are probably the same. The program merges none: a person looks.</summary>
/// <param name="Table">service or organization.</param>
/// <param name="First">The id of the one.</param>
/// <param name="Second">The id of the other.</param>
/// <param name="Because">What they have in common.</param>
public sealed record ProbableDuplicate(string Table, string First, string Second, IReadOnlyList<SameTrait> Because);
