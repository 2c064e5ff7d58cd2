using Credence.Statements;

namespace Credence.Tests.Statements;

public class ToldOnceTests
{
    private static readonly DateTimeOffset First = new(2031, 6, 11, 14, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_interview_after_the_first_says_what_is_new()
    {
        var first = Asked(0, Asker.Police, "4711", Settled(Ground.Recruitment));

        Assert.Null(first.WhyNot([]));
        Assert.StartsWith("Found an interview after another, expected what is new", Asked(1, Asker.Police, "4711", Settled(Ground.Work)).WhyNot([first]), StringComparison.Ordinal);
        Assert.Null((Asked(1, Asker.Police, "4711", Settled(Ground.Work)) with { New = "a wage slip was found (invented)" }).WhyNot([first]));
        // One that came before and is written down later needs no reason.
        Assert.Null(Asked(-1, Asker.Medical, "Dr. Invented", Settled(Ground.Harm)).WhyNot([first]));
        Assert.NotNull(Asked(1, Asker.Police, " ", Settled(Ground.Work)).WhyNot([]));
        Assert.NotNull(Asked(1, Asker.Police, "4711").WhyNot([]));
        Assert.StartsWith("Found a year before 1900", (first with { At = new DateTimeOffset(1800, 6, 11, 14, 0, 0, TimeSpan.Zero) }).WhyNot([]), StringComparison.Ordinal);
    }

    [Fact]
    public void Not_the_number_of_interviews_counts_but_new_faces_and_settled_ground_asked_again()
    {
        var told = ToldOnce.Of(
        [
            Asked(0, Asker.Police, "4711", Settled(Ground.Recruitment), new ToldGround(Ground.Money, IsSettled: false)),
            Asked(1, Asker.Police, "4711", new ToldGround(Ground.Money, IsSettled: true)),
            Asked(2, Asker.Prosecutor, "P. Invented", Settled(Ground.Leaving)),
            Asked(3, Asker.Police, "0815", Settled(Ground.Recruitment), Settled(Ground.Money) with { ByOwnWish = true }),
        ]);

        Assert.Equal((1, 1), (told.ChangesOfInterviewer, told.Repeats));
        Assert.Equal([Asker.Police], told.Heard.Single(one => one.Ground == Ground.Money).To);
        Assert.All(told.Heard, one => Assert.True(one.IsSettled));
    }

    [Fact]
    public void Without_an_interview_nobody_knows_whether_needs_came_first()
    {
        var interview = Asked(0, Asker.Police, "4711", Settled(Ground.Work));

        Assert.Null(ToldOnce.NeedsCameFirst([], First));
        Assert.True(ToldOnce.NeedsCameFirst([interview], First));
        Assert.False(ToldOnce.NeedsCameFirst([interview], First.AddMinutes(1)));
        Assert.False(ToldOnce.NeedsCameFirst([interview], null));
    }

    private static Interview Asked(int day, Asker asker, string who, params ToldGround[] told) => new(First.AddDays(day), asker, who, told);

    private static ToldGround Settled(Ground ground) => new(ground, IsSettled: true);
}
