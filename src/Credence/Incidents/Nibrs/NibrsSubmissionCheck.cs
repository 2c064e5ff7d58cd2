namespace Credence.Incidents.Nibrs;

/// <summary>What only the order of a whole file can show: form of lines, order of segments, months, states, numbers sent twice.</summary>
internal sealed class NibrsSubmissionCheck
{
    private readonly ILookup<string, NibrsRule> _rules;
    private readonly HashSet<ulong> _incidents = [];
    private readonly HashSet<ulong> _arrests = [];
    private byte[]? _month;
    private byte[]? _state;

    public NibrsSubmissionCheck(NibrsEdition edition) =>
        _rules = edition.Rules.Where(rule => rule.Check is not null).ToLookup(rule => rule.Check!);

    public void Check(NibrsReport report, List<NibrsError> errors)
    {
        foreach (var line in report.Lines)
            foreach (var problem in line.Problems) errors.Add(OfLine(line, problem));
        foreach (var segment in report.Segments) CheckHeader(segment, errors);
        if (report.Kind == NibrsReportKind.GroupA) CheckIncident(report, errors);
        if (report.Kind == NibrsReportKind.GroupB) CheckArrests(report.Segments[0], errors);
    }

    private NibrsError OfLine(NibrsLine line, NibrsLineProblem problem)
    {
        var level = line.Segment?.Layout.Level ?? LevelOf(line);
        var rule = problem.Fault switch
        {
            NibrsLineFault.Level => _rules["level"].FirstOrDefault(),
            NibrsLineFault.Length => _rules["length"].FirstOrDefault(rule => rule.Segment == level),
            NibrsLineFault.Action => _rules["action"].FirstOrDefault(rule => rule.Segment == level),
            _ => null,
        };
        return new NibrsError
        {
            Line = line.Number,
            Column = problem.Column,
            Segment = level,
            Ori = line.Segment?.Ori ?? "",
            IncidentNumber = line.Segment?.Number ?? "",
            Element = rule?.Element,
            Error = rule?.Error,
            Says = $"Found {problem.Found}, expected {problem.Expected}.",
            Rule = rule,
        };
    }

    private static int? LevelOf(NibrsLine line) =>
        line.Bytes.Length >= 5 && line.Bytes.Span[4] is >= (byte)'0' and <= (byte)'7' and var digit ? digit - '0' : null;

    private void CheckHeader(NibrsSegment segment, List<NibrsError> errors)
    {
        var month = segment.Bytes.Slice(6, 6);
        var state = segment.Of(segment.Layout.Ori)[..2];
        if (!month.SequenceEqual(_month ??= month.ToArray())) Add("submission", segment, errors);
        if (!state.SequenceEqual(_state ??= state.ToArray())) Add("state", segment, errors);
    }

    private void CheckIncident(NibrsReport report, List<NibrsError> errors)
    {
        var first = report.Segments[0];
        for (var i = 1; i < report.Segments.Count; i++)
            if (report.Segments[i].Layout.Level < report.Segments[i - 1].Layout.Level) Add("order", report.Segments[i], errors);
        if (first.Action == 'I' && first.Layout.Level != 1) Add("administrative", first, errors);
        if (report.Administrative is not { } administrative) return;
        var number = administrative.Identity();
        if (administrative.Action == 'D') _incidents.Remove(number);
        else if (administrative.Action == 'I' && !_incidents.Add(number)) Add("duplicate", administrative, errors);
        if (administrative.Action == 'I' && _arrests.Contains(number)) Add("shared-number", administrative, errors);
    }

    private void CheckArrests(NibrsSegment arrest, List<NibrsError> errors)
    {
        if (arrest.Action == 'D') return;
        var number = arrest.Identity();
        _arrests.Add(number);
        if (_incidents.Contains(number)) Add("shared-number", arrest, errors);
    }

    private void Add(string check, NibrsSegment segment, List<NibrsError> errors)
    {
        var level = segment.Layout.Level;
        if (_rules[check].FirstOrDefault(rule => rule.Segment == level) is { } own) errors.Add(NibrsChecker.Of(own, segment, null));
        else if (_rules[check].FirstOrDefault() is { } rule) errors.Add(NibrsChecker.Of(rule, segment, null) with { Segment = rule.IsWhole ? null : level });
    }
}
