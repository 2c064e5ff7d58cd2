using Credence.Consents;
using Credence.Testing;
using Credence.Tests.Habits;

namespace Credence.Tests.Consents;

/// <summary>The page specs/consent/releases.md is the test.</summary>
public class ReleaseSpecTests
{
    public static TheoryData<string> Examples() => SpecPages.ExamplesOf("consent", "releases");

    [Theory]
    [MemberData(nameof(Examples))]
    public void Release(string example)
    {
        var list = SpecPages.List(SpecPages.Section("consent", "releases", example));
        var consents = list.Where(pair => pair.Key == "another names").Select(pair => Releases.WayBack with
        {
            From = Releases.Police, To = Releases.Signed.To, Direction = Direction.PoliceToCare, Kinds = KindsOf(pair.Value).ToHashSet(),
        }).Prepend(list.Aggregate(Releases.Signed, With)).ToList();
        var asked = list.Aggregate(Releases.Asked, With);
        var expected = list.Where(pair => pair.Key.StartsWith("on ", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(expected);
        Assert.All(expected, pair => Assert.Equal(pair.Value, SpecPages.Words(Consent.AnyPermits(consents, asked, Releases.Day(pair.Key[3..])))));
        SpecPages.OnlyKeys(list, "on ", "withdrawn", "form", "risks shown", "help depends on it", "interpreter", "ends", "given by", "rule", "signed by", "names",
            "another names", "asked of", "asked by", "asked for", "told by", "asked across", "asked about");
    }

    [Fact]
    public void Every_reason_to_refuse_stands_on_a_page()
    {
        var pages = Repository.Text("specs/consent/releases.md") + Repository.Text("specs/consent/handovers.md");

        Faults.None(Enum.GetValues<RefusalReason>().Select(reason => EnumWord.Of(reason).Replace('-', ' ')).Where(words => !pages.Contains(words, StringComparison.Ordinal)));
    }

    internal static Consent With(Consent consent, (string Key, string Value) pair) => pair.Key switch
    {
        "withdrawn" => consent.Withdraw(Releases.Day(pair.Value)),
        "form" => consent with { How = consent.How with { Form = SpecPages.Value<ConsentForm>(pair.Value) } },
        "risks shown" => consent with { RisksShownAt = pair.Value == "no" ? null : Releases.Day(pair.Value) },
        "help depends on it" => consent with { ToldHelpDoesNotDependOnIt = pair.Value != "yes" },
        "interpreter" => consent with { How = consent.How with { Interpreter = SpecPages.Value<Interpreter>(pair.Value) } },
        "ends" => consent with { Ends = Releases.Day(pair.Value) },
        "given by" => consent with { Giver = SpecPages.Value<Giver>(pair.Value) },
        "rule" => consent with { MinorRule = pair.Value },
        "signed by" => consent with { Signatures = [.. pair.Value.Split(", ").Select(SignatureOf)] },
        "names" => consent with { Kinds = KindsOf(pair.Value).ToHashSet() },
        _ => consent,
    };

    internal static IEnumerable<InformationKind> KindsOf(string words) =>
        words == "nothing" ? [] : words.Split(", ").Select(SpecPages.Value<InformationKind>);

    private static Disclosure With(Disclosure asked, (string Key, string Value) pair) => pair.Key switch
    {
        "asked of" => asked with { About = new PersonId(new Guid("11111111-0000-0000-0000-000000000002")) },
        "asked by" => asked with { To = new OrganizationId(pair.Value) },
        "told by" => asked with { From = new OrganizationId(pair.Value) },
        "asked for" => asked with { Purpose = SpecPages.Value<Purpose>(pair.Value) },
        "asked across" => asked with { Direction = SpecPages.Value<Direction>(pair.Value) },
        "asked about" => asked with { Kinds = KindsOf(pair.Value).ToList() },
        _ => asked,
    };

    private static Signature SignatureOf(string words) => new(
        SpecPages.Value<Signer>(words.Split(' ')[^1]), Releases.Day("2031-06-14"), words.StartsWith("suspected ", StringComparison.Ordinal));
}
