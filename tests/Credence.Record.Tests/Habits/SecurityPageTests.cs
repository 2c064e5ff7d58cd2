using System.Text.RegularExpressions;
using Credence.Testing;

namespace Credence.Record.Tests.Habits;

/// <summary>docs/security.md walks through a standard; here it is counted, and held against what there is.</summary>
public partial class SecurityPageTests
{
    private const string Page = "docs/security.md";
    private static readonly string[] Verdicts = ["holds", "does not apply", "whoever runs it", "does not hold"];

    // Made for what is needed, by the platform; nothing that is old or broken.
    private static readonly string[] Known =
        ["Aes", "AesGcm", "ECCurve", "ECDiffieHellman", "ECDsa", "HKDF", "HMACSHA256", "HashAlgorithmName", "IncrementalHash", "RandomNumberGenerator", "Rfc2898DeriveBytes", "SHA256", "SHA512"];

    [Fact]
    public void Every_requirement_of_levels_1_and_2_stands_once_with_its_level_and_a_verdict()
    {
        var asked = File.ReadLines(Repository.Path("tests/Credence.Record.Tests/Habits/asvs-5.0.0.txt")).Select(line => line.Split(' ')).Select(parts => (Number: parts[0], Level: parts[1]));
        var rows = Rows();

        Assert.Equal(253, rows.Count);
        Assert.Equal(asked, rows.Select(row => (row.Number, row.Level)));
        Assert.All(rows, row => Assert.Contains(row.Verdict, Verdicts));
    }

    [Fact]
    public void The_numbers_at_the_beginning_are_counted_from_the_tables()
    {
        var text = Repository.Text(Page);
        var summary = string.Concat(Verdicts.Select(verdict => $"| {verdict} | {Count("1", verdict)} | {Count("2", verdict)} |\n"));
        if (Environment.GetEnvironmentVariable("CREDENCE_APPROVE") == "1") File.WriteAllText(Repository.Path(Page), text = Summary().Replace(text, _ => summary));

        Assert.Equal(summary, Summary().Match(text).Value);
        Assert.Contains($"{Rows().Count(row => row.Verdict == "holds" && row.Shown == "read")} of what holds", text, StringComparison.Ordinal);

        int Count(string level, string verdict) => Rows().Count(row => row.Level == level && row.Verdict == verdict);
    }

    [Fact]
    public void What_holds_names_a_test_that_exists_or_says_that_it_was_only_read()
    {
        var tests = Repository.Files("tests", "*Tests.cs").Select(file => Path.GetFileNameWithoutExtension(file)).ToHashSet();
        var rows = Rows();

        Assert.Equal([], rows.Where(row => row.Verdict == "holds" && row.Shown != "read" && !TestName().IsMatch(row.Shown)).Select(row => row.Number));
        Assert.Equal([], TestName().Matches(Repository.Text(Page)).Select(match => match.Groups[1].Value).Distinct().Except(tests));
    }

    [Fact]
    public void Only_the_cryptography_that_the_page_lists_is_used()
    {
        var used = Repository.Files("src", "*.cs").SelectMany(file => Primitive().Matches(Repository.Text(file)).Select(match => match.Value)).Distinct().Order(StringComparer.Ordinal).ToList();
        var text = Repository.Text(Page);

        Assert.Equal([], used.Except(Known));
        Assert.Contains("AesGcm", used);
        Assert.Equal([], Known.Where(name => !text.Contains($"`{name}`", StringComparison.Ordinal)));
        Assert.DoesNotContain(Repository.Files("src", "*.cs"), file => Repository.Text(file).Contains("CipherMode.", StringComparison.Ordinal));
    }

    private static List<(string Number, string Level, string Verdict, string Shown)> Rows() =>
        [.. Row().Matches(Repository.Text(Page)).Select(match => (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value, match.Groups[4].Value))];

    [GeneratedRegex(@"^\| (V[0-9.]+) \| ([12]) \| [^|]+ \| \*{0,2}([a-z ]+?)\*{0,2} \| [^|]+ \| ([^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"(?:^\| (?:holds|does not apply|whoever runs it|does not hold) \| [0-9]+ \| [0-9]+ \|\n)+", RegexOptions.Multiline)]
    private static partial Regex Summary();

    [GeneratedRegex("`([A-Z][A-Za-z]+Tests)`")]
    private static partial Regex TestName();

    // Every algorithm of System.Security.Cryptography that anybody could reach for.
    [GeneratedRegex(@"\b(?:Aes(?:Gcm|Ccm|Managed)?|ChaCha20Poly1305|DES|TripleDES|RC2|Rijndael|RSA|DSA|EC(?:DsaCng|Dsa|DiffieHellman|Curve)|HKDF|HMAC(?:MD5|SHA1|SHA256|SHA384|SHA512)|HashAlgorithmName|IncrementalHash|MD5|SHA1|SHA256|SHA384|SHA512|RandomNumberGenerator|RNGCryptoServiceProvider|Rfc2898DeriveBytes|PasswordDeriveBytes|System\.Random)\b(?=[.\s?(<>\[,;)])", RegexOptions.None)]
    private static partial Regex Primitive();
}
