namespace Credence.Care.Persons;

/// <summary>What one calls a file by in a list and on paper: the end of its number, never a name.</summary>
public static class FileReference
{
    private const int Length = 6;

    public static string Of(PersonId person) => person.Value.ToString()[^Length..];

    /// <summary>Whether a text can be one: the end of a number, six letters and digits or more.</summary>
    internal static bool IsOne(string text) => text.Length >= Length;

    /// <summary>Whether it means this file.</summary>
    internal static bool IsOf(string reference, PersonId person) => person.Value.ToString().EndsWith(reference, StringComparison.OrdinalIgnoreCase);
}
