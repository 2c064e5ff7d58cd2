using System.Globalization;
using System.Text.Json;

namespace Credence.Cli.Tests.Studies;

/// <summary>One incident put together anew from the files of a study, without anything of the program that measured it.</summary>
internal sealed class RawIncident
{
    public required string Site { get; init; }

    public string Unit { get; set; } = "";

    public string Year { get; set; } = "";

    public string Level { get; set; } = "";

    public string Type { get; set; } = "";

    public List<string> Codes { get; } = [];

    public List<(string Age, string Sex)> Arrestees { get; } = [];

    public bool HasVictim { get; set; }

    /// <summary>What was decided, by question; null if it was not drawn.</summary>
    public Dictionary<string, string>? Read { get; set; }

    public string Stratum { get; set; } = "";

    public double Weight { get; set; }
}

/// <summary>Reads the raw files: the sites' exports, the screening, the key, the two sheets and the decisions.</summary>
internal static class RawStudy
{
    public static IReadOnlyList<RawIncident> Read(string demo, string study)
    {
        var incidents = new Dictionary<string, RawIncident>();
        using var plan = JsonDocument.Parse(File.ReadAllText(Path.Combine(study, "study.json")));
        foreach (var site in plan.RootElement.GetProperty("sites").EnumerateArray())
            foreach (var row in Csv(site.GetProperty("files")[0].GetProperty("path").GetString()!)) Add(incidents, site.GetProperty("name").GetString()!, row);
        foreach (var line in File.ReadLines(Path.Combine(demo, "screened.ndjson"))) AddLevel(incidents, JsonDocument.Parse(line).RootElement);
        AddReadings(incidents, study);
        return [.. incidents.Values];
    }

    /// <summary>Rows by header; quotes as in RFC 4180.</summary>
    public static List<Dictionary<string, string>> Csv(string path)
    {
        var (rows, cells, cell, quoted) = (new List<List<string>>(), new List<string>(), new System.Text.StringBuilder(), false);
        var text = File.ReadAllText(path);
        for (var i = 0; i < text.Length; i++)
        {
            if (quoted && text[i] == '"' && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
            else if (text[i] == '"') quoted = !quoted;
            else if (!quoted && text[i] is ',' or '\n' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (text[i] != '\n') continue;
                rows.Add(cells);
                cells = [];
            }
            else cell.Append(text[i]);
        }

        return rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(pair => pair.First, pair => pair.Second)).ToList();
    }

    private static void Add(Dictionary<string, RawIncident> incidents, string site, Dictionary<string, string> row)
    {
        // A later report of the same incident repeats what the first says.
        if (incidents.ContainsKey(row["incident_number"])) return;
        var incident = new RawIncident { Site = site, Unit = row["identified_by"], Year = row["incident_date"][..4], HasVictim = row["victim_age"].Length > 0 || row["victim_sex"].Length > 0 };
        incident.Codes.AddRange(row["nibrs_code"].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        var ages = row["arrestee_age"].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var sexes = row["arrestee_sex"].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < Math.Max(ages.Length, sexes.Length); i++) incident.Arrestees.Add((i < ages.Length ? ages[i] : "", i < sexes.Length ? sexes[i] : ""));
        incidents.Add(row["incident_number"], incident);
    }

    private static void AddLevel(Dictionary<string, RawIncident> incidents, JsonElement line)
    {
        string[] order = ["NotScreened", "NoneFound", "PossibleIndication", "StrongIndication"];
        var incident = incidents[line.GetProperty("incidentId").GetString()!];
        var level = line.GetProperty("level").GetString()!;
        if (incident.Level.Length > 0 && Array.IndexOf(order, level) <= Array.IndexOf(order, incident.Level)) return;
        (incident.Level, incident.Type) = (level, line.GetProperty("type").GetString()!);
    }

    private static void AddReadings(Dictionary<string, RawIncident> incidents, string study)
    {
        var sheets = new[] { "coder-a", "coder-b" }.Select(coder => Csv(Path.Combine(study, coder, "codings.csv")).ToDictionary(row => row["case"])).ToList();
        var decisions = Csv(Path.Combine(study, "adjudication.csv")).ToDictionary(row => (row["case"], row["question"]), row => row["decision"] == "(blank)" ? "" : row["decision"]);
        foreach (var key in Csv(Path.Combine(study, "sample.csv")))
        {
            var (a, b) = (sheets[0][key["case"]], sheets[1][key["case"]]);
            var read = a.Keys.Where(question => question is not ("case" or "narrative" or "persons" or "note"))
                .ToDictionary(question => question, question => a[question] == b[question] ? a[question] : decisions.GetValueOrDefault((key["case"], question), ""));
            if (read["victim"] == "no") read["type"] = "none";
            var incident = incidents[key["incident_number"]];
            (incident.Read, incident.Stratum, incident.Weight) = (read, key["stratum"], double.Parse(key["weight"], CultureInfo.InvariantCulture));
        }
    }
}
