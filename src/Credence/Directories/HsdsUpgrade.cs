using System.Text.Json.Nodes;

namespace Credence.Directories;

/// <summary>Brings rows of HSDS 1.x to 3.0: names of tables and fields, weekdays, times. What 3.0 has no place for stays in the row.</summary>
internal static class HsdsUpgrade
{
    private static readonly Dictionary<string, string> Tables = new()
    {
        ["physical_addresses"] = "address", ["postal_addresses"] = "address", ["regular_schedules"] = "schedule", ["holiday_schedules"] = "schedule",
        ["accessibility_for_disabilities"] = "accessibility", ["payments_accepted"] = "cost_option", ["services_taxonomy"] = "attribute", ["service_taxonomy"] = "attribute",
        ["physical_address"] = "address", ["postal_address"] = "address", ["regular_schedule"] = "schedule", ["holiday_schedule"] = "schedule",
    };

    /// <summary>True if the file is one that only HSDS 1.x has.</summary>
    internal static bool IsOld(string stem) => Tables.ContainsKey(stem) || stem == Eligibility;

    /// <summary>The file in which 1.x keeps, row by row, what 3.0 keeps in eligibility_description.</summary>
    internal const string Eligibility = "eligibility";

    /// <summary>The table of a file, of either edition; null if neither has it.</summary>
    internal static HsdsTable? TableOf(string stem, bool isOld) =>
        Tables.TryGetValue(stem, out var name) ? HsdsTables.Find(name)
        : isOld && stem is "taxonomy" or "taxonomies" ? HsdsTables.Find(isOld ? "taxonomy_term" : "taxonomy")
        : HsdsTables.OfFile(stem);

    /// <summary>Brings a row of a package of 1.x forward, in place.</summary>
    internal static void Row(string stem, JsonObject row)
    {
        switch (Tables.GetValueOrDefault(stem) ?? HsdsTables.OfFile(stem)?.Name ?? stem)
        {
            case "service": Rename(row, "fees", "fees_description"); break;
            case "organization": Rename(row, "url", "website"); break;
            case "location": row.TryAdd("location_type", "physical"); break;
            case "language": Rename(row, "language", "name"); break;
            case "address": row.TryAdd("address_type", stem.StartsWith("postal", StringComparison.Ordinal) ? "postal" : "physical"); break;
            case "accessibility": Rename(row, "accessibility", "description"); break;
            case "cost_option": Rename(row, "payment", "option"); break;
            case "attribute": Attribute(row); break;
            case "schedule": Schedule(row, stem.StartsWith("holiday", StringComparison.Ordinal)); break;
            default: break;
        }
    }

    private static void Attribute(JsonObject row)
    {
        if (row.TryAdd("link_id", row["service_id"]?.DeepClone())) row.TryAdd("link_entity", "service");
        Rename(row, "taxonomy_id", "taxonomy_term_id");
        Rename(row, "taxonomy_detail", "value");
    }

    private static void Schedule(JsonObject row, bool isHoliday)
    {
        Rename(row, "original_text", "description");
        if (isHoliday)
        {
            Rename(row, "start_date", "valid_from");
            Rename(row, "end_date", "valid_to");
        }
        else if (row.Text("weekday") is { } word && Weekdays.Find(word) is { } day)
        {
            row.Remove("weekday");
            row["byday"] = Weekdays.Code(day);
            row.TryAdd("freq", "WEEKLY");
        }

        foreach (var key in (string[])["opens_at", "closes_at"])
            if (row.Text(key) is { } written && ClockTime.TryRead(written, out var time)) row[key] = FormattableString.Invariant($"{time.Minutes / 60:00}:{time.Minutes % 60:00}");
    }

    private static void Rename(JsonObject row, string from, string to)
    {
        if (row.ContainsKey(to) || !row.TryGetPropertyValue(from, out var node)) return;
        row.Remove(from);
        row[to] = node;
    }
}
