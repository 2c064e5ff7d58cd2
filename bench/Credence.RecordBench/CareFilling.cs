using Credence.Care.Access;
using Credence.Care.Consents;
using Credence.Care.Directories;
using Credence.Care.Handovers;
using Credence.Care.Needs;
using Credence.Care.Persons;
using Credence.Care.Referrals;
using Credence.Care.Statements;
using Credence.Care.Wishes;
using Credence.Consents;
using Credence.Directories;
using Credence.Record.Events;
using Credence.Record.Handovers;
using Credence.Referrals;
using Credence.Testing;
using Credence.Wishes;
using OrganizationId = Credence.Consents.OrganizationId;
using PersonId = Credence.Record.Access.PersonId;

namespace Credence.RecordBench;

/// <summary>
/// Fills a service record through its desks: every second person was handed over by police, each has a referral and a statement, and the files of those
/// who are asked for have something on every page.
/// </summary>
internal sealed class CareFilling(BenchCare care)
{
    /// <summary>Handovers that nobody has taken.</summary>
    public const int Waiting = 100;

    private static readonly OrganizationId Police = new("example-police");
    private static readonly Recipient Meadow = new(new OrganizationId("meadow-legal"), "Meadow Legal (invented)");
    private static readonly NeededHelp[] Needs = [new(Need.Shelter, Urgency.Now), new(Need.Legal, Urgency.Soon)];
    private static readonly InformationKind[] Told = [InformationKind.Needs, InformationKind.Identity, InformationKind.Contact, InformationKind.Language];

    private readonly PersonDesk _persons = new(care.Store);
    private readonly ReferralDesk _referrals = new(care.Store);
    private readonly StatementDesk _statements = new(care.Store);
    private OrganizationId Own => new(care.Advocate.Organization.Value.ToString());

    /// <summary>Puts a directory in.</summary>
    public static async Task<DirectoryImport> Fill(BenchCare care, IEnumerable<DirectoryEntry> entries)
    {
        using var shelf = new DirectoryShelf(Cast.Packs);
        return (await new DirectoryDesk(care.Store, shelf).Import(care.Lead, "bench", entries, default))!;
    }

    /// <summary>Puts persons in; those whose files are full.</summary>
    public async Task<IReadOnlyList<PersonId>> Fill(int persons, int full)
    {
        var found = new List<PersonId>();
        for (var i = 0; i < persons; i++)
        {
            var person = i % 2 == 0 ? await HandOver(isTaken: i < persons - (2 * Waiting)) : await TakeIn(i);
            var referral = await Propose(person, i);
            if (found.Count < full && i % 2 == 1)
            {
                await FillFile(person, referral);
                found.Add(person);
            }
            else await _statements.Keep(TheirOwn(person), "What was there before the summer, and who said it (invented).", default);
        }

        return found;
    }

    private SurvivorAccess TheirOwn(PersonId person) => new(person, care.Advocate.Organization);

    private async Task<PersonId> TakeIn(int number) => (await _persons.TakeIn(care.Advocate, new FaceSheet
    {
        CalledName = $"Rosa {number} (invented)", Language = "es", IsUnder18 = false, Safety = "Do not call at night.", Needs = Needs, InOwnWords = "A room with a door that locks (invented).",
        Contacts = [new SafeContact(ContactWay.Text, "555-0101", "mornings", false, false)],
    }, default))!.Value;

    // As the post hands a message to the desk that takes it in.
    private async Task<PersonId> HandOver(bool isTaken)
    {
        var (id, now) = (new HandoverId(Guid.NewGuid()), care.Store.Clock.GetUtcNow());
        await using (var act = await care.Store.Begin(new PostAccess(care.Advocate.Organization), default))
        {
            var message = new ReceivedMessage(Guid.NewGuid(), HostName.Of(Police.Value), ContentWord.Handover, Message(id, now), now);
            if (await new HandoverDesk(care.Store).Take(act, message, default) is not Taking.Taken) throw new InvalidOperationException("A handover was not taken in.");
            act.Note(new EventDraft(new EventKind("handover.taken"), message.Message, detail: message.From.Value));
            await act.Save(default);
        }

        var inbox = new InboxDesk(care.Store);
        return isTaken ? ((TakingAnswer.Taken)await inbox.Take(care.Advocate, id, default)).Person : (await inbox.Open(care.Advocate, id, default))!.Line.Person;
    }

    private byte[] Message(HandoverId id, DateTimeOffset now)
    {
        var about = new Consents.PersonId(Guid.NewGuid());
        var content = new HandoverContent { Needs = Needs, CalledName = "Rosa (invented)", Language = "es", Contact = new SafeContact(ContactWay.Text, "555-0101", null, false, false) };
        var consent = Signed(about, now) with { From = Police, To = new Recipient(Own, BenchCare.Provider), Direction = Direction.PoliceToCare };
        return HandoverWriter.Bytes(((HandoverAnswer.Ready)Handover.Of(id, [consent], about, Police, Own, content, now)).Handover);
    }

    private Consent Signed(Consents.PersonId about, DateTimeOffset now) => new()
    {
        Id = new ConsentId(Guid.NewGuid()), About = about, Giver = Giver.Person, Signatures = [new Signature(Signer.Person, now)], From = Own, To = Meadow, Direction = Direction.CareToCare,
        Purpose = Purpose.Referral, Kinds = Told.ToHashSet(), Begins = now, Ends = now.AddDays(90), RisksShownAt = now, ToldHelpDoesNotDependOnIt = true, How = new HowGiven(ConsentForm.Paper, "es", Interpreter.Independent),
    };

    private async Task<ReferralId> Propose(PersonId person, int number) =>
        ((ReferralReply.Done)await _referrals.Propose(care.Advocate, person, Meadow, $"s{number}", Needs, ["There is room."], default)).Referral.Id;

    private async Task FillFile(PersonId person, ReferralId referral)
    {
        var (access, now) = (care.Advocate, care.Store.Clock.GetUtcNow());
        var consent = ((ConsentAnswer.Written)await new ConsentDesk(care.Store).Write(access, Signed(new Consents.PersonId(person.Value), now), new SigningAnswer.Person(), default)).Id;
        Expect<ReferralReply.Done>(await _referrals.Agree(access, referral, consent, default));
        Expect<ReferralReply.LinkGiven>(await _referrals.Send(access, referral, SendingWay.Link, default));
        Expect<ReferralReply.Done>(await _referrals.Note(access, referral, new ReferralNews.Accepted(), default));
        await new NeedsDesk(care.Store).Ask(access, person, [.. Needs.Select(one => new AskedNeed(one.Need, Answering.Answered, one.Urgency))], default);
        Expect<WishReply.Kept>(await new WishDesk(care.Store, Cast.Packs).Write(access, person, new WishAnswer(Answering.Answered, "To be believed (invented).", [], null), null, default));
        for (var note = 0; note < 3; note++) await _statements.Keep(TheirOwn(person), string.Concat(Enumerable.Repeat("What was there before the summer, and who said it (invented). ", 20)), default);
        await _statements.Send(TheirOwn(person), null, "A part of it, to be answered (invented).", StatementAsk.Nothing, default);
    }

    private static void Expect<T>(object answer)
    {
        if (answer is not T) throw new InvalidOperationException($"Found {answer.GetType().Name}, expected {typeof(T).Name}.");
    }
}

/// <summary>A clock that is behind by as long as it is told: what is filled in then has waited by now.</summary>
internal sealed class PastClock(TimeSpan behind) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() - behind;
}
