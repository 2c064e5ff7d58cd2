using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Credence.Incidents.Nibrs;

namespace Credence.Cli.Nibrs;

/// <summary>What <c>credence nibrs check</c> says of one file: an error a line, and at the end how many of which.</summary>
internal sealed class NibrsCheckPage(string file, TextWriter output, bool asJson)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    private readonly Dictionary<(string Number, string? Element, string Says), long> _byRule = [];
    private long _reports;
    private long _lines;
    private long _withErrors;
    private long _unread;

    /// <summary>True if anything but warnings was found.</summary>
    public bool HasErrors { get; private set; }

    public void Write(NibrsReport report, IReadOnlyList<NibrsError> errors)
    {
        if (report.Kind != NibrsReportKind.None) _reports++;
        _lines += report.Lines.Count;
        _unread += report.Lines.Count(line => line.Segment is null && !line.IsBlank);
        if (errors.Any(error => !error.IsWarning)) _withErrors++;
        foreach (var error in errors)
        {
            HasErrors |= !error.IsWarning;
            // One number may stand for several rules: the words and the element tell them apart.
            var rule = (error.Error ?? "----", error.Element, error.Rule?.Check is null ? error.Says : error.Rule.Says);
            _byRule[rule] = _byRule.GetValueOrDefault(rule) + 1;
            output.WriteLine(asJson ? Json(error) : Line(error));
        }
    }

    public void End()
    {
        if (asJson) return;
        output.WriteLine(Invariant($"{file}: {_reports:N0} reports in {_lines:N0} lines, {_withErrors:N0} with errors; {_unread:N0} lines cannot be read."));
        foreach (var ((number, element, says), count) in _byRule.OrderBy(rule => rule.Key.Number, StringComparer.Ordinal)
            .ThenBy(rule => rule.Key.Element, StringComparer.Ordinal).ThenBy(rule => rule.Key.Says, StringComparer.Ordinal))
            output.WriteLine(OneLine(Invariant($"{count,9:N0}  {number}  {(element is null ? "" : Named(element) + ": ")}{says}")));
    }

    private static string Line(NibrsError error)
    {
        var where = Invariant($"line {error.Line}") + (error.Column is { } column ? Invariant($", position {column}") : "");
        var who = error.Ori.Length + error.IncidentNumber.Length == 0 ? "" : $" {error.Ori} {error.IncidentNumber}".TrimEnd();
        var element = error.Element is null ? "" : ", " + Named(error.Element);
        return OneLine($"{where}:{who}{element}: {error.Error ?? "no number"}{(error.IsWarning ? " (warning)" : "")}. {error.Says}");
    }

    private static string Named(string element) => char.IsDigit(element[0]) ? $"element {element}" : element;

    private static string OneLine(string text) => ShownText.Of(text).ReplaceLineEndings(" ");

    private static string Json(NibrsError error) => JsonSerializer.Serialize(
        new
        {
            error.Line, error.Column, error.Segment, error.Ori, error.IncidentNumber, error.Offense, error.Person, error.Loss,
            error.Element, error.Error, Warning = error.IsWarning, error.Says,
        },
        Form);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
