using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Credence.Consents;
using Credence.Record.Retention;

namespace Credence.Cli.Retention;

/// <summary>A plan as it is written: each line as it comes, so that a million of them need no room; the numbers at the end.</summary>
internal sealed class PlanPage : IDisposable
{
    private const int MostWaiting = 1 << 16;

    private readonly TextWriter _output;
    private readonly RetentionSchedule _schedule;
    private readonly bool _all;
    private readonly MemoryStream _bytes = new();
    private readonly Utf8JsonWriter? _json;

    public PlanPage(TextWriter output, RetentionSchedule schedule, bool json, bool all)
    {
        (_output, _schedule, _all) = (output, schedule, all);
        if (json) _json = new Utf8JsonWriter(_bytes, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    public void Add(PlannedContent content)
    {
        foreach (var line in content.Lines.Where(line => _all || line.Act is not RetentionAct.Keep))
        {
            if (_json is null) _output.WriteLine(Text(content, line));
            else Write(_json, content, line);
        }
    }

    public void End(RecordSide side, RetentionSummary summary)
    {
        var counts = new (string Words, string Name, long Count)[]
        {
            ("to be erased, by key", "toErase", summary.Erasing), ("of these proposed already", "proposed", summary.Proposed),
            ("to be reviewed or sealed by a person", "forAPerson", summary.ForAPerson), ("held", "held", summary.Held),
            ("due, but sealed with what stays", "goWithOthers", summary.GoWithOthers), ("not yet", "notYet", summary.NotYet),
            ("without an end", "withoutEnd", summary.WithoutEnd),
        };
        if (_json is null)
        {
            foreach (var (words, _, count) in counts) _output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{words}: {count:N0}"));
            _output.WriteLine($"Nothing was done. {EnumWord.Of(side)} side, {Day(summary.On)}, schedule {summary.Pack}.");
            return;
        }

        Begin(_json);
        _json.WriteEndArray();
        _json.WriteString("side", EnumWord.Of(side));
        _json.WriteString("on", Day(summary.On));
        _json.WriteString("schedule", summary.Pack);
        foreach (var (_, name, count) in counts) _json.WriteNumber(name, count);
        _json.WriteEndObject();
        Flush(_json);
        _output.WriteLine();
    }

    public void Dispose()
    {
        _json?.Dispose();
        _bytes.Dispose();
    }

    private string Text(PlannedContent content, RetentionLine line) => string.Join("  ",
        Outcome(line.Act), EnumWord.Of(line.Record.Kind), content.Subject.ToString(), $"kept since {Day(line.Record.Created)}", line.Rule ?? "no rule", Law(line), Because(line.Act))
        + (content.IsProposed ? "  (proposed already)" : "");

    private void Write(Utf8JsonWriter json, PlannedContent content, RetentionLine line)
    {
        Begin(json);
        json.WriteStartObject();
        json.WriteString("outcome", Outcome(line.Act));
        json.WriteString("kind", EnumWord.Of(line.Record.Kind));
        json.WriteString("id", content.Subject);
        if (content.About != content.Subject) json.WriteString("person", content.About);
        json.WriteString("created", Day(line.Record.Created));
        if (line.Record.Closed is { } closed) json.WriteString("closed", Day(closed));
        if (line.Record.ErasureAsked is { } asked) json.WriteString("erasureAsked", Day(asked));
        json.WriteString("rule", line.Rule);
        json.WriteString("law", Law(line));
        json.WriteString("because", Because(line.Act));
        json.WriteBoolean("proposed", content.IsProposed);
        json.WriteEndObject();
        if (json.BytesPending + _bytes.Length > MostWaiting) Flush(json);
    }

    private static void Begin(Utf8JsonWriter json)
    {
        if (json.CurrentDepth > 0) return;
        json.WriteStartObject();
        json.WriteStartArray("lines");
    }

    private void Flush(Utf8JsonWriter json)
    {
        json.Flush();
        _output.Write(Encoding.UTF8.GetString(_bytes.GetBuffer(), 0, (int)_bytes.Length));
        _bytes.SetLength(0);
    }

    private static string Outcome(RetentionAct act) => act switch
    {
        RetentionAct.Due due => EnumWord.Of(due.What),
        RetentionAct.Held => "held",
        RetentionAct.GoesWith goes => $"goes with {EnumWord.Of(goes.With)}",
        RetentionAct.Keep { Until: { } until } => $"keep until {Day(until)}",
        _ => "keep",
    };

    private static string Because(RetentionAct act) => act switch
    {
        RetentionAct.Due due => due.Because,
        RetentionAct.Held held => $"A legal hold stands on it: {held.Matter}.",
        RetentionAct.GoesWith { Until: { } until } => $"One key seals both; the other is kept until {Day(until)}.",
        RetentionAct.GoesWith => "One key seals both, and the other stays.",
        RetentionAct.Keep keep => keep.Because,
        _ => "",
    };

    private string Law(RetentionLine line) => _schedule.Find(line.Record.Side, line.Record.Kind)?.Citation is { } law
        ? $"{law.Title}{(law.Pinpoint is { } place ? $", {place}" : "")}{(law.Verified ? "" : " [to be verified]")}"
        : "no law";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
