using Credence.Consents;
using CsCheck;

namespace Credence.Tests.Consents;

public class ConsentPropertyTests
{
    private static readonly DateTimeOffset Start = Releases.Day("2031-06-14");
    private static readonly OrganizationId[] Organizations = [Releases.Police, Releases.HarborHouse, new("another-shelter")];
    private static readonly PersonId[] People = [Releases.Her, new(new Guid("11111111-0000-0000-0000-000000000009"))];

    // Mostly right, so that a good part of what is drawn is permitted.
    private static Gen<T> Mostly<T>(T usual, Gen<T> other) => Gen.Frequency((24, Gen.Const(usual)), (1, other));

    private static readonly Gen<DateTimeOffset> Time = Gen.Int[-48, 24 * 40].Select(hours => Start.AddHours(hours));

    private static readonly Gen<IReadOnlySet<InformationKind>> Kinds =
        Gen.Enum<InformationKind>().List[1, 12].Select(kinds => (IReadOnlySet<InformationKind>)kinds.ToHashSet());

    private static readonly Gen<IReadOnlyList<Signature>> Signatures =
        Gen.Select(Gen.Enum<Signer>(), Time, Mostly(false, Gen.Const(true)), (signer, at, suspected) => new Signature(signer, at, suspected))
            .List[0, 4].Select(list => (IReadOnlyList<Signature>)list);

    private static readonly Gen<Consent> AConsent = Gen.Select(
        Gen.Select(Gen.Guid, Mostly(Releases.Her, Gen.OneOf(People)), Mostly(Giver.Person, Gen.Enum<Giver>()), Mostly(Releases.Signed.Signatures, Signatures)),
        Gen.Select(Mostly(Releases.Police, Gen.OneOf(Organizations)), Mostly(Releases.HarborHouse, Gen.OneOf(Organizations)), Mostly(Direction.PoliceToCare, Gen.Enum<Direction>()), Mostly(Purpose.Referral, Gen.Enum<Purpose>())),
        Gen.Select(Kinds, Mostly(Start, Time), Mostly(Start.AddDays(30), Time), Mostly<DateTimeOffset?>(null, Time.Select(time => (DateTimeOffset?)time))),
        Gen.Select(Mostly<DateTimeOffset?>(Start, Time.Select(time => (DateTimeOffset?)time)), Mostly(true, Gen.Bool), Mostly(ConsentForm.Paper, Gen.Enum<ConsentForm>()), Mostly(Interpreter.NotNeeded, Gen.Enum<Interpreter>())),
        (who, scope, time, how) => Releases.Signed with
        {
            Id = new ConsentId(who.Item1), About = who.Item2, Giver = who.Item3, Signatures = who.Item4, MinorRule = "rule",
            From = scope.Item1, To = new Recipient(scope.Item2, "a name"), Direction = scope.Item3, Purpose = scope.Item4,
            Kinds = time.Item1, Begins = time.Item2, Ends = time.Item3, WithdrawnAt = time.Item4,
            RisksShownAt = how.Item1, ToldHelpDoesNotDependOnIt = how.Item2, How = new HowGiven(how.Item3, "en", how.Item4),
        });

    private static readonly Gen<Disclosure> Asked = Gen.Select(
        Mostly(Releases.Her, Gen.OneOf(People)), Mostly(Releases.Police, Gen.OneOf(Organizations)), Mostly(Releases.HarborHouse, Gen.OneOf(Organizations)),
        Mostly(Direction.PoliceToCare, Gen.Enum<Direction>()), Mostly(Purpose.Referral, Gen.Enum<Purpose>()), Gen.Enum<InformationKind>().List[0, 2],
        (about, from, to, direction, purpose, kinds) => new Disclosure(about, from, to, direction, purpose, kinds));

    private static readonly Gen<(List<Consent> Consents, Disclosure Asked, DateTimeOffset Now)> Cases = Gen.Select(AConsent.List[0, 6], Asked, Time);

    [Fact]
    public void What_is_drawn_is_often_permitted_and_often_refused()
    {
        var answers = new List<bool>();
        Cases.Sample(one => answers.Add(Consent.AnyPermits(one.Consents, one.Asked, one.Now) is Permission.Permitted), iter: 4000, threads: 1);

        Assert.InRange(answers.Count(permitted => permitted), 400, 3600);
    }

    [Fact]
    public void No_order_of_consents_changes_an_answer() =>
        Cases.Sample(one => Print(one.Consents, one) == Print(Enumerable.Reverse(one.Consents), one) && Print(one.Consents, one) == Print(one.Consents.OrderBy(consent => consent.Id.Value), one), iter: 4000);

    [Fact]
    public void A_consent_that_is_given_twice_says_no_more() =>
        Cases.Sample(one => Print(one.Consents, one) == Print(one.Consents.Concat(one.Consents), one), iter: 4000);

    [Fact]
    public void Withdrawing_never_permits_anything_and_stops_at_once() =>
        Gen.Select(AConsent, Asked, Time, Time).Sample((consent, asked, at, now) =>
            consent.Withdraw(at).Permits(asked, now) is Permission.Refused refused && refused.Says(RefusalReason.Withdrawn), iter: 4000);

    [Fact]
    public void An_old_copy_does_not_permit_what_was_withdrawn_since() =>
        Gen.Select(AConsent, Asked, Time, Time, Gen.Bool).Sample((consent, asked, at, now, isFirst) =>
            !Permitted(isFirst ? [consent, consent.Withdraw(at)] : [consent.Withdraw(at), consent], asked, now), iter: 4000);

    [Fact]
    public void Nothing_takes_a_withdrawal_back_or_makes_it_later() =>
        Gen.Select(AConsent, Time, Time).Sample((consent, one, other) => consent.Withdraw(one).Withdraw(other).WithdrawnAt <= (one < other ? one : other), iter: 4000);

    [Fact]
    public void Suspicion_never_permits_anything() =>
        Gen.Select(AConsent, Gen.Enum<Signer>(), Asked, Time).Sample((consent, signer, asked, now) =>
            consent.Permits(asked, now) is Permission.Permitted || consent.Suspecting(signer).Permits(asked, now) is Permission.Refused, iter: 4000);

    [Fact]
    public void Asking_for_less_is_never_refused_where_more_is_permitted() =>
        Gen.Select(Cases, Gen.Enum<InformationKind>()).Sample((one, more) =>
            one.Asked.Kinds.Count == 0
            || Permitted(one.Consents, one.Asked, one.Now)
            || !Permitted(one.Consents, one.Asked with { Kinds = [.. one.Asked.Kinds, more] }, one.Now), iter: 4000);

    [Fact]
    public void What_is_permitted_is_permitted_by_one_consent_that_names_all_of_it() =>
        Cases.Sample(one => Consent.AnyPermits(one.Consents, one.Asked, one.Now) is not Permission.Permitted permitted
            || one.Consents.Any(consent => consent.Id == permitted.By && consent.WithdrawnAt is null && one.Now < consent.Ends && one.Now >= consent.Begins
                && consent.About == one.Asked.About && consent.To.Organization == one.Asked.To && consent.From == one.Asked.From
                && consent.Purpose == one.Asked.Purpose && consent.Direction == one.Asked.Direction && one.Asked.Kinds.All(consent.Kinds.Contains)
                && consent.ToldHelpDoesNotDependOnIt && consent.RisksShownAt is not null && consent.How.Form != ConsentForm.Spoken), iter: 4000);

    [Fact]
    public void Another_consent_never_refuses_what_was_permitted() =>
        Gen.Select(Cases, AConsent).Sample((one, another) =>
            !Permitted(one.Consents, one.Asked, one.Now) || Permitted([.. one.Consents, another], one.Asked, one.Now), iter: 4000);

    private static bool Permitted(IEnumerable<Consent> consents, Disclosure asked, DateTimeOffset now) => Consent.AnyPermits(consents, asked, now) is Permission.Permitted;

    private static string Print(IEnumerable<Consent> consents, (List<Consent> Consents, Disclosure Asked, DateTimeOffset Now) one) =>
        Consent.AnyPermits(consents, one.Asked, one.Now) is Permission.Refused refused
            ? string.Join('\n', refused.Because)
            : Consent.AnyPermits(consents, one.Asked, one.Now).ToString();
}
