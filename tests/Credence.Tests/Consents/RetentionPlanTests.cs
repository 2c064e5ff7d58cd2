using Credence.Consents;
using Credence.Testing;

namespace Credence.Tests.Consents;

public class RetentionPlanTests
{
    private static readonly RetentionSchedule Model = Assert.Single(RetentionPack.From(Cast.Packs, []));

    private static readonly HeldRecord Unclosed = new(new Guid("33333333-0000-0000-0000-000000000001"), RecordSide.Police, RecordKind.Incident, new DateOnly(2031, 6, 14))
    {
        IsClosingKnown = false,
    };

    [Fact]
    public void Every_police_rule_of_the_model_comes_due_or_is_for_good()
    {
        var kinds = Model.Rules.Where(rule => rule is { Side: RecordSide.Police, Years: not null }).Select(rule => Unclosed with { Kind = rule.Kind });

        var plan = RetentionPlan.For(kinds, Model, [], new DateOnly(2200, 1, 1));

        Assert.All(plan.Lines, line => Assert.IsType<RetentionAct.Due>(line.Act));
    }

    [Fact]
    public void Without_another_day_what_was_never_closed_stays_and_the_line_says_why()
    {
        var schedule = Model with { Rules = [.. Model.Rules.Select(rule => rule with { WhereUnknown = null })] };

        var keep = Assert.IsType<RetentionAct.Keep>(Assert.Single(RetentionPlan.For([Unclosed], schedule, [], new DateOnly(2200, 1, 1)).Lines).Act);

        Assert.Null(keep.Until);
        Assert.StartsWith("It stays, because this record does not know when the case was closed", keep.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_may_count_from_the_day_of_recording_where_the_closing_is_unknown()
    {
        var schedule = Model with { Rules = [.. Model.Rules.Select(rule => rule with { WhereUnknown = RetentionStart.Created })] };

        var keep = Assert.IsType<RetentionAct.Keep>(Assert.Single(RetentionPlan.For([Unclosed with { LastUsed = new DateOnly(2040, 1, 1) }], schedule, [], new DateOnly(2050, 1, 1)).Lines).Act);

        Assert.Equal(new DateOnly(2106, 6, 14), keep.Until);
    }
}
