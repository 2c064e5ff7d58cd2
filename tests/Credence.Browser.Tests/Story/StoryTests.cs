using System.Text.RegularExpressions;
using Credence.Browser.Tests.Police;
using Credence.Record.Access;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Story;

/// <summary>The whole way, between processes as agencies run them: from the roadside to help, and to what the person sees of it and takes back.</summary>
public class StoryTests(Town town, Chromium chromium) : IClassFixture<Town>
{
    private const string Called = "Rosa (invented)";

    private static readonly string[] Providers = ["Full House", "Meadow Legal", "Lantern Clinic", "North Street"];

    private string _link = "";

    [Fact]
    public async Task A_person_is_handed_over_helped_sees_all_of_it_and_takes_back_what_police_never_learned()
    {
        var officer = await chromium.Page(390);
        await HandsOver(officer);
        var advocate = await chromium.Page();
        var file = await TakesIn(advocate);
        var code = await MakesACard(advocate, file);
        await Refers(advocate, file);
        await LetsPoliceKnow(advocate, file);

        var person = await chromium.Page(390);
        await ComesIn(person, code);
        await SeesTheHelp(person);
        await TakesBack(person);
        await advocate.GotoAsync($"{file}/referrals");
        Assert.Contains("The person wants that the help goes on. Nothing more is told.", await advocate.About("North Street", ": sent").InnerTextAsync(), StringComparison.Ordinal);
        await advocate.Sees("advocate-referrals", 1280);

        await town.AgencyListens();
        await Steps.Until(async () => (await town.PostOf("police.db")).Contains("from harbor-house: 2 taken", StringComparison.Ordinal));
        await KnowNothing(officer);
        await SeesWhoLooked(person);
    }

    [Fact]
    public async Task Somebody_without_a_name_keeps_a_note_comes_back_sends_a_part_and_takes_it_back()
    {
        const string Whole = "He keeps my passport in a drawer. My sister knows. (invented)", Part = "He keeps my passport in a drawer. (invented)", Secret = "four cups upon the table";
        var first = await chromium.Page(390);
        await first.GotoAsync(town.OwnPages.At("/"));
        await first.Follows("I have no card");
        await first.Locator("input[name=passphrase]").FillAsync(Secret);
        await first.Locator("input[name=again]").FillAsync(Secret);
        await first.Presses("Make my pages");
        var words = await first.Locator(".words").InnerTextAsync();
        await first.Presses("I have them");
        await first.Follows("My notes");
        await first.Follows("Write a note");
        await first.Locator("textarea[name=words]").FillAsync(Whole);
        await first.Presses("Keep it");
        Assert.Contains("Only you can read it.", await first.Says(), StringComparison.Ordinal);
        await first.Sees("without-name-note", 390);
        await first.Context.CloseAsync();

        var again = await chromium.Page(390);
        await again.GotoAsync(town.OwnPages.At("/back"));
        await again.Locator("input[name=words]").FillAsync(words);
        await again.Locator("input[name=passphrase]").FillAsync(Secret);
        await again.Presses("Open my pages");
        await again.GotoAsync(town.OwnPages.At("/notes"));
        await again.Locator("ul.entries a").ClickAsync();
        await again.Follows("Send a part of it");
        await again.Locator("textarea[name=words]").FillAsync(Part);
        await again.Locator("input[name=asks][value=Talk]").CheckAsync();
        await again.Sees("without-name-part", 390);
        await again.Presses("Go on");
        await again.Sees("without-name-part-seen", 390);
        await again.Presses("Send this part");
        Assert.Contains("Harbor House can read it.", await again.Says(), StringComparison.Ordinal);
        var sent = again.Url;

        var advocate = await chromium.Page();
        await advocate.Enters(town.Care, "adv-2", PurposeKind.Help);
        await advocate.GotoAsync(town.Care.At("/inbox"));
        await advocate.GetByRole(AriaRole.Link, new() { NameRegex = new("^Open that of") }).Last.ClickAsync();
        Assert.Contains(Part, await advocate.Says(), StringComparison.Ordinal);
        Assert.DoesNotContain("sister", await advocate.ContentAsync(), StringComparison.Ordinal);
        await advocate.Sees("advocate-statement", 1280);
        var statement = advocate.Url;

        await again.GotoAsync(sent);
        await again.Presses("Stop sharing it");
        Assert.Contains("Only you can read it.", await again.Says(), StringComparison.Ordinal);
        Assert.Equal(404, (await advocate.GotoAsync(statement))!.Status);
        await again.GotoAsync(town.OwnPages.At("/looked"));
        Assert.Contains("read a note you shared", await again.Says(), StringComparison.Ordinal);
    }

    private async Task HandsOver(IPage page)
    {
        await page.Enters(town.Police, "off-1");
        await page.Begins(town.Police);
        await page.Locator("input[name=item-paid][value=No]").CheckAsync();
        await page.Locator("input[name=item-locks][value=Refused]").CheckAsync();
        await page.Presses("Save, and what it means");
        await page.Sees("officer-meaning", 390);
        await page.Follows("Needs and help");
        foreach (var need in (string[])["Shelter", "Legal", "Medical"]) await page.Locator($"select[name=need-{need}]").SelectOptionAsync("Accepted");
        await page.Presses("Save");
        await page.Follows("Hand the person over, if the person wants that");
        await page.Locator("input[name=recipient]").FillAsync("Harbor House");
        foreach (var (need, soon) in ((string, string)[])[("Shelter", "Now"), ("Legal", "Soon"), ("Medical", "Soon")])
        {
            // What was asked at the roadside stands here already.
            Assert.StartsWith("asked for", await page.Locator($"select[name=need-{need}] option:checked").InnerTextAsync(), StringComparison.Ordinal);
            await page.Locator($"select[name=need-{need}]").SelectOptionAsync(soon);
        }

        await page.Locator("input[name=called]").FillAsync(Called);
        await page.Locator("select[name=way]").SelectOptionAsync("Text");
        await page.Locator("input[name=contact]").FillAsync("555-0101");
        await page.Locator("input[name=language]").FillAsync("es");
        await page.Locator("input[name=age]").FillAsync("34");
        await page.Locator("input[name=explained]").FillAsync("es");
        await page.Sees("officer-handover", 390);
        await page.Presses("Go on");
        Assert.Equal("Antes de firmar", await page.Locator("h1").InnerTextAsync());
        await page.Locator("input[name=read-Person]").CheckAsync();
        await page.Sees("person-signs", 390);
        await page.Presses("Firmo");
        Assert.Equal("Queda entregado", await page.Locator("h1").InnerTextAsync());
        await page.Sees("person-signed", 390);
    }

    private async Task<string> TakesIn(IPage page)
    {
        await page.Enters(town.Care, "adv-1", PurposeKind.Help);
        var waiting = page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Open that of") });
        await Steps.Until(async () =>
        {
            await page.GotoAsync(town.Care.At("/inbox"));
            return await waiting.CountAsync() > 0;
        });
        Assert.DoesNotContain(Called, await page.ContentAsync(), StringComparison.Ordinal);
        await page.Sees("advocate-inbox", 1280);
        await waiting.ClickAsync();
        await page.Sees("advocate-handover", 1280);
        await page.Presses("Take it");
        Assert.Contains(Called, await page.Says(), StringComparison.Ordinal);
        await page.Sees("advocate-file", 1280);
        return page.Url;
    }

    private static async Task<string> MakesACard(IPage page, string file)
    {
        await page.GotoAsync($"{file}/card");
        await page.Presses("Make a card");
        await page.Sees("advocate-card", 1280);
        return await page.Locator("code.digits").InnerTextAsync();
    }

    // One has no room, one answers by its link, one helps to the end, and one has read and not answered yet.
    private async Task Refers(IPage page, string file)
    {
        await page.Refers(file, Providers[0], "Shelter");
        await page.Notes(Providers[0], "declined", "NoRoom");
        var answered = await page.Refers(file, Providers[1], "Legal");
        await page.Refers(file, Providers[2], "Medical");
        foreach (var news in (string[])["accepted", "contacted", "started"]) await page.Notes(Providers[2], news);
        await Closes(page, Providers[2]);
        _link = await page.Refers(file, Providers[3], "Shelter");

        var provider = await chromium.Page(390);
        await provider.Reads(answered);
        Assert.Contains(Called, await provider.Says(), StringComparison.Ordinal);
        Assert.DoesNotContain("555-0101", await provider.ContentAsync(), StringComparison.Ordinal);
        await provider.Sees("provider-reads", 390);
        await provider.Locator("input[name=news][value=accepted]").CheckAsync();
        await provider.Presses("Answer, once");
        Assert.Equal("Thank you", await provider.Locator("h1").InnerTextAsync());
        var other = await chromium.Page(390);
        await other.Reads(_link);
        Assert.Contains(Called, await other.Says(), StringComparison.Ordinal);
    }

    private static async Task Closes(IPage page, string name)
    {
        var about = page.About(name);
        await about.GetByText($"It is over with {name}").ClickAsync();
        await about.Locator("select[name=outcome-Medical]").SelectOptionAsync("Met");
        await about.Locator("select[name=answering]").SelectOptionAsync("Answered");
        await about.Locator("select[name=own]").SelectOptionAsync("Partly");
        await about.Locator("textarea[name=words]").FillAsync("Me escucharon (invented)");
        await about.GetByRole(AriaRole.Button, new() { Name = "Close it" }).ClickAsync();
        await page.About(name, ": closed").WaitForAsync();
        await about.GetByText($"What happened with {name}").ClickAsync();
        Assert.Contains("Me escucharon (invented)", await about.InnerTextAsync(), StringComparison.Ordinal);
    }

    // The person lets Harbor House say how far it is; the agency's post does not answer that day.
    private async Task LetsPoliceKnow(IPage page, string file)
    {
        await page.GotoAsync($"{file}/consents/new");
        await page.Locator("select[name=to]").SelectOptionAsync("care-to-police riverton-pd");
        await page.Locator("input[name=kind][value=ReferralState]").CheckAsync();
        await page.Locator("input[name=age]").FillAsync("34");
        await page.Locator("input[name=explained]").FillAsync("es");
        await page.Presses("Go on");
        await page.Sees("person-signs-for-police", 1280);
        await page.Locator("input[name=read-Person]").CheckAsync();
        await page.Presses("Firmo");
        Assert.Equal("Usted firmó", await page.Locator("h1").InnerTextAsync());
        await page.SignsInAgain(town.Care, PurposeKind.Help);
        await page.GotoAsync(file);
        await page.Follows("what its sender hears");
        await page.Locator("select[name=state]").SelectOptionAsync("FirstContact");
        await page.Presses("Tell police this");
        await Steps.Until(async () => (await town.PostOf("care.db")).Contains("Unreachable", StringComparison.Ordinal));
    }

    private async Task ComesIn(IPage page, string code)
    {
        const string Secret = "cuatro tazas sobre la mesa";
        await page.GotoAsync(town.OwnPages.At("/"));
        await page.Follows("Español");
        await page.Sees("person-start", 390);
        await page.Follows("Tengo una tarjeta");
        await page.Locator("input[name=code]").FillAsync(code);
        await page.Locator("input[name=passphrase]").FillAsync(Secret);
        await page.Locator("input[name=again]").FillAsync(Secret);
        await page.Presses("Seguir");
        await page.Sees("person-words", 390);
        await page.Presses("Ya las tengo");
        await page.Sees("person-home", 390);
        await page.Follows("Lo que deseo");
        await page.Locator("textarea[name=words]").FillAsync("Que me crean (invented)");
        await page.Locator("input[name=options]").First.CheckAsync();
        await page.Presses("Guardar mi deseo");
        Assert.Contains("Que me crean (invented)", await page.Locator(".entries").InnerTextAsync(), StringComparison.Ordinal);
        await page.Sees("person-wish", 390);
    }

    private async Task SeesTheHelp(IPage page)
    {
        await page.GotoAsync(town.OwnPages.At("/es/help"));
        foreach (var (name, state) in Providers.Zip((string[])["no lo pueden hacer", "dijeron que sí", "ya terminó", "se mandó. Aún no hay respuesta"]))
            Assert.Contains(state, await page.About(name).InnerTextAsync(), StringComparison.Ordinal);
        await page.Sees("person-help", 390);
        await page.GotoAsync(town.OwnPages.At("/es/agreed"));
        await page.Sees("person-agreed", 390);
    }

    private async Task TakesBack(IPage page)
    {
        await page.TakesBack(town.OwnPages, $"A {Providers[3]} se le puede decir");
        Assert.Contains($"{Providers[3]} ya sabía algo. Harbor House tiene que llamar.", await page.Says(), StringComparison.Ordinal);
        await page.Sees("person-taken", 390);
        var provider = await chromium.Page(390);
        await provider.Reads(_link);
        Assert.Equal("Nothing here", await provider.Locator("h1").InnerTextAsync());
        Assert.DoesNotContain(Called, await provider.ContentAsync(), StringComparison.Ordinal);

        await page.TakesBack(town.OwnPages, "A riverton-pd se le puede decir");
        Assert.Contains("Va un mensaje que le dice que pare.", await page.Says(), StringComparison.Ordinal);
        // What was signed at the roadside too, without going back there.
        await page.TakesBack(town.OwnPages, "riverton-pd nos puede decir");
        Assert.Contains("Va un mensaje a riverton-pd.", await page.Says(), StringComparison.Ordinal);
        await page.Sees("person-taken-from-police", 390);
        await page.GotoAsync(town.OwnPages.At("/es/help"));
        await page.Sees("person-asked-on", 390);
        await page.About(Providers[3]).GetByRole(AriaRole.Button, new() { Name = "Sí, que siga" }).ClickAsync();
        Assert.Contains("Dijiste que siga.", await page.About(Providers[3]).InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("¿Sigue la ayuda?", await page.Says(), StringComparison.Ordinal);
    }

    // What came is that a permission is over: no state, and no provider but the one that the person was handed over to.
    private async Task KnowNothing(IPage officer)
    {
        var said = new List<string>();
        await officer.SignsInAgain(town.Police);
        await officer.GotoAsync(town.Police.At("/handovers"));
        said.Add(await officer.Says());
        Assert.Contains("taken back", said[^1], StringComparison.Ordinal);
        await officer.Sees("officer-handovers", 390);
        foreach (var (handle, purpose, place) in ((string, PurposeKind, string)[])[("sup-1", PurposeKind.Casework, "/handovers"), ("aud-1", PurposeKind.Audit, "/events")])
        {
            var page = await chromium.Page(390);
            await page.Enters(town.Police, handle, purpose);
            await page.GotoAsync(town.Police.At(place));
            said.Add(await page.Says());
            if (handle == "sup-1")
            {
                await page.Follows("Open the copy");
                said.Add(await page.Says());
                Assert.Contains(Called, said[^1], StringComparison.Ordinal);
            }
        }

        var rows = await Rows();
        // What police know stands there, so that the look at the rows is one.
        Assert.Contains("harbor-house", rows, StringComparison.Ordinal);
        Assert.Contains("consent.withdrawn-elsewhere", rows, StringComparison.Ordinal);
        foreach (var word in (string[])["handover.noted", "first-contact", "first contact", "provider says", .. Providers, .. Providers.Select(name => name.ToLowerInvariant().Replace(' ', '-'))])
            Assert.DoesNotContain(word, string.Join('\n', [rows, .. said]), StringComparison.OrdinalIgnoreCase);
    }

    private async Task SeesWhoLooked(IPage page)
    {
        var said = "";
        for (var place = town.OwnPages.At("/es/looked"); ; place = page.Url)
        {
            await page.GotoAsync(place);
            said += await page.Says();
            if (place.EndsWith("/looked", StringComparison.Ordinal)) await page.Sees("person-looked", 390);
            var older = page.GetByRole(AriaRole.Link, new() { Name = "Más viejos" });
            if (await older.CountAsync() == 0) break;
            await older.ClickAsync();
        }

        foreach (var line in (string[])
        [
            "Alguien a tu lado, de Harbor House: leyó lo que la policía mandó sobre ti.", "Alguien a tu lado, de Harbor House: leyó lo que está escrito sobre ti.",
            "Alguien a tu lado, de Harbor House: miró la ayuda que se pidió.", "Alguien de Meadow Legal: leyó lo que se pidió para ti, allí donde te pueden ayudar.", "Alguien de North Street: leyó lo que se pidió para ti, allí donde te pueden ayudar.",
        ])
            Assert.True(Regex.Replace(said, @" \(\d+\)\.", ".").Contains(line, StringComparison.Ordinal), $"Not there: {line}\n{said}");
        Assert.DoesNotContain("Se hizo otra cosa", said, StringComparison.Ordinal);
    }

    // Every text and every byte that can be read as one, in every table of the police record.
    private async Task<string> Rows()
    {
        await using var file = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = town.PoliceFile, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await file.OpenAsync();
        var tables = new List<string>();
        await using (var names = new SqliteCommand("SELECT name FROM sqlite_master WHERE type = 'table'", file).ExecuteReader())
            while (names.Read()) tables.Add(names.GetString(0));
        var text = new System.Text.StringBuilder();
        foreach (var table in tables)
        {
            await using var rows = new SqliteCommand($"SELECT * FROM \"{table}\"", file).ExecuteReader();
            while (rows.Read())
                for (var column = 0; column < rows.FieldCount; column++)
                    text.Append(rows.GetValue(column) is byte[] bytes ? System.Text.Encoding.Latin1.GetString(bytes) : rows.GetValue(column)).Append('\n');
        }

        return text.ToString();
    }
}
