using Credence.Training;

namespace Credence.Cli.Training;

/// <summary>A debrief for a program.</summary>
internal static class DebriefJson
{
    public static object Of(Debrief debrief) => new
    {
        Scenario = debrief.Play.Scenario.Id,
        debrief.Play.Scenario.Pack,
        IsOver = debrief.Play.IsOver,
        debrief.Play.Scene.Ending,
        debrief.Served,
        Choices = debrief.Choices.Select(meaning => new
        {
            Scene = meaning.Step.Scene.Id,
            meaning.Step.Choice.Id,
            meaning.Step.Choice.Serves,
            Recommendation = (int)meaning.Step.Choice.Recommendation,
            meaning.Step.Choice.Because,
            meaning.Step.Choice.Rule,
            Source = meaning.Step.Choice.Citation,
            Instead = meaning.Instead.Select(choice => choice.Id),
        }),
        NotLearned = debrief.NotLearned.Select(one => one.Says),
        Report = new
        {
            debrief.Report.Report.Incident.Narrative.Text,
            ReaderSays = debrief.Report.Report.Level,
            ScreenerSays = debrief.Report.Screened.Level,
            debrief.Report.Screened.Reason,
            debrief.Report.Differs,
            Classification = debrief.Report.Review.Classification.Offense.Because,
            Charges = debrief.Report.Review.Charges.Select(charge => new { Charge = charge.Charge.Value, charge.Outcome, charge.Because }),
        },
        Known = new { Classification = debrief.Known.Classification.Offense.Because, Charges = debrief.Known.Charges.Select(charge => new { Charge = charge.Charge.Value, charge.Outcome, charge.Because }) },
    };
}
