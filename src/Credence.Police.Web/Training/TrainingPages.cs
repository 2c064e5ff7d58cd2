using System.Globalization;
using System.Security.Cryptography;
using Credence.Police.Encounters;
using Credence.Police.Training;
using Credence.Police.Web.Pages;
using Credence.Training;
using Credence.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Credence.Police.Web.Training;

/// <summary>
/// Practice: scenarios, their debrief and the sorting exercise. What somebody chose goes with the form and comes back with the page; it
/// stands in no address and no record. The record has how many choices served, of how many.
/// </summary>
internal static class TrainingPages
{
    public static void Map(IEndpointRouteBuilder host, IEndpointRouteBuilder inside)
    {
        TrainingAssets.Script.Map(host);
        var pages = inside.MapGroup("").AddEndpointFilter(Places.Only("training"));
        pages.MapGet("/training", async (Asking asking, TrainingRoom room, TrainingDesk desk, CancellationToken cancellation) =>
            Answers.Page<TrainingPage>(new { asking.Access, room.Scenarios, Own = (await desk.Own(asking.Access, cancellation))! }));
        pages.MapGet("/training/{id}", (string id, Asking asking, TrainingRoom room) =>
            room.Find(id) is { } scenario ? Answers.Page<ScenePage>(new { asking.Access, Play = Play.Begin(scenario), Name = Guid.NewGuid() }) : Answers.NotFound());
        pages.MapPost("/training/{id}", Choose);
        pages.MapGet("/training/sorting", (Asking asking, TrainingRoom room) =>
            Answers.Page<SortingPage>(new { asking.Access, Name = Guid.NewGuid(), Exercise = SortingExercise.Draw(room.Casebook, AnySeed()) }));
        pages.MapPost("/training/sorting", Sorted);
        TeamTrainingPages.Map(pages);
        TrainingPhonePages.Map(pages);
    }

    private static async Task<IResult> Choose(
        string id, [FromForm] Guid name, [FromForm] string? path, [FromForm] string? choice, Asking asking, TrainingRoom room, TrainingDesk desk, CancellationToken cancellation)
    {
        if (room.Find(id) is not { } scenario) return Answers.NotFound();
        // The packs may have changed since the page was made, or the form is none of ours.
        if (Play.Again(scenario, (path ?? "").Split('.', StringSplitOptions.RemoveEmptyEntries)) is not { } before) return Answers.Stale();
        if (before.Choose(choice ?? "") is not { } play)
            return Answers.Again<ScenePage>(new { asking.Access, Play = before, Name = name, Sentence = "Nothing was chosen. Choose what you would do." });
        if (!play.IsOver) return Answers.Page<ScenePage>(new { asking.Access, Play = play, Name = name });
        var debrief = room.Debriefer.Of(play);
        var answer = await desk.Finish(asking.Access, new MadeByClient(name), scenario.Id, debrief.Served, debrief.Choices.Count, cancellation);
        return Answers.Page<DebriefPage>(new { asking.Access, Debrief = debrief, Sentence = NotKept(answer) });
    }

    private static async Task<IResult> Sorted(
        [FromForm] IFormCollection form, Asking asking, TrainingRoom room, TrainingDesk desk, CancellationToken cancellation)
    {
        if (!ulong.TryParse(form["seed"], CultureInfo.InvariantCulture, out var seed) || !Guid.TryParse(form["name"], out var name)) return Answers.Stale();
        var exercise = SortingExercise.Draw(room.Casebook, seed);
        if (form["stamp"] != exercise.Stamp) return Answers.Stale();
        var answers = new Dictionary<string, SortedAs>();
        foreach (var report in exercise.Reports)
            if (Enum.TryParse<SortedAs>(form[$"report-{report.Id}"], out var sorted) && Enum.IsDefined(sorted)) answers.Add(report.Id, sorted);
        if (answers.Count < exercise.Reports.Count)
            return Answers.Again<SortingPage>(new { asking.Access, Name = name, Exercise = exercise, Given = answers, Sentence = $"Sorted are {answers.Count} of {exercise.Reports.Count} reports. Sort the others too." });
        var result = exercise.Compare(answers);
        var answer = await desk.Finish(asking.Access, new MadeByClient(name), PracticeResult.Sorting, result.Kinds.Count, result.Kinds.Of, cancellation);
        return Answers.Page<SortedPage>(new { asking.Access, Result = result, room.Debriefer, Sentence = NotKept(answer) });
    }

    /// <summary>Why something that was played is not kept; null if it is.</summary>
    internal static string? NotKept(PracticeAnswer answer) => answer switch
    {
        PracticeAnswer.Kept => null,
        PracticeAnswer.Refused refused => $"The record did not keep that you practiced. {refused.Because}",
        _ => "The record did not keep that you practiced: practice is not kept for this account.",
    };

    // A new exercise each time: who sorts again sees other reports.
    private static ulong AnySeed() => (ulong)RandomNumberGenerator.GetInt32(int.MaxValue);
}
