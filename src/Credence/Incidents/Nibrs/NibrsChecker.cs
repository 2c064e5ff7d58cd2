namespace Credence.Incidents.Nibrs;

/// <summary>Holds the reports of one submission against the edits of an edition, one report after another.</summary>
/// <remarks>
/// Memory grows with the number of reports only by eight bytes for each, by which a number that was sent twice is known.
/// </remarks>
public sealed class NibrsChecker
{
    private readonly NibrsRule[][] _rules;
    private readonly NibrsRule[] _ofReport;
    private readonly NibrsSubmissionCheck _submission;
    private readonly IReadOnlyDictionary<string, DateOnly> _starts;
    private readonly NibrsFrame _frame = new();

    /// <summary>A checker with the rules of an edition.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="starts">By ORI, the day from which the agency reports in NIBRS; what needs it is not asked of others.</param>
    /// <param name="warnings">True to ask for data quality as well.</param>
    public NibrsChecker(NibrsEdition edition, IReadOnlyDictionary<string, DateOnly>? starts = null, bool warnings = false)
    {
        var asked = edition.Rules.Where(rule => rule.Condition is not null && (warnings || !rule.IsWarning)).ToList();
        _rules = [.. Enumerable.Range(0, 8).Select(level => asked.Where(rule => rule.Segment == level && !IsOfReport(rule)).ToArray())];
        _ofReport = [.. asked.Where(IsOfReport)];
        _submission = new NibrsSubmissionCheck(edition);
        _starts = starts ?? new Dictionary<string, DateOnly>();
    }

    /// <summary>What is wrong in a report, in order of line.</summary>
    public IReadOnlyList<NibrsError> Check(NibrsReport report)
    {
        var errors = new List<NibrsError>();
        _submission.Check(report, errors);
        _frame.Begin(report, StartOf(report));
        foreach (var segment in report.Segments)
            foreach (var rule in _rules[segment.Layout.Level])
                if (IsAsked(rule, report, segment)) Ask(rule, segment, errors);
        foreach (var rule in _ofReport)
            if (report.Administrative is { } first && IsAsked(rule, report, first) && rule.Condition!.Test(_frame)) errors.Add(Of(rule, first, null));
        return errors.Count < 2 ? errors : [.. errors.OrderBy(error => error.Line)];
    }

    // A condition that starts with no segment in hand is asked once of the whole report.
    private static bool IsOfReport(NibrsRule rule) => rule.Condition!.IsOfReport;

    private static bool IsAsked(NibrsRule rule, NibrsReport report, NibrsSegment segment) =>
        rule.Actions.Contains(segment.Action)
        && rule.HoldsIn(segment.Submission)
        && (!rule.Condition!.IsCross || report.Kind != NibrsReportKind.GroupA || report.IsComplete);

    private void Ask(NibrsRule rule, NibrsSegment segment, List<NibrsError> errors)
    {
        var condition = rule.Condition!;
        _frame.Segments[0] = segment;
        if (condition.Over is not { } group)
        {
            if (condition.Test(_frame)) errors.Add(Of(rule, segment, condition.Field?.Column(0)));
            return;
        }

        for (var row = 0; row < group.Times; row++)
        {
            if (segment.IsBlank(group, row)) continue;
            _frame.Segments[0] = segment;
            _frame.Rows[1] = row;
            if (condition.Test(_frame)) errors.Add(Of(rule, segment, (condition.Field ?? FieldOf(rule, group)).Column(row)));
        }
    }

    private static NibrsField FieldOf(NibrsRule rule, NibrsGroup group) =>
        group.Fields.FirstOrDefault(field => field.Element == rule.Element) ?? group.Fields[0];

    private long? StartOf(NibrsReport report)
    {
        if (_starts.Count == 0 || report.Segments is not [var first, ..] || !_starts.TryGetValue(first.Ori, out var day)) return null;
        return day.Year * 10000L + day.Month * 100 + day.Day;
    }

    internal static NibrsError Of(NibrsRule rule, NibrsSegment segment, int? column) => new()
    {
        Line = segment.Line,
        Column = column,
        Segment = rule.IsWhole ? null : rule.Segment,
        Ori = segment.Ori,
        IncidentNumber = segment.Number,
        Offense = segment.Layout.Level == 2 ? segment.Text("code") : null,
        Person = segment.Layout.Level >= 4 ? segment.Text("number").PadLeft(3, '0') : null,
        Loss = segment.Layout.Level == 3 ? segment.Text("loss") : null,
        Element = rule.Element,
        Error = rule.Error,
        Says = rule.Says,
        Rule = rule,
    };
}
