namespace Credence.Interviews;

/// <summary>In how many interviews of a role at a site a code stands.</summary>
/// <param name="Role">The role; empty if not stated.</param>
/// <param name="Site">The site; empty if not stated.</param>
/// <param name="Interviews">Interviews with the code or one below it.</param>
/// <param name="Of">Interviews of this role at this site that are coded.</param>
/// <param name="Codings">Codings in them.</param>
public readonly record struct MatrixCell(string Role, string Site, int Interviews, int Of, int Codings);

/// <summary>Codes by role and site of the interviews. It counts interviews that say something, never how true or how frequent it is.</summary>
public sealed class CodeMatrix
{
    private readonly InterviewProject _project;
    private readonly Dictionary<TranscriptId, Transcript> _coded;
    private readonly ILookup<CodeId, Coding> _codings;

    private CodeMatrix(InterviewProject project, IEnumerable<Transcript> coded, IEnumerable<Coding> codings)
    {
        (_project, _coded) = (project, coded.ToDictionary(transcript => transcript.Id));
        _codings = codings.Where(coding => coding.Stands && _coded.ContainsKey(coding.Transcript)).ToLookup(coding => coding.Code);
        Groups = [.. _coded.Values.Select(transcript => (transcript.Role, transcript.Site)).Distinct().OrderBy(group => group.Role, StringComparer.Ordinal).ThenBy(group => group.Site, StringComparer.Ordinal)];
    }

    /// <summary>Roles and sites of the interviews that are coded.</summary>
    public IReadOnlyList<(string Role, string Site)> Groups { get; }

    /// <summary>Interviews that are coded.</summary>
    public int Coded => _coded.Count;

    /// <summary>Interviews that are not coded yet, and so are in no cell.</summary>
    public int Open => _project.Transcripts.Count - _coded.Count;

    /// <summary>Of all interviews that every coder has done.</summary>
    public static CodeMatrix Of(InterviewProject project)
    {
        var blinding = new Blinding(project.Assignments);
        return new CodeMatrix(project, project.Transcripts.Where(transcript => blinding.IsFinished(transcript.Id)), project.Codings);
    }

    /// <summary>Of what one coder may see: finished interviews with everybody's codings, and those that she or he has done with her or his own.</summary>
    public static CodeMatrix Of(InterviewProject project, CoderId coder)
    {
        var blinding = new Blinding(project.Assignments);
        var coded = project.Transcripts.Where(transcript => blinding.IsFinished(transcript.Id) || blinding.Of(transcript.Id).Any(one => one.Coder == coder && one.IsDone));
        return new CodeMatrix(project, coded, project.Codings.Where(coding => blinding.MaySee(coder, coding)));
    }

    /// <summary>A code and what is below it, in each group.</summary>
    public IReadOnlyList<MatrixCell> RowOf(CodeId code)
    {
        var inGroups = CodingsOf(code).ToLookup(coding => GroupOf(_coded[coding.Transcript]));
        var sizes = _coded.Values.CountBy(GroupOf).ToDictionary();
        return [.. Groups.Select(group => new MatrixCell(
            group.Role, group.Site, inGroups[group].Select(coding => coding.Transcript).Distinct().Count(), sizes[group], inGroups[group].Count()))];
    }

    /// <summary>The words that were marked with a code or one below it, interview by interview.</summary>
    public IEnumerable<Quotation> QuotationsOf(CodeId code) =>
        CodingsOf(code).Select(coding => (coding, transcript: _coded[coding.Transcript]))
            .OrderBy(pair => pair.transcript.Number).ThenBy(pair => pair.coding.Span.Start).ThenBy(pair => pair.coding.Span.End)
            .GroupBy(pair => (pair.transcript.Number, pair.coding.Span))
            .Select(same => Quotation.Of(same.First().transcript, same.Key.Span, [.. same.Select(pair => pair.coding.Coder).Distinct()]));

    /// <summary>What the interviews say, code by code, for the report of a study.</summary>
    /// <param name="quotations">How many quotations at most of each.</param>
    public IReadOnlyList<Theme> Themes(int quotations) =>
        [.. from code in _project.Codebook.Codes
            let row = RowOf(code.Id)
            where row.Any(cell => cell.Interviews > 0)
            select new Theme(code, _project.Codebook.PathOf(code), row, [.. QuotationsOf(code.Id).Take(quotations)])];

    private IEnumerable<Coding> CodingsOf(CodeId code) => _project.Codebook.Branch(code).SelectMany(one => _codings[one.Id]);

    private static (string Role, string Site) GroupOf(Transcript transcript) => (transcript.Role, transcript.Site);
}
