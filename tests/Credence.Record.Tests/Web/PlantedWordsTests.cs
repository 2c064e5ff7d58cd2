using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Credence.Incidents;
using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Storage;
using Credence.Record.Tests.Incidents;
using Credence.Record.Tests.Walk;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Web;

/// <summary>
/// Words that could be somebody's name, and a script, are written wherever anybody can write: into every column of a file, and into every
/// field of every form that any role finds by following links. Then every page is looked at again, and addresses, events and what was logged.
/// </summary>
public partial class PlantedWordsTests
{
    private const string Marker = "Quillfeather";
    private const string Script = "\"'></textarea></title><script>alert('" + Marker + "')</script><img src=x onerror=alert(1)>";
    private const int MostOfAKind = 3;

    [Fact]
    public async Task What_somebody_wrote_runs_nowhere_and_stands_in_no_address_no_event_and_no_log()
    {
        await using var workplace = await Workplace.Make(DatabaseKind.Sqlite);
        var world = await PoliceWorld.Make(workplace);
        await using var web = await PoliceWeb.Start(world.Record);
        var planted = await Import(world.Record);

        var sent = new HashSet<string>();
        foreach (var words in (string[])[Script, Marker])
            foreach (var role in Enum.GetValues<PoliceRole>())
            {
                using var writer = await web.Visitor().Enters(Cast.At(Cast.Riverton, role).Account);
                foreach (var page in await Walk(writer, planted)) await Fill(writer, role, page.Body, words, sent);
            }

        Assert.True(sent.Count > 15, $"Only {sent.Count} forms were sent: {string.Join(", ", sent)}");
        var pages = new List<(string Address, string Body)>();
        foreach (var role in Enum.GetValues<PoliceRole>())
        {
            using var reader = await web.Visitor().Enters(Cast.At(Cast.Riverton, role).Account);
            pages.AddRange(await Walk(reader, planted));
        }

        Assert.Contains(pages, page => page.Body.Contains("&lt;script&gt;", StringComparison.Ordinal) && page.Body.Contains(Marker, StringComparison.Ordinal));
        // The page without a connection leads to the door, where nobody is signed in.
        Assert.Equal([], pages.Where(page => page.Address != "/sign-in" && page.Body.Contains("__RequestVerificationToken", StringComparison.Ordinal) && !page.Body.Contains("action=\"/sign-out\"", StringComparison.Ordinal)).Select(page => page.Address));
        Assert.Equal([], pages.SelectMany(page => Runs(page.Body).Select(found => $"{page.Address}: {found}")).Distinct());
        // A form that asks by its address takes what is chosen, a day, or an id, and nothing that one types.
        Assert.Equal([], pages.SelectMany(page => PageForm.Of(page.Body).Where(form => form.Method == "get")
            .SelectMany(form => form.Fields).Where(field => field is { IsFree: true, HasPattern: false } && field.Type != "date").Select(field => $"{page.Address}: {field.Name}")).Distinct());
        Assert.Equal([], web.Addresses.Keys.Concat(pages.SelectMany(page => PageForm.Links(page.Body))).Where(HasMarker).Distinct());
        Assert.Equal([], (await world.Everything()).Where(row => row.StartsWith("events", StringComparison.Ordinal) && HasMarker(row)));
        Assert.Equal([], web.Said);
        Assert.Empty(web.Unmannered.Keys);
    }

    // Every column that a file may have, also one that nobody has thought of yet.
    private static async Task<IReadOnlyList<string>> Import(RecordStore<PoliceContext> record)
    {
        static string Cell(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        Assert.True(ColumnMap.TryParse([string.Join(',', ColumnMap.Keys.Select(key => $"{key}=column_{key}"))], out var map, out _));
        var file = new StringBuilder().AppendJoin(',', ColumnMap.Keys.Select(key => $"column_{key}")).Append($",{Marker}\n");
        foreach (var (number, words) in ((string, string)[])[("2031-91", Script), ($"2031-92 {Marker}", Marker), ($"2031-93 {Script}", Script)])
        {
            var rows = ColumnMap.Keys.Select(key => key switch
            {
                "id" => Cell(number),
                "ori" => "ZZ0310000",
                "date" => "2031-02-03",
                "narrative" => Cell($"{words} said her boss keeps her passport and she is not allowed to leave (invented). {words}"),
                _ => Cell(words),
            });
            file.AppendJoin(',', rows).Append($",{Cell(words)}\n");
        }

        var bytes = Encoding.UTF8.GetBytes(file.ToString());
        IncidentSource Open() => IncidentSource.TryOpen(new MemoryStream(bytes), map, out var source, out var problem) ? source : throw new InvalidDataException(problem.ToString());
        var sent = new ImportFile($"{Marker}.csv", Convert.ToHexStringLower(SHA256.HashData(bytes)), Open);
        var done = Assert.IsType<ImportOutcome.Done>(await new ImportDesk(record).Import(Imports.Analyst, sent, Imports.Screening, null, default));
        // A number that is a script is none.
        Assert.Equal(2, done.Run.Added);
        await using var incidents = record.Enter(Imports.Analyst);
        return [.. (await incidents.Incidents.Where(row => row.Number.StartsWith("2031-9")).ToListAsync()).Where(row => row.Number != "2031-9").Select(row => $"/incidents/{row.Id.Value}")];
    }

    // Pages that one finds by links, a few of each kind; where words were planted, first of all.
    private static async Task<List<(string Address, string Body)>> Walk(Visitor visitor, IReadOnlyList<string> planted)
    {
        var (pages, seen, kinds, open) = (new List<(string, string)>(), new HashSet<string>(), new Dictionary<string, int>(), new Queue<string>([.. planted, "/", "/account", "/purpose"]));
        while (open.TryDequeue(out var address))
        {
            var kind = Ids().Replace(address.Split('?')[0], "*");
            if (!seen.Add(address) || (kinds[kind] = kinds.GetValueOrDefault(kind) + 1) > MostOfAKind) continue;
            var answer = await visitor.Get(address);
            if (answer.Location is { } next) open.Enqueue(next);
            if (answer.Status == HttpStatusCode.OK) pages.Add((address, answer.Body));
            foreach (var link in PageForm.Links(answer.Body)) open.Enqueue(link);
        }

        return pages;
    }

    private static async Task Fill(Visitor visitor, PoliceRole role, string body, string words, HashSet<string> sent)
    {
        foreach (var form in PageForm.Of(body).Where(form => form.Method == "post"))
        {
            // Each kind of form once for each role; a session that a form has ended is begun by nobody again, and the other roles go on.
            var kind = $"{role} {Ids().Replace(form.Action, "*")} {string.Join('|', form.Fields.Select(field => field.Name).Distinct())}";
            if (Ends(form.Action) || !sent.Add(words == Script ? kind : $"{kind} again")) continue;
            using var content = form.IsFile ? File(visitor, words) : visitor.Form(form.Filled(words));
            var answer = await visitor.Send(HttpMethod.Post, form.Action, content);
            Assert.Equal([], Runs(answer.Body).Select(found => $"{kind}: {found}"));
            if (answer is { Status: HttpStatusCode.SeeOther, Location: { } next }) Assert.Equal([], Runs((await visitor.Get(next)).Body).Select(found => $"{next}: {found}"));
        }
    }

    // Who may not go on after it would not find the rest.
    private static bool Ends(string action) => action is "/sign-out" or "/team/closed" or "/team/sessions/ended";

    private static MultipartFormDataContent File(Visitor visitor, string words)
    {
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes($"incident_id,{Marker},narrative\n{Marker},{Marker},{Marker}\n"));
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileName = $"\"{words.Replace("\"", "", StringComparison.Ordinal)}.csv\"" };
        return new MultipartFormDataContent { { new StringContent(visitor.Token!), "__RequestVerificationToken" }, file };
    }

    // A script that is not ours, an attribute that runs, or the words as they were written.
    private static IEnumerable<string> Runs(string body) =>
        Running().Matches(body).Select(found => found.Value).Concat(body.Contains("<img src=x", StringComparison.OrdinalIgnoreCase) ? ["<img"] : []);

    private static bool HasMarker(string text) => Uri.UnescapeDataString(text).Contains(Marker, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("<script(?! src=\"/assets/[0-9a-f]{16}/[a-z]+\\.js\" defer(?:=\"\")?></script>)[^>]*>|<[a-z]+[^>\"']*(?:\"[^\"]*\"[^>\"']*)*\\son[a-z]+\\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex Running();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/)[0-9]+(?=/|$)")]
    private static partial Regex Ids();
}
