using Credence.Care.Access;
using Credence.Care.Files;
using Credence.Care.Storage;
using Credence.Declarations;
using Credence.Record.Access;
using Credence.Record.Storage;

namespace Credence.Care.Declarations;

/// <summary>Where it is kept how far declarations are by which a person may stay, and which papers a restitution or a vacatur still needs.</summary>
public sealed class DeclarationDesk(RecordStore<CareContext> record)
{
    private readonly FileBook<DeclarationStep> _steps = new(record, EntryKind.Declaration, CareJson.Default.DeclarationStep);
    private readonly FileBook<ReliefPaper> _papers = new(record, EntryKind.Paper, CareJson.Default.ReliefPaper);

    /// <summary>Writes down how far a declaration is; the first of a new number begins one.</summary>
    /// <param name="access">Who writes.</param>
    /// <param name="person">For whom.</param>
    /// <param name="step">The step; when it is written comes from the record's clock.</param>
    /// <param name="cancellation">Stops it.</param>
    [Requires<CareAct>(CareAct.KeepDeclarations)]
    public async Task<FileAnswer> Write(CareAccess access, PersonId person, DeclarationStep step, CancellationToken cancellation) => access.May(CareAct.KeepDeclarations)
        ? await _steps.Add(access, person, "declaration.written", (written, now) =>
            step.On > DateOnly.FromDateTime(now.UtcDateTime) ? (null, "Found a day that is still to come, expected the day on which it was so.")
            : step.WhyNot(written.Select(one => one.Entry).LastOrDefault(one => one.Declaration == step.Declaration)) is { } because ? (null, because) : (step with { At = now }, null), cancellation)
        : new FileAnswer.NotFound();

    /// <summary>Every step of every declaration, first to last; empty if there is none, or no such person for the one who asks.</summary>
    [Requires<CareAct>(CareAct.KeepDeclarations)]
    public async Task<IReadOnlyList<DeclarationStep>> List(CareAccess access, PersonId person, CancellationToken cancellation) =>
        access.May(CareAct.KeepDeclarations) && await _steps.Open(access, person, "declarations.opened", cancellation) is { } written ? [.. written.Select(one => one.Entry)] : [];

    /// <summary>Writes down where a paper is.</summary>
    [Requires<CareAct>(CareAct.KeepDeclarations)]
    public async Task<FileAnswer> Note(CareAccess access, PersonId person, Relief relief, string paper, PaperState state, CancellationToken cancellation) => access.May(CareAct.KeepDeclarations)
        ? await _papers.Add(access, person, "paper.noted", (_, now) => new ReliefPaper(now, relief, paper, state) is var made && made.Problem is { } problem ? (null, problem) : (made, null), cancellation)
        : new FileAnswer.NotFound();

    /// <summary>How every paper stands; empty if there is none, or no such person for the one who asks.</summary>
    [Requires<CareAct>(CareAct.KeepDeclarations)]
    public async Task<IReadOnlyList<ReliefPaper>> Papers(CareAccess access, PersonId person, CancellationToken cancellation) =>
        access.May(CareAct.KeepDeclarations) && await _papers.Open(access, person, "papers.opened", cancellation) is { } written ? ReliefPaper.Standing(written.Select(one => one.Entry)) : [];
}
