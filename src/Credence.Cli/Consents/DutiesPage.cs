using System.Globalization;
using Credence.Consents;
using Credence.Packs;

namespace Credence.Cli.Consents;

/// <summary>Duties as text and as JSON: what is said before, what is due, what may arise.</summary>
internal sealed record DutiesPage(string Place, Listener Listener, bool IsNamed, IReadOnlyList<string> Before, IReadOnlyList<DutyAnswer> Answers)
{
    public object Json => new
    {
        Place,
        Who = EnumWord.Of(Listener),
        IsNamed,
        Before,
        Due = Answers.OfType<DutyAnswer.Due>().Select(due => new
        {
            due.Duty.Id,
            due.Duty.Title,
            Steps = due.Steps.Select(step => new { step.Step.Title, step.Step.To, By = Time(step.By), step.IsOverdue }),
            Minimum = Kinds(due.Duty),
            Citation = due.Duty.Citation.Title,
            due.Duty.Citation.Pinpoint,
            due.Duty.Citation.Verified,
            Pack = due.Duty.Pack.Stamp,
        }),
        MayArise = Answers.OfType<DutyAnswer.MayArise>().Select(one => new { one.Duty.Id, one.Duty.Title, Unknown = one.Unknown.Select(fact => EnumWord.Of(fact)), one.Duty.Citation.Verified }),
    };

    public void Write(TextWriter output)
    {
        output.WriteLine(Opening);
        foreach (var warning in Before) output.WriteLine($"  {warning}");
        foreach (var due in Answers.OfType<DutyAnswer.Due>()) Write(due, output);
        foreach (var one in Answers.OfType<DutyAnswer.MayArise>())
            output.WriteLine($"\nMay arise: {one.Duty.Title} ({one.Duty.Jurisdiction}), if {string.Join(", ", one.Unknown.Select(fact => EnumWord.Of(fact)))}. Nobody has to ask only in order to report.");
        output.WriteLine("\nNot legal advice: packs hold what was read, and counsel what binds you. What is told is the minimum, and no more.");
    }

    private string Opening =>
        !IsNamed ? $"No pack names a duty of a {EnumWord.Of(Listener)} in {Place}. That is no proof that there is none: ask counsel before anybody tells anything."
        : Before.Count == 0 ? "What is known rules out every duty that the packs have: no warning is needed for them."
        : "Say before the person tells anything:";

    private static void Write(DutyAnswer.Due due, TextWriter output)
    {
        output.WriteLine($"\nDue: {due.Duty.Title} ({due.Duty.Jurisdiction})");
        foreach (var step in due.Steps) output.WriteLine($"  {When(step)}{(step.IsOverdue ? ", OVERDUE" : "")}: {step.Step.Title}. To: {step.Step.To}");
        output.WriteLine($"  tell only: {string.Join(", ", Kinds(due.Duty))}");
        output.WriteLine($"  {Source(due.Duty.Citation)}");
    }

    private static string When(DueStep step) => step.Step.Within == TimeSpan.Zero ? $"at once, from {Time(step.By)}" : $"by {Time(step.By)}";

    private static string Source(Citation citation) => $"{citation.Title}, {citation.Pinpoint}{(citation.Verified ? "" : "; to be verified")}";

    private static IEnumerable<string> Kinds(ReportingDuty duty) => duty.Minimum.Order().Select(kind => EnumWord.Of(kind));

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
