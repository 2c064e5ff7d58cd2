using System.Text;
using Credence.Care.Access;
using Credence.Care.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Links;
using Credence.Record.Storage;
using Credence.Record.Tests.Handovers;
using Microsoft.EntityFrameworkCore;

namespace Credence.Record.Tests.Links;

public class LinkBookTests
{
    private const string Answer = "referral-answer";
    private static readonly Guid Subject = new("44444444-0000-4000-8000-000000000001");

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Opening_a_link_uses_nothing_up_and_answering_uses_it_once(DatabaseKind kind)
    {
        await using var place = await Workplace.Make(kind);
        var (record, links, _) = await New(place);
        var token = await Issue(record, links);

        for (var robot = 0; robot < 3; robot++) Assert.Equal(Subject, (await links.Open(token, Answer, default))!.Access.Subject);
        Assert.Equal("done", await links.Use(token, Answer, Work, _ => true, default));

        Assert.Null(await links.Open(token, Answer, default));
        Assert.Null(await links.Use(token, Answer, Work, _ => true, default));
        Assert.Equal((1, 1), (await Events(record, "link.used"), await Events(record, "referral.answered")));
        Assert.True((await record.CheckChain(default)).Holds);
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task Of_several_answers_at_once_one_counts(DatabaseKind kind)
    {
        await using var place = await Workplace.Make(kind);
        var (record, links, _) = await New(place);
        var token = await Issue(record, links);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => links.Use(token, Answer, Work, _ => true, default))));

        Assert.Single(answers, answer => answer is not null);
        Assert.Equal(1, await Events(record, "referral.answered"));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_answer_that_fails_leaves_the_link_open(DatabaseKind kind)
    {
        await using var place = await Workplace.Make(kind);
        var (record, links, _) = await New(place);
        var token = await Issue(record, links);

        await Assert.ThrowsAsync<InvalidOperationException>(() => links.Use<string>(token, Answer, (_, _, _) => throw new InvalidOperationException(), _ => true, default));

        Assert.NotNull(await links.Open(token, Answer, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task An_answer_that_is_refused_leaves_the_link_open_and_nothing_written(DatabaseKind kind)
    {
        await using var place = await Workplace.Make(kind);
        var (record, links, _) = await New(place);
        var token = await Issue(record, links);

        Assert.Equal("done", await links.Use(token, Answer, Work, _ => false, default));

        Assert.NotNull(await links.Open(token, Answer, default));
        Assert.Equal((0, 0), (await Events(record, "link.used"), await Events(record, "referral.answered")));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_link_for_one_thing_opens_nothing_else_and_ends_in_time(DatabaseKind kind)
    {
        await using var place = await Workplace.Make(kind);
        var (record, links, clock) = await New(place);
        var token = await Issue(record, links);
        Assert.Null(await links.Open(token, "capacity-report", default));

        clock.Now += LinkBook<CareContext>.Lifetime - TimeSpan.FromSeconds(1);
        Assert.NotNull(await links.Open(token, Answer, default));
        clock.Now += TimeSpan.FromSeconds(1);

        Assert.Null(await links.Open(token, Answer, default));
        Assert.Null(await links.Use(token, Answer, Work, _ => true, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_withdrawn_link_is_as_one_that_never_was(DatabaseKind kind)
    {
        await using var place = await Workplace.Make(kind);
        var (record, links, _) = await New(place);
        var token = await Issue(record, links);
        await using (var act = await record.Begin(Advocate, default))
        {
            Assert.Equal(1, await links.Withdraw(act, Subject, default));
            await act.Save(default);
        }

        Assert.Null(await links.Open(token, Answer, default));
        Assert.Equal(1, await Events(record, "link.withdrawn"));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task A_guess_opens_nothing_even_with_the_number_of_the_link(DatabaseKind kind)
    {
        await using var place = await Workplace.Make(kind);
        var (record, links, _) = await New(place);
        var token = await Issue(record, links);

        foreach (var guess in (string?[])[null, "", "../..", new string('A', 64), token[..22] + new string('A', 42), token[..63] + (token[63] == 'A' ? 'E' : 'A'), token + "A"])
            Assert.Null(await links.Open(guess, Answer, default));
    }

    [Theory, ClassData(typeof(EveryDatabase))]
    public async Task The_record_holds_no_secret_of_a_link(DatabaseKind kind)
    {
        await using var place = await Workplace.Make(kind);
        var (record, links, _) = await New(place);
        var token = await Issue(record, links);
        await using var rows = record.Enter(Advocate);
        var row = await rows.Links.AsNoTracking().SingleAsync();

        Assert.Equal(32, row.SecretHash.Length);
        Assert.DoesNotContain(Convert.ToHexString(row.SecretHash), Convert.ToHexString(Encoding.ASCII.GetBytes(token)), StringComparison.Ordinal);
        Assert.False(Convert.ToHexString(System.Buffers.Text.Base64Url.DecodeFromChars(token)).Contains(Convert.ToHexString(row.SecretHash), StringComparison.Ordinal));
        await using var keeper = record.Enter(TwoHosts.CareKeeper);
        Assert.Equal(0, await keeper.Links.CountAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    public async Task A_link_lives_thirty_days_at_most(int days)
    {
        await using var place = await Workplace.Make(DatabaseKind.Sqlite);
        var (record, links, _) = await New(place);
        await using var act = await record.Begin(Advocate, default);

        Assert.Throws<ArgumentOutOfRangeException>(() => links.Issue(act, Answer, Subject, TimeSpan.FromDays(days)));
    }

    private static CareAccess Advocate => TwoHosts.CareAs(CareRole.Advocate);

    private static async Task<(RecordStore<CareContext> Record, LinkBook<CareContext> Links, HandClock Clock)> New(Workplace place)
    {
        var clock = new HandClock();
        var record = await TwoHosts.NewCareRecord(place, clock);
        return (record, new LinkBook<CareContext>(record), clock);
    }

    private static async Task<string> Issue(RecordStore<CareContext> record, LinkBook<CareContext> links)
    {
        await using var act = await record.Begin(Advocate, default);
        var token = links.Issue(act, Answer, Subject);
        await act.Save(default);
        return token.Reveal();
    }

    private static Task<string> Work(Act<CareContext> act, LinkAccess access, CancellationToken cancellation)
    {
        act.Note(new EventDraft(new EventKind("referral.answered"), access.Subject));
        return Task.FromResult("done");
    }

    private static async Task<int> Events(RecordStore<CareContext> record, string kind)
    {
        await using var rows = record.Enter(Scope.Steward);
        return await rows.Everything<RecordedEvent>().CountAsync(row => row.Kind == kind);
    }
}
