using System.Collections;
using System.Net;
using System.Text.RegularExpressions;
using Credence.Care.Wishes;
using Credence.Portal;
using Credence.Record.Tests.Care;
using Credence.Testing;
using Credence.Text;
using Credence.Wishes;

namespace Credence.Record.Tests.Portal;

/// <summary>Every sentence of the portal in plain words: grade 6 or less in English, 70 or more ("fairly easy") in Spanish; and every sentence in both.</summary>
public partial class PlainWordsTests
{
    private const double HighestGrade = 6;
    private const double LowestEase = 70;

    [Theory]
    // Published: the sentence of Wikipedia's page on the test (13 words, 24 syllables), and what textstat gives for its short test.
    [InlineData("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 11.3)]
    [InlineData("Cool dogs wear da sunglasses.", 2.9)]
    [InlineData("The cat sat on the mat.", -1.5)]
    public void The_grade_of_known_texts_is_known(string text, double grade) => Assert.Equal(grade, Readability.FleschKincaid(text), 0.06);

    [Theory]
    // By hand: 3 words, 5 syllables, 1 sentence; 8 words, 13 syllables, 2 sentences.
    [InlineData("El perro come.", 103.78)]
    [InlineData("La casa es azul. Vivo en ella aquí.", 105.26)]
    public void The_ease_of_texts_that_were_counted_by_hand_is_what_was_counted(string text, double ease) => Assert.Equal(ease, Readability.FernandezHuerta(text), 0.01);

    [Theory]
    [InlineData("note 1 notes 1 closed 1 table 2 voices 2 added 2 people 2 changes 2 police 2 erased 2 idea 3 every 2 anyone 3 trouble 2 sentence 2 once 1")]
    public void English_syllables_are_counted(string words) =>
        Assert.Equal("", string.Join(' ', Pairs(words).Where(pair => Readability.EnglishSyllables(pair.Word) != pair.Count)));

    [Theory]
    [InlineData("murciélago 4 aéreo 4 país 2 ciudad 2 guitarra 3 queso 2 construido 3 poesía 4 rey 1 y 1 policía 4 alguien 2 vergüenza 3 ahora 3 teléfono 4 había 3")]
    public void Spanish_syllables_are_counted(string words) =>
        Assert.Equal("", string.Join(' ', Pairs(words).Where(pair => Readability.SpanishSyllables(pair.Word) != pair.Count)));

    [Fact]
    public void Both_languages_have_every_sentence_and_the_same_gaps_in_it()
    {
        var (english, spanish) = (Sentences(Words.English), Sentences(Words.Spanish));
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), spanish.Keys.Order(StringComparer.Ordinal));
        Assert.True(english.Count > 200, $"Only {english.Count} sentences.");
        Assert.Equal([], english.Where(one => string.IsNullOrWhiteSpace(one.Value) || string.IsNullOrWhiteSpace(spanish[one.Key])).Select(one => one.Key));
        Assert.Equal([], english.Where(one => one.Value == spanish[one.Key] && one.Key is not "No").Select(one => one.Key));
        Assert.Equal([], english.Where(one => !Gaps(one.Value).SequenceEqual(Gaps(spanish[one.Key]))).Select(one => one.Key));
    }

    [Fact]
    public void Every_value_of_a_closed_list_and_every_event_has_its_words()
    {
        foreach (var words in Words.Languages)
        {
            foreach (var (whole, list) in ((object[])[words, words.Giving, words.Answer]).SelectMany(whole => whole.GetType().GetProperties().Select(list => (whole, list)))
                .Where(one => one.list.PropertyType.IsGenericType && one.list.PropertyType.GenericTypeArguments[0].IsEnum))
                Assert.Equal(Enum.GetValues(list.PropertyType.GenericTypeArguments[0]).Cast<object>(), ((IDictionary)list.GetValue(whole)!).Keys.Cast<object>().Order());
            Assert.Equal([], Kinds().Except(words.Happened.Keys));
            Assert.Equal([], Enum.GetNames<Credence.Care.Access.CareRole>().Append("Survivor").Except(words.Roles.Keys));
        }
    }

    [Theory]
    [InlineData("2031-05-01T23:59:00Z", "May 1, 2031, 23:59", "1 de mayo de 2031, 23:59")]
    [InlineData("2031-12-31T20:00:00-05:00", "January 1, 2032, 01:00", "1 de enero de 2032, 01:00")]
    public void A_day_is_said_as_one_says_it(string at, string english, string spanish) =>
        Assert.Equal((english, spanish), (Words.English.Moment(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)), Words.Spanish.Moment(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture))));

    [Fact]
    public void What_one_did_oneself_is_something_that_the_log_knows() => Assert.Equal([], Words.English.Mine.Keys.Except(Words.English.Happened.Keys));

    [Fact]
    public void All_words_together_are_plain_in_both_languages()
    {
        Assert.InRange(Readability.FleschKincaid(Whole(Words.English)), -4, HighestGrade);
        Assert.InRange(Readability.FernandezHuerta(Whole(Words.Spanish)), LowestEase, 140);
    }

    [Fact]
    public async Task Every_page_is_plain_in_both_languages()
    {
        await using var web = await PortalWeb.Start();
        var hard = new List<string>();
        foreach (var (prefix, measure) in new (string, Func<string, double>)[] { ("", text => HighestGrade - Readability.FleschKincaid(text)), ("/es", text => Readability.FernandezHuerta(text) - LowestEase) })
        {
            var id = await CareCast.TakeIn(web.Record);
            await CareCast.Give(web.Record, CareCast.Signed(web.Record, id, Credence.Consents.InformationKind.Language));
            var process = Guid.NewGuid();
            var talks = new RestorativeDesk(web.Record);
            foreach (var gate in (Gate[])[Gate.PersonWants, Gate.FacilitatorIndependent, Gate.RightToStopTold, Gate.ConfidentialityTold])
                await talks.Meet(CareCast.Advocate, id, process, gate, "the facilitator", default);
            await talks.Take(CareCast.Advocate, id, process, RestorativeStep.Preparation, null, default);
            using var guest = await web.Guest().Uses(await web.Card(id));
            var note = await guest.Keeps("x");
            await guest.Get("/home");
            var pages = new Dictionary<string, string>();
            foreach (var address in (string[])["", "/about", "/card", "/alone", "/back", "/home", "/file", "/looked", "/know", "/notes", "/notes/new", note, $"{note}/more", $"{note}/part", "/agreed", "/agreed/new", "/erase", "/wishes", "/talks", "/help", "/treated", "/nothing-here"])
                pages[prefix + address] = (await guest.Get(prefix + address is { Length: > 0 } there ? there : "/")).Body;
            await guest.Get("/home");
            pages["stopped"] = (await guest.Post($"{prefix}/talks/{process}/stopped")).Body;
            pages["erased"] = (await guest.Post($"{prefix}/erase")).Body;
            foreach (var (address, body) in pages)
                if (Text(body) is { Length: > 0 } text && measure(text) < 0) hard.Add($"{address} by {measure(text):F1}: {text}");
        }

        Assert.Equal([], hard);
    }

    /// <summary>By how much a page is too hard to read, and what it says; empty if it is plain.</summary>
    internal static string Hard(string html, bool isSpanish)
    {
        var text = Text(html);
        var left = text.Length == 0 ? 0 : isSpanish ? Readability.FernandezHuerta(text) - LowestEase : HighestGrade - Readability.FleschKincaid(text);
        return left < 0 ? $"by {-left:F1}: {text}" : "";
    }

    // What a page itself says in whole sentences: not what somebody wrote, and not what a pack of the agency has.
    private static string Text(string html)
    {
        var own = Packs().Replace(Scripts().Replace(html, ""), "");
        return string.Join(' ', Blocks().Split(own).Select(block => WebUtility.HtmlDecode(Tags().Replace(block, "")).Trim()).Where(text => text.EndsWith('.') || text.EndsWith('?')));
    }

    private static string Whole(Words words) => string.Join(' ', Sentences(words).Where(one => one.Value[^1] is '.' or '?').Select(one => one.Value));

    private static Dictionary<string, string> Sentences(object words)
    {
        var sentences = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in words.GetType().GetProperties().Where(one => one is { CanWrite: true, Name: not ("Language" or "Prefix") }))
        {
            if (property.GetValue(words) is { } more and (GivingWords or AnswerWords))
            {
                foreach (var (name, sentence) in Sentences(more)) sentences[$"{property.Name}.{name}"] = sentence;
            }
            else if (property.GetValue(words) is string text) sentences[property.Name] = text;
            else foreach (DictionaryEntry entry in (IDictionary)property.GetValue(words)!) sentences[$"{property.Name}.{entry.Key}"] = (string)entry.Value!;
        }

        return sentences;
    }

    private static IEnumerable<string> Gaps(string sentence) => Regex.Matches(sentence, @"\{\d\}").Select(gap => gap.Value).Order(StringComparer.Ordinal);

    private static IEnumerable<(string Word, int Count)> Pairs(string words) =>
        words.Split(' ').Chunk(2).Select(pair => (pair[0], int.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture)));

    // Events of the service record that can be about a person.
    private static List<string> Kinds() =>
    [
        .. Repository.Files("src/Credence.Care", "*.cs").Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal) && !file.Contains("/Directories/", StringComparison.Ordinal))
            .SelectMany(file => EventWords().Matches(Repository.Text(file))).Select(match => match.Groups[1].Value).Distinct().Except(NotOfAPerson),
    ];

    private static readonly string[] NotOfAPerson = ["caseload.opened", "inbox.opened", "measures.counted", "feedback.counted", "feedback.change-told", "release.read", "persons.identity", "design.db", "partner.called", "organization.reach-set"];

    [GeneratedRegex(@"""([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)""")]
    private static partial Regex EventWords();

    [GeneratedRegex(@"<(script|head|textarea)\b.*?</\1>|<p class=""(?:own|words)"".*?</p>|<dd\b.*?</dd>", RegexOptions.Singleline)]
    private static partial Regex Scripts();

    [GeneratedRegex(@"<(ul|dl|div)[^>]*\bdata-pack\b.*?</\1>", RegexOptions.Singleline)]
    private static partial Regex Packs();

    [GeneratedRegex(@"</?(?:p|h1|h2|li|ul|label|legend|button|dt|a|fieldset|section)\b[^>]*>")]
    private static partial Regex Blocks();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();
}
