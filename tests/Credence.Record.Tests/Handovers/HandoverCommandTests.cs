using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Credence.Cli;
using Credence.Record.Handovers;

namespace Credence.Record.Tests.Handovers;

/// <summary>Two custodians set the post up by commands.</summary>
public class HandoverCommandTests
{
    [Fact]
    public async Task Two_custodians_exchange_cards_and_compare_them_by_phone()
    {
        await using var police = await Workplace.Make(DatabaseKind.Sqlite);
        await using var care = await Workplace.Make(DatabaseKind.Sqlite);
        await Cast.NewPoliceRecord(police);
        await TwoHosts.NewCareRecord(care, TimeProvider.System);
        var (riverton, harbor) = (police.File("riverton.card"), care.File("harbor.card"));

        Assert.Equal(ExitCode.Refused, Run(police, "partner", "card", "--name", "riverton-pd", "--out", riverton).Exit);
        Assert.Equal(ExitCode.Refused, Run(police, "partner", "card", "--name", "riverton-pd", "--out", riverton, "--as", "Officer-1").Exit);
        // Two agencies in this record have an account of that name, so its id says which.
        Assert.Equal(ExitCode.Done, Run(police, "partner", "card", "--name", "riverton-pd", "--out", riverton, "--as", TwoHosts.PoliceKeeper.Account.Value.ToString()).Exit);
        Assert.Equal(ExitCode.Done, Run(care, "partner", "card", "--name", "harbor-house", "--address", "https://post.example/", "--out", harbor, "--as", "Administrator-1").Exit);

        var shown = Run(care, "partner", "add", riverton, "--as", "Administrator-1");
        Assert.Equal(ExitCode.Refused, shown.Exit);
        var fingerprint = PostCard.Read(await File.ReadAllBytesAsync(riverton), out _)!.Fingerprint;
        Assert.Contains(fingerprint, shown.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Refused, Run(care, "partner", "add", riverton, "--fingerprint", "00000 00000", "--as", "Administrator-1").Exit);
        Assert.Equal("No partners yet.\n", Run(care, "partner", "list").Output);

        Assert.Equal(ExitCode.Done, Run(care, "partner", "add", riverton, "--fingerprint", fingerprint, "--as", "Administrator-1").Exit);
        Assert.Equal($"riverton-pd (police), by file, {fingerprint}\n", Run(care, "partner", "list").Output);
        Assert.Equal((ExitCode.Done, "partner: riverton-pd\ncalled: Riverton Police Department\n", ""), Run(care, "partner", "call", "riverton-pd", " Riverton Police Department ", "--as", "Administrator-1"));
        Assert.Equal(ExitCode.Refused, Run(care, "partner", "call", "lakeside-pd", "Lakeside Police", "--as", "Administrator-1").Exit);
        Assert.Equal(ExitCode.Refused, Run(police, "partner", "call", "harbor-house", "Harbor House", "--as", TwoHosts.PoliceKeeper.Account.Value.ToString()).Exit);
        Assert.Equal(ExitCode.Done, Run(care, "partner", "remove", "riverton-pd", "--as", "Administrator-1").Exit);
        Assert.Equal("No partners yet.\n", Run(care, "partner", "list").Output);
    }

    [Fact]
    public async Task Messages_and_receipts_go_by_file_where_there_is_no_network()
    {
        await using var hosts = await Now();
        var (incident, proposal) = (await Cast.AddIncident(hosts.Police, Cast.Riverton, "2031-1"), Proposals.Of(Proposals.Signed(hosts.Clock.Now)));
        await hosts.PoliceDesk.HandOver(Cast.Investigator, incident, proposal, default);
        var message = Assert.Single(await hosts.WaitingAt(police: true)).Id;
        var stick = hosts.PolicePlace.File("stick");

        Assert.Equal("written: 1\n", Run(hosts.PolicePlace, "export", "--to", stick).Output);
        var envelope = Path.Combine(stick, $"{message}.envelope");
        Assert.DoesNotContain("Rosa", await File.ReadAllTextAsync(envelope), StringComparison.Ordinal);
        Assert.Equal("taken in: 1\nknown before: 0\nreceipts: 0\nat the desk: 1\nput aside: 0\ndestroyed: 0\n", Run(hosts.CarePlace, "import", envelope).Output);
        Assert.Equal("taken in: 0\nknown before: 1\nreceipts: 0\nat the desk: 0\nput aside: 0\ndestroyed: 0\n", Run(hosts.CarePlace, "import", envelope).Output);
        Assert.Contains("to harbor-house: 1 waiting", Run(hosts.PolicePlace, "status").Output, StringComparison.Ordinal);
        Assert.Equal("taken in: 0\nknown before: 0\nreceipts: 1\nat the desk: 0\nput aside: 0\ndestroyed: 0\n", Run(hosts.PolicePlace, "import", Path.Combine(stick, $"{message}.receipt")).Output);

        Assert.Equal(OutgoingState.Delivered, (await hosts.Outgoing(message)).State);
        Assert.Contains("to harbor-house: 1 delivered", Run(hosts.PolicePlace, "status").Output, StringComparison.Ordinal);
        await hosts.BothChainsHold();
    }

    [Fact]
    public async Task A_file_cut_off_and_a_file_too_large_are_each_said_in_a_sentence()
    {
        await using var hosts = await Now();
        var envelope = await hosts.EnvelopeOf(await hosts.Send("words"));
        var (cut, large) = (hosts.CarePlace.File("cut.envelope"), hosts.CarePlace.File("large.envelope"));
        await File.WriteAllBytesAsync(cut, envelope[..(envelope.Length / 2)]);
        await File.WriteAllBytesAsync(large, new byte[5_000_000]);

        var said = Run(hosts.CarePlace, "import", cut, large);

        Assert.Equal(ExitCode.DoneWithProblems, said.Exit);
        Assert.Contains($"{cut}: Line 11: found no signature, expected one there; the text may be cut off.\n", said.Output, StringComparison.Ordinal);
        Assert.Contains($"{large}: Found {Envelope.Longest + 1} bytes, expected at most {Envelope.Longest}.\n", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_without_a_record_is_refused_and_none_is_made()
    {
        await using var place = await Workplace.Make(DatabaseKind.Sqlite);

        var said = Run(place, "status");

        Assert.Equal((ExitCode.Failed, $"{place.Place}: found no record, expected one; credence db init makes one.\n"), (said.Exit, said.Error));
        Assert.False(File.Exists(place.File("record.db")));
        Assert.Equal(ExitCode.WrongUse, Run(place, "serve", "--listen", "0.0.0.0:80").Exit);
    }

    [Fact]
    public async Task A_host_answers_with_receipts_and_tells_a_stranger_nothing()
    {
        await using var hosts = await Now();
        var port = FreePort();
        await using var host = await HostProcess.Serve(hosts.CarePlace, port);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        var envelope = await hosts.EnvelopeOf(await hosts.Send("words"));
        var text = Encoding.ASCII.GetString(envelope);

        var (taken, receipt) = await Send(http, envelope);
        Assert.Equal((HttpStatusCode.OK, null, "no-store"), (taken.StatusCode, taken.Headers.Server.FirstOrDefault(), taken.Headers.CacheControl!.ToString()));
        Assert.Equal(Acknowledgment.New, await hosts.Sender.Outbox.Acknowledge(Encoding.ASCII.GetBytes(receipt), default));
        Assert.Equal(receipt, (await Send(http, envelope)).Text);

        var answers = new[]
        {
            await Send(http, Changed("from: riverton-pd", "from: lakeside-pd")), await Send(http, Changed("to: harbor-house", "to: other-house")),
            await Send(http, Changed("content: handover", "content: handoved")),
        };
        Assert.Equal("Expected a message to this host by one of its partners.", Assert.Single(answers.Select(answer => answer.Text).Distinct()));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Forbidden, answer.Response.StatusCode));

        Assert.Equal(HttpStatusCode.BadRequest, (await Send(http, "words"u8.ToArray())).Response.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Send(http, new byte[Envelope.Longest + 1])).Response.StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await http.PostAsync("handover", new ByteArrayContent(envelope))).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await http.GetAsync("handover")).StatusCode);
        Assert.Equal("ok", await http.GetStringAsync("health"));
        Assert.Single(await hosts.Incoming());

        byte[] Changed(string from, string to) => Encoding.ASCII.GetBytes(text.Replace(from, to, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_knocks_too_often_has_to_wait()
    {
        await using var hosts = await Now();
        var port = FreePort();
        await using var host = await HostProcess.Serve(hosts.CarePlace, port);
        using var line = new SocketsHttpHandler { MaxConnectionsPerServer = 20 };
        using var http = new HttpClient(line) { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };

        var answers = await Task.WhenAll(Enumerable.Range(0, 500).Select(async _ => (await Send(http, "words"u8.ToArray())).Response.StatusCode));

        Assert.Contains(HttpStatusCode.BadRequest, answers);
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
    }

    [Fact]
    public async Task A_message_goes_to_the_agreed_address_and_follows_no_redirect()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var elsewhere = FreePort();
        var answer = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            var stream = client.GetStream();
            await stream.ReadExactlyAsync(new byte[64]);
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:{elsewhere}/\r\nContent-Length: 0\r\n\r\n"));
            await Task.Delay(500);
        });
        using var sender = new HandoverSender();

        var carried = await sender.Carry(new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"), "words"u8.ToArray(), default);

        Assert.Equal((null, Trouble.Refused), (carried.Answer, carried.Trouble));
        Assert.Equal(Trouble.Unreachable, (await sender.Carry(new Uri($"http://127.0.0.1:{elsewhere}/"), "words"u8.ToArray(), default)).Trouble);
        await answer;
    }

    private static async Task<TwoHosts> Now()
    {
        var hosts = await TwoHosts.Make(DatabaseKind.Sqlite);
        hosts.Clock.Now = TimeProvider.System.GetUtcNow();
        return hosts;
    }

    private static async Task<(HttpResponseMessage Response, string Text)> Send(HttpClient http, byte[] envelope)
    {
        using var body = new ByteArrayContent(envelope);
        body.Headers.ContentType = new MediaTypeHeaderValue(HandoverSender.EnvelopeType);
        var response = await http.PostAsync("handover", body);
        return (response, await response.Content.ReadAsStringAsync());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static (int Exit, string Output, string Error) Run(Workplace place, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = CommandLine.Run(["handover", .. arguments, "--record", place.Place.ToString(), "--keys", Cast.Keys(place).Path], output, error);
        return (exit, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
