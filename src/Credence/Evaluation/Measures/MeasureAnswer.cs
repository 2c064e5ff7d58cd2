using System.Text.Json;

namespace Credence.Evaluation.Measures;

/// <summary>Answers as sheets and tables spell them: ToObtainEvidence is <c>to-obtain-evidence</c>.</summary>
public static class MeasureAnswer
{
    /// <summary>The word for an answer.</summary>
    public static string Word<T>(T value) where T : struct, Enum => Names<T>.Words[value];

    /// <summary>The answer for a word, in any case and with blanks around it; null if it is none.</summary>
    public static T? Find<T>(string word) where T : struct, Enum =>
        Names<T>.Words.Where(pair => pair.Value.Equals(word.Trim(), StringComparison.OrdinalIgnoreCase)).Select(pair => (T?)pair.Key).FirstOrDefault();

    private static class Names<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Words =
            Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));
    }
}
