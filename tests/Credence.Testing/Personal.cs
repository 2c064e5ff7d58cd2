using System.Reflection;
using System.Runtime.CompilerServices;

namespace Credence.Testing;

/// <summary>Which types would print a person's story or description, because a record prints all it holds.</summary>
public static class Personal
{
    private static readonly HashSet<string> StoryNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "Text", "Sentence", "Story", "Quote", "Excerpt", "Words", "Description", "Snippet", "Content",
        "Race", "Sex", "Age", "Name", "Phone", "Address", "DateOfBirth",
        "Answer", "Says", "Affected", "Note",
    };

    /// <summary>Full names of the records in an assembly that hold a story or a description and print it.</summary>
    public static IEnumerable<string> TypesThatPrint(Assembly assembly, IEnumerable<Type> harmless) =>
        assembly.GetTypes()
            .Except(harmless)
            .Where(type => HoldsStory(type) && PrintsAll(type))
            .Select(type => type.FullName!);

    private static bool HoldsStory(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Any(property => StoryNames.Contains(property.Name) && IsPlain(property.PropertyType));

    private static bool IsPlain(Type type) => type == typeof(string) || type.IsPrimitive || type.IsEnum || Nullable.GetUnderlyingType(type) is not null;

    // The compiler writes ToString for a record, with every property in it, and marks what it wrote.
    private static bool PrintsAll(Type type) =>
        type.GetMethod(nameof(ToString), BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly, [])
            ?.IsDefined(typeof(CompilerGeneratedAttribute)) == true;
}
