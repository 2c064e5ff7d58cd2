using System.Net;
using Credence.Care.Access;
using Credence.Care.Consents;
using Credence.Care.Persons;
using Credence.Cli;
using Credence.Cli.Handovers;
using Credence.Consents;
using Credence.Police.Handovers;
using Credence.Referrals;

namespace Credence.Record.Tests.Handovers;

/// <summary>A process that serves pages takes in and sends by itself when it is asked.</summary>
public class RunningPostTests
{
    private static readonly IPEndPoint Anywhere = new(IPAddress.Loopback, 0);

    private static CareAccess Advocate => TwoHosts.CareAs(CareRole.Advocate);

    [Fact]
    public async Task A_handover_reaches_the_provider_s_file_and_the_answer_reaches_police_with_nothing_run_beside()
    {
        await using var hosts = await TwoHosts.Make(DatabaseKind.Sqlite);
        hosts.Clock.Now = TimeProvider.System.GetUtcNow();
        var said = new List<string>();
        await using var care = await RunningPost.Start(PostRecord.Of(hosts.Care), hosts.Recipient, Anywhere, sends: true, Say, default);
        await using var police = await RunningPost.Start(PostRecord.Of(hosts.Police), hosts.Sender, Anywhere, sends: true, Say, default);
        await hosts.Sender.Partners.Add(TwoHosts.PoliceKeeper, hosts.Recipient.Keys.Card with { Address = new Uri(new Uri(care.At), "/") }, hosts.Recipient.Keys.Card.Fingerprint, default);
        await hosts.Recipient.Partners.Add(TwoHosts.CareKeeper, hosts.Sender.Keys.Card with { Address = new Uri(new Uri(police.At), "/") }, hosts.Sender.Keys.Card.Fingerprint, default);
        using var http = new HttpClient();
        Assert.Equal("ok", await http.GetStringAsync(new Uri(new Uri(care.At), "/health")));

        var incident = await Cast.AddIncident(hosts.Police, Cast.Riverton, "2031-1");
        var posted = Assert.IsType<HandoverOutcome.Posted>(await hosts.PoliceDesk.HandOver(Cast.Investigator, incident, Proposals.Of(Proposals.Signed(hosts.Clock.Now)), default));
        var file = await Soon(async () => (await new PersonDesk(hosts.Care).Caseload(Advocate, false, 0, 10, default)).SingleOrDefault());
        var back = Proposals.Back(hosts.Clock.Now, new PersonId(file.Person.Value));
        Assert.IsType<ConsentAnswer.Written>(await hosts.CareConsents.Write(Advocate, back, new SigningAnswer.Person(), default));
        await hosts.CareDesk.Answer(Advocate, posted.Handover, ReferralState.Accepted, default);
        await Soon(async () => (await hosts.PoliceDesk.List(Cast.Investigator, incident, 0, 50, default)).SingleOrDefault(line => line.State is ReferralState.Accepted));

        await hosts.BothChainsHold();
        Assert.Empty(said);

        void Say(string sentence)
        {
            lock (said) said.Add(sentence);
        }
    }

    [Fact]
    public async Task A_port_in_use_is_one_sentence()
    {
        await using var hosts = await TwoHosts.Make(DatabaseKind.Sqlite);
        await using var first = await RunningPost.Start(PostRecord.Of(hosts.Care), hosts.Recipient, Anywhere, sends: false, _ => { }, default);
        var taken = new IPEndPoint(IPAddress.Loopback, new Uri(first.At).Port);

        var end = await Assert.ThrowsAsync<CommandEnd>(() => RunningPost.Start(PostRecord.Of(hosts.Police), hosts.Sender, taken, sends: false, _ => { }, default));

        Assert.Equal((ExitCode.Failed, $"Found {taken} in use or not allowed, expected a free port for what partners send."), (end.ExitCode, end.Message));
    }

    [Theory]
    [InlineData("0.0.0.0:80", ExitCode.WrongUse, "--handovers: found no address of this machine itself, expected one such as 127.0.0.1:8441.\n")]
    [InlineData("127.0.0.1:0", ExitCode.Refused, "Found no keys of a post here, expected those that credence handover partner card --name NAME --as HANDLE makes.\n")]
    public async Task Pages_are_not_served_without_the_post_that_was_asked_for(string listen, int code, string sentence)
    {
        await using var place = await Workplace.Make(DatabaseKind.Sqlite);
        await TwoHosts.NewCareRecord(place, TimeProvider.System);
        using var output = new StringWriter();
        using var error = new StringWriter();

        var exit = CommandLine.Run(["serve", "care", "--record", place.Place.ToString(), "--keys", Cast.Keys(place).Path, "--handovers", listen], output, error);

        Assert.Equal((code, "", sentence), (exit, output.ToString(), error.ToString().ReplaceLineEndings("\n")));
    }

    private static async Task<T> Soon<T>(Func<Task<T?>> look) where T : class
    {
        for (var tries = 0; tries < 300; tries++, await Task.Delay(200))
            if (await look() is { } found) return found;
        throw new InvalidOperationException("Nothing came within a minute.");
    }
}
