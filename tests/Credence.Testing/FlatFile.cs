using System.Text;
using Credence.Incidents.Nibrs;

namespace Credence.Testing;

/// <summary>Invented NIBRS segments, made by the names of their values: "number=001 type=I connected.1.code=64A".</summary>
public static class FlatFile
{
    /// <summary>The invented agency: no state has this code.</summary>
    public const string Ori = "ZZ0010000";

    /// <summary>An offense of human trafficking that was completed, a victim, a known offender and an arrest: nothing is wrong with it.</summary>
    public static string[] Incident(string number = "31-000114") =>
    [
        Segment("administrative", number, "incidentDate=20310504 hour=22 cleared=N"),
        Segment("offense", number, "code=64A status=C using.1.substance=N location=14 weapons.1.weapon=40 biases.1.bias=88"),
        Segment("victim", number, "number=001 connected.1.code=64A type=I age=16 sex=F race=W ethnicity=U resident=U injuries.1.injury=N relations.1.offender=01 relations.1.relationship=BG"),
        Segment("offender", number, "number=01 age=34 sex=M race=W ethnicity=U"),
        Segment("arrestee", number, $"number=01 transaction={number}-A date=20310506 kind=T multiple=N code=64A armed.1.weapon=01 age=34 sex=M race=W ethnicity=U resident=R"),
    ];

    /// <summary>A group B arrest: a man cited for trespass.</summary>
    public static string Arrest(string transaction = "31-000115-A") => Segment(
        "groupB", transaction, "number=01 date=20310507 kind=S code=90J armed.1.weapon=01 age=52 sex=M race=A ethnicity=U resident=N", "A");

    /// <summary>A month without anything to report.</summary>
    public static string Zero(string month = "042031") =>
        Segment("zero", "000000000000", $"zeroMonth={month[..2]} zeroYear={month[2..]}", "A");

    /// <summary>One segment; what is not named is blank. Submitted in May 2031 unless the values say otherwise.</summary>
    /// <param name="name">Name of the layout.</param>
    /// <param name="number">Incident number, or transaction number of a group B arrest.</param>
    /// <param name="values">name=value, separated by blanks; an underscore stands for a blank within a value.</param>
    /// <param name="action">Segment action type.</param>
    public static string Segment(string name, string number, string values, string action = "I")
    {
        var layout = NibrsEdition.Shipped.Layouts.Single(layout => layout.Name == name);
        var all = Values($"level={layout.Level} action={action} month=05 year=2031 ori={Ori} {layout.Number()}={number.Replace(' ', '_')} {values}");
        var length = all.TryGetValue("length", out var said) ? int.Parse(said, System.Globalization.CultureInfo.InvariantCulture) : layout.Lengths[^1];
        if (!all.ContainsKey("length") && name is "administrative" or "groupB") length = layout.Lengths[^2];
        all["length"] = length.ToString("0000", System.Globalization.CultureInfo.InvariantCulture);
        var bytes = NibrsWriter.Write(layout, length, (field, row) => all.GetValueOrDefault(field.Group is null ? field.Name : $"{field.Group}.{row + 1}.{field.Name}"));
        return Encoding.Latin1.GetString(bytes ?? throw new ArgumentException($"A value of {values} does not fit."));
    }

    /// <summary>A line with something else at a position.</summary>
    /// <param name="line">The line.</param>
    /// <param name="at">Position from 1.</param>
    /// <param name="text">What stands there instead.</param>
    public static string With(this string line, int at, string text) => line[..(at - 1)] + text + line[(at - 1 + text.Length)..];

    /// <summary>The lines as bytes, each with this end.</summary>
    public static byte[] Bytes(IEnumerable<string> lines, string end = "\n") => Encoding.Latin1.GetBytes(string.Concat(lines.Select(line => line + end)));

    /// <summary>The reports in some lines.</summary>
    public static List<NibrsReport> Reports(params IEnumerable<string> lines)
    {
        using var stream = new MemoryStream(Bytes(lines));
        var source = new NibrsReports(new NibrsReader(stream, NibrsEdition.Shipped));
        var reports = new List<NibrsReport>();
        while (source.TryRead(out var report)) reports.Add(report);
        return reports;
    }

    /// <summary>What is wrong in some lines, taken as one submission.</summary>
    public static List<NibrsError> Errors(params IEnumerable<string> lines)
    {
        var checker = new NibrsChecker(NibrsEdition.Shipped);
        return [.. Reports(lines).SelectMany(checker.Check)];
    }

    private static string Number(this NibrsLayout layout) => layout.Name == "groupB" ? "transaction" : "incidentNumber";

    private static Dictionary<string, string> Values(string text)
    {
        var values = new Dictionary<string, string>();
        foreach (var pair in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split('=', 2)))
            values[pair[0]] = pair[1].Replace('_', ' ');
        return values;
    }
}
