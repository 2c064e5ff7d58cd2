using System.Net;
using Credence.Interviews;
using Credence.Interviews.Deidentification;
using Credence.Research;
using Credence.Research.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace Credence.Browser.Tests.Research;

/// <summary>The pages of two coders at one invented project file; everything is removed when it is done.</summary>
internal sealed class InterviewSite : IAsyncDisposable
{
    private readonly string _folder;
    private readonly List<(WebApplication Host, Room Room, Uri Address)> _hosts = [];

    private InterviewSite(string folder, ProjectFile file) => (_folder, File) = (folder, file);

    public ProjectFile File { get; }

    public List<string> Said { get; } = [];

    /// <summary>Two coders, three interviews of which two are coded by both, and four codes.</summary>
    public static InterviewSite Start()
    {
        var folder = Directory.CreateTempSubdirectory("credence-interviews-").FullName;
        var file = Assert.IsType<ProjectAnswer.Opened>(ProjectFile.Create(Path.Combine(folder, "study.credence"), "Invented", TimeProvider.System)).File;
        foreach (var name in (string[])["ana", "ben"]) { file.AddCoder(name); }

        var (ana, ben) = (file.Coders()[0].Id, file.Coders()[1].Id);
        var trust = new Code(new CodeId(Guid.NewGuid()), "Trust") { IsCodable = false };
        var fear = new Code(new CodeId(Guid.NewGuid()), "Fear of arrest") { Parent = trust.Id, Definition = "Somebody says that people fear to be arrested.", Color = "#1f4f78", Measure = "arrested-or-cited" };
        foreach (var code in (Code[])[trust, fear, new Code(new CodeId(Guid.NewGuid()), "Training")]) { file.Keep(code); }

        file.AddTranscript("Detective, north", "INTERVIEWER: Who calls you?\nP1: Nobody calls. They fear that we arrest them. I know it from Rosalba, in Elster.\nINTERVIEWER: And then?\nP1: Then rosalba left.", "police", "north", [ana, ben]);
        file.AddTranscript("Shelter, south", string.Join('\n', Enumerable.Range(1, 150).Select(turn => $"P2: That was turn {turn}. They do not call the police.")), "provider", "south", [ana]);
        file.AddTranscript("Patrol, south", "I was never trained.", "police", "south", [ana, ben]);
        var done = file.Find(3)!;
        file.Code(done, [new TextSpan(0, done.Text.Length)], fear.Id, ana);
        foreach (var coder in (CoderId[])[ana, ben]) { file.Finish(done.Id, coder); }

        file.AddMemo(MemoSubject.Code, fear.Id.Value, "Ask whether this is one thing or two.", ana);
        return new InterviewSite(folder, file);
    }

    public CodeId Code(string name) => File.Codebook().Named(name)!.Id;

    /// <summary>A page that one coder has open.</summary>
    public async Task<IPage> Page(Chromium chromium, string coder, int width = 1280, bool scripts = true, bool dark = false)
    {
        var page = await chromium.Page(width, dark, scripts);
        await page.GotoAsync(ResearchHost.LinkOf((await Served(coder)).Room, (await Served(coder)).Address).ToString());
        return page;
    }

    public async Task<string> At(string coder, string address) => new Uri((await Served(coder)).Address, address).ToString();

    public async ValueTask DisposeAsync()
    {
        foreach (var (host, _, _) in _hosts)
        {
            await host.StopAsync();
            await host.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private async Task<(WebApplication Host, Room Room, Uri Address)> Served(string name)
    {
        if (_hosts.FirstOrDefault(one => one.Room?.Coder.Name == name) is { Host: not null } there) { return there; }

        var end = new IPEndPoint(IPAddress.Loopback, IPagesSite.FreePort());
        var (room, address) = (new Room(File, File.Coders().Single(coder => coder.Name == name)), new Uri($"http://localhost:{end.Port}"));
        var host = ResearchHost.Build(room, TimeProvider.System, end, address, Said.Add);
        await host.StartAsync();
        _hosts.Add((host, room, address));
        return _hosts[^1];
    }

    /// <summary>Decides about a name as a page would.</summary>
    public void Replace(string written, string pseudonym) => File.Decide(new IdentifierDecision(written, IdentifierKind.Person, pseudonym));
}
