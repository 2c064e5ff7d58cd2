using System.Globalization;
using Credence.Police.Encounters;
using Credence.Referrals;
using Credence.Screening.Instruments;
using Microsoft.AspNetCore.Http;

namespace Credence.Police.Web.Roadside;

/// <summary>What a form of the roadside says, put onto what was known before.</summary>
internal static class RoadsideForm
{
    /// <summary>The revision that the form was made from: what somebody else wrote meanwhile is not overwritten.</summary>
    public static int Revision(IFormCollection form) =>
        int.TryParse(form["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : 0;

    /// <summary>Answers to the items that the form showed; those that the answers no longer lead to are taken out.</summary>
    public static EncounterContent Answered(EncounterContent before, Instrument instrument, IFormCollection form)
    {
        var answers = before.Answers.ToDictionary();
        foreach (var item in instrument.Items.Where(item => form.ContainsKey($"shown-{item.Id}")))
        {
            if (Enum.TryParse<Answer>(form[$"item-{item.Id}"], out var answer) && Enum.IsDefined(answer) && answer is not Answer.NotAsked) answers[item.Id] = answer;
            else answers.Remove(item.Id);
        }

        foreach (var item in instrument.Items)
            if (item.When is { } when && !(answers.TryGetValue(when.Item, out var given) && when.Answers.Contains(given))) answers.Remove(item.Id);
        return before with { Answers = answers, Stopped = form["do"] == "stop" };
    }

    public static EncounterContent Needed(EncounterContent before, IFormCollection form) => before with
    {
        Needs =
        [
            .. from need in Enum.GetValues<Need>()
               where Enum.TryParse<HelpState>(form[$"need-{need}"], out var state) && Enum.IsDefined(state)
               select new OfferedHelp(need, before.Needs.FirstOrDefault(one => one.Need == need)?.Urgency, Enum.Parse<HelpState>(form[$"need-{need}"]!)),
        ],
    };
}
