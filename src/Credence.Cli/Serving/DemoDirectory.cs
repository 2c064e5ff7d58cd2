using System.Globalization;
using System.Text.RegularExpressions;
using Credence.Directories;

namespace Credence.Cli.Serving;

/// <summary>The invented directory of the demonstration. Its days are written as days ago: a date that stands in a file is one day too old, or still to come.</summary>
internal static partial class DemoDirectory
{
    private const string File = "demo-directory.json";

    /// <summary>Its entries, with the days that they have on this day.</summary>
    public static IReadOnlyList<DirectoryEntry> On(DateOnly today)
    {
        using var stream = typeof(DemoDirectory).Assembly.GetManifestResourceStream($"serving/{File}")!;
        using var text = new StreamReader(stream);
        var dated = DaysAgo().Replace(text.ReadToEnd(), said => Day(today, said.Groups["days"].Value));
        return [.. HsdsJson.Read(File, new StringReader(dated), problem => throw new InvalidOperationException(problem.ToString()))];
    }

    private static string Day(DateOnly today, string days) => $"\"{today.AddDays(-int.Parse(days, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\"";

    [GeneratedRegex("\"(?<days>[0-9]{1,4}) days ago\"")]
    private static partial Regex DaysAgo();
}
