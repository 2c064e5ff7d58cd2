using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Credence.Care.Cards;
using Credence.Care.Storage;
using Credence.Portal;
using Credence.Record.Storage;
using Credence.Testing;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.RecordBench;

/// <summary>The pages of the portal as persons see them who came in by a card, in both languages; and what coming back costs, nearly all of it for the secret sentence.</summary>
internal static partial class PortalBench
{
    private const string Secret = "a quiet walk by the lake";
    private const int Promised = 50_000;
    private const int Returns = 100;

    private static readonly BenchPage[] Outside = [new("front page", ""), new("what this is", "/about"), new("coming in without a name", "/alone"), new("coming in by a card", "/card"), new("coming back", "/back")];

    private static readonly BenchPage[] Inside =
    [
        new("what there is", "/home"), new("notes", "/notes"), new("writing", "/notes/new"), new("the own file", "/file"), new("who read it", "/looked"), new("what was agreed to", "/agreed"),
        new("a consent of one's own", "/agreed/new"), new("help that was asked for", "/help"), new("wishes", "/wishes"), new("talks", "/talks"), new("how one was treated", "/treated"),
        new("what one can do", "/know"), new("having it erased", "/erase"), new("another secret sentence", "/secret"),
    ];

    public static async Task Run(BenchCare care, RecordStore<CareContext> record, BenchPages pages, HttpClient client, IReadOnlyList<PersonId> full)
    {
        var portal = Credence.Portal.Portal.Of(BenchCare.Provider, new Uri("https://weather.example/"), "us-ma", Cast.Packs);
        await using var site = await Served.Start((end, address) => PortalHost.Build(
            record, care.Advocate.Organization, portal, new Passphrases(), end, address, Console.Error.WriteLine));
        // One person may ask so often within a minute: many ask here.
        var (guests, words) = await ComeIn(care, record, site, client, full);
        await Back(site, client, words);
        PageTable.Head(record, "Pages of the portal");
        var heaviest = (Name: "", Weight: 0L);
        // Other words and the same work: many at once ask in one language.
        foreach (var (language, prefix, asked) in (IReadOnlyList<(string, string, BenchPages)>)[("English", "", pages), ("Spanish", "/es", new BenchPages(client, 0))])
            foreach (var (page, isInside) in Outside.Select(one => (one, false)).Concat(Inside.Select(one => (one, true))))
            {
                var path = prefix + page.Path;
                var weight = await PageTable.Row(
                    asked, site.Address, page with { Name = $"{page.Name}, {language}", Path = path.Length == 0 ? "/" : path }, isInside ? guests : [new Asker("", "none=1")]);
                if (weight.All > heaviest.Weight) heaviest = ($"{page.Name}, {language}", weight.All);
            }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"The heaviest with all that it loads: {heaviest.Name}, {heaviest.Weight:N0} bytes; promised are fewer than {Promised:N0}."));
    }

    private static async Task<(IReadOnlyList<Asker> Guests, IReadOnlyList<string> Words)> ComeIn(
        BenchCare care, RecordStore<CareContext> record, Served site, HttpClient client, IReadOnlyList<PersonId> full)
    {
        var (guests, words, cards) = (new List<Asker>(), new List<string>(), new CardDesk(record));
        foreach (var person in full)
        {
            var guest = new BenchGuest(client, site.Address, $"10.1.{guests.Count / 250}.{guests.Count % 250}");
            var code = ((CardAnswer.Made)await cards.Make(care.Advocate, person, default)).Code;
            await guest.Get("/card");
            await guest.Post("/card", ("code", code), ("passphrase", Secret), ("again", Secret));
            words.Add(NewWords().Match(await guest.Get("/words")).Groups[1].Value);
            await guest.Post("/words");
            guests.Add(new Asker("", guest.Cookies));
        }

        return (guests, words);
    }

    private static async Task Back(Served site, HttpClient client, IReadOnlyList<string> words)
    {
        var (took, alone) = (new List<double>(), new List<double>());
        for (var i = 0; i < Returns; i++)
        {
            var guest = new BenchGuest(client, site.Address, $"10.2.0.{i}");
            await guest.Get("/back");
            var began = Stopwatch.GetTimestamp();
            if (!(await guest.Post("/back", ("words", words[i % words.Count]), ("passphrase", Secret))).EndsWith("/home", StringComparison.Ordinal))
                throw new InvalidOperationException("Found the door closed, expected somebody to come back.");
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            began = Stopwatch.GetTimestamp();
            Rfc2898DeriveBytes.Pbkdf2(Secret, new byte[16], 210_000, HashAlgorithmName.SHA512, 32);
            alone.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Coming back with words and secret sentence: median {ImportBench.Median(took):0} ms, 99th in 100 {took.Order().ElementAt(Returns * 99 / 100):0} ms; 210,000 rounds of PBKDF2-HMAC-SHA512 alone {ImportBench.Median(alone):0} ms."));
    }

    [GeneratedRegex("<p class=\"words\">([^<]+)</p>")]
    private static partial Regex NewWords();
}
