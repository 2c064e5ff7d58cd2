using System.Text.RegularExpressions;

namespace Credence.Browser.Tests.Story;

/// <summary>
/// A police record and a service record as two agencies keep them: made by commands, partners by cards whose digits were compared, each with hosts of its own.
/// Only the agency's post does not listen yet. Everything is ended and removed when it is done.
/// </summary>
public sealed partial class Town : IAsyncLifetime
{
    private readonly List<IAsyncDisposable> _running = [];
    private readonly (int Police, int Care) _ports = (IPagesSite.FreePort(), IPagesSite.FreePort());
    private string _folder = "";

    internal Served Police { get; private set; } = null!;

    internal Served Care { get; private set; } = null!;

    internal Served OwnPages { get; private set; } = null!;

    /// <summary>The file of the police record.</summary>
    public string PoliceFile => Path.Combine(_folder, "police.db");

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is null) return;
        _folder = Directory.CreateTempSubdirectory("credence-story-").FullName;
        await Task.WhenAll(
            Do("db init police --organization Riverton --account Administrator=admin-1 --account Supervisor=sup-1 --account Officer=off-1 --account Auditor=aud-1 --record police.db"),
            Do("db", "init", "care", "--organization", "Harbor House", "--account", "Administrator=admin-2", "--account", "ProviderLead=lead-1", "--account", "Advocate=adv-1", "--account", "Advocate=adv-2", "--record", "care.db"));
        var digits = await Task.WhenAll(Card("police.db", "riverton-pd", "admin-1", _ports.Police), Card("care.db", "harbor-house", "admin-2", _ports.Care));
        await Task.WhenAll(Partner("police.db", "harbor-house", "admin-1", digits[1]), Partner("care.db", "riverton-pd", "admin-2", digits[0]));
        var pages = await Task.WhenAll(
            Keep(Served.Start(_folder, "police", "--record", "police.db", "--link", "off-1", "--link", "sup-1", "--link", "aud-1")),
            Keep(Served.Start(_folder, "care", "--record", "care.db", "--link", "adv-1", "--link", "adv-2", "--handovers", $"127.0.0.1:{_ports.Care}")),
            // Quick leave leads to a page of this machine, so that the story needs no network.
            Keep(Served.Start(_folder, "portal", "--record", "care.db", "--leave", $"http://127.0.0.1:{_ports.Care}/health")));
        (Police, Care, OwnPages) = (pages[0], pages[1], pages[2]);
        // The provider's one process takes in and sends too; the agency sends by another.
        _running.Add(Running.Start(_folder, "handover", "send", "--watch", "--record", "police.db"));
    }

    /// <summary>The agency's post listens from now on, and what waits for it is sent at once.</summary>
    public async Task AgencyListens()
    {
        await Listen("police.db", _ports.Police);
        await Do("handover send --now --record care.db");
    }

    /// <summary>What the post of a record counts.</summary>
    /// <param name="record">police.db or care.db.</param>
    public Task<string> PostOf(string record) => Do($"handover status --record {record}");

    public async ValueTask DisposeAsync()
    {
        foreach (var one in _running.AsEnumerable().Reverse()) await one.DisposeAsync();
        if (_folder.Length > 0) Directory.Delete(_folder, recursive: true);
    }

    private Task<string> Do(string words) => Do(words.Split(' '));

    private Task<string> Do(params string[] words) => Running.Run(_folder, words);

    private async Task<string> Card(string record, string name, string keeper, int port) => Digits().Match(
        await Do($"handover partner card --name {name} --address http://127.0.0.1:{port}/ --out {name}.card --as {keeper} --record {record}")).Groups[1].Value.Trim();

    private Task<string> Partner(string record, string partner, string keeper, string digits) =>
        Do("handover", "partner", "add", $"{partner}.card", "--fingerprint", digits, "--as", keeper, "--record", record);

    private async Task Listen(string record, int port)
    {
        var post = Running.Start(_folder, "handover", "serve", "--listen", $"127.0.0.1:{port}", "--record", record);
        _running.Add(post);
        await post.SaysUntil("Taking messages");
    }

    private async Task<Served> Keep(Task<Served> starting)
    {
        var served = await starting;
        lock (_running) _running.Add(served);
        return served;
    }

    [GeneratedRegex("read out by phone: (.*)")]
    private static partial Regex Digits();
}
