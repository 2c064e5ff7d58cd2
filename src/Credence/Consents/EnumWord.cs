using System.Text.Json;

namespace Credence.Consents;

/// <summary>The words of packs and messages for values of a closed list: small letters and hyphens.</summary>
public static class EnumWord
{
    /// <summary>The word of a value, such as referral-state.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>The value of a word, or null if the list has none such.</summary>
    public static T? Find<T>(string? word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Of(value) == word) return value;
        }

        return null;
    }
}
