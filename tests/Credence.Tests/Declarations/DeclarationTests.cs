using Credence.Declarations;

namespace Credence.Tests.Declarations;

public class DeclarationTests
{
    private static readonly DeclarationStep Considered = new(default, Guid.Empty, DeclarationKind.TDeclaration, DeclarationState.Considered, new DateOnly(2031, 5, 1));

    [Fact]
    public void A_declaration_is_considered_asked_signed_and_filed()
    {
        var asked = Considered with { State = DeclarationState.Asked, Authority = "Example Police" };
        var signed = asked with { State = DeclarationState.Signed };

        Assert.Null(Considered.WhyNot(null));
        Assert.Null(asked.WhyNot(Considered));
        Assert.Null(signed.WhyNot(asked));
        Assert.Null((signed with { State = DeclarationState.Filed }).WhyNot(signed));
        Assert.NotNull((asked with { On = Considered.On.AddDays(-1) }).WhyNot(Considered));
        Assert.NotNull(asked.WhyNot(null));
        Assert.NotNull(signed.WhyNot(Considered));
        Assert.NotNull((asked with { Authority = " " }).WhyNot(Considered));
        Assert.NotNull((asked with { Kind = DeclarationKind.UCertification }).WhyNot(Considered));
    }

    [Fact]
    public void What_was_declined_says_why_and_may_be_asked_again()
    {
        var asked = Considered with { State = DeclarationState.Asked, Authority = "Example Police" };
        var declined = asked with { State = DeclarationState.Declined, Because = NotSignedFor.NoCharge };

        Assert.Null(declined.WhyNot(asked));
        Assert.Null(asked.WhyNot(declined));
        Assert.NotNull((declined with { Because = null }).WhyNot(asked));
        Assert.NotNull((asked with { State = DeclarationState.Signed, Because = NotSignedFor.NotSaid }).WhyNot(asked));
    }

    [Fact]
    public void Only_for_U_may_somebody_say_that_the_person_was_not_helpful()
    {
        foreach (var kind in Enum.GetValues<DeclarationKind>())
        {
            var asked = Considered with { Kind = kind, State = DeclarationState.Asked, Authority = "Example Police" };
            Assert.Equal(kind == DeclarationKind.UCertification, (asked with { State = DeclarationState.Declined, Because = NotSignedFor.NotHelpful }).WhyNot(asked) is null);
        }
    }

    [Fact]
    public void None_needs_a_charge_and_none_is_a_bargaining_chip()
    {
        Assert.All(Enum.GetValues<DeclarationKind>(), kind => Assert.Contains("bargaining chip", string.Join(' ', DeclarationLaw.Says(kind)), StringComparison.Ordinal));
        Assert.All(Enum.GetValues<DeclarationKind>(), kind => Assert.Contains("o charge", string.Join(' ', DeclarationLaw.Says(kind)), StringComparison.Ordinal));
        Assert.Equal(
            [NotSignedFor.NoInvestigation, NotSignedFor.NoCharge, NotSignedFor.UntilTestimony], Enum.GetValues<NotSignedFor>().Where(DeclarationLaw.IsToBeAnswered));
    }

    [Fact]
    public void A_U_certification_holds_six_months_and_continued_presence_two_years()
    {
        DateOnly? Out(DeclarationKind kind) => DeclarationLaw.RunsOut(Considered with { Kind = kind, State = DeclarationState.Signed, On = new DateOnly(2031, 8, 31) });

        Assert.Equal(new DateOnly(2032, 2, 29), Out(DeclarationKind.UCertification));
        Assert.Equal(new DateOnly(2033, 8, 31), Out(DeclarationKind.ContinuedPresence));
        Assert.Null(Out(DeclarationKind.TDeclaration));
    }

    [Fact]
    public void A_paper_stands_as_it_was_noted_last_however_it_is_written()
    {
        var papers = ReliefPaper.Standing(
        [
            new ReliefPaper(DateTimeOffset.UnixEpoch.AddDays(1), Relief.Vacatur, "Fingerprints ", PaperState.Here),
            new ReliefPaper(DateTimeOffset.UnixEpoch, Relief.Vacatur, "fingerprints", PaperState.Needed),
            new ReliefPaper(DateTimeOffset.UnixEpoch, Relief.Restitution, "fingerprints", PaperState.Asked),
        ]);

        Assert.Equal([(Relief.Restitution, PaperState.Asked), (Relief.Vacatur, PaperState.Here)], papers.Select(paper => (paper.Relief, paper.State)));
        Assert.NotNull(new ReliefPaper(default, Relief.Vacatur, " ", PaperState.Needed).Problem);
    }
}
