using System.Text.Json.Nodes;
using Credence.Directories;
using Credence.Testing;

namespace Credence.Tests.Directories;

public class HsdsPackageTests
{
    [Fact]
    public void Rows_stand_in_what_they_belong_to()
    {
        var (entries, _) = Invented.Read(Invented.Package);
        var service = entries.Single(entry => entry.Table == "service" && entry.Id == "s1").Content;

        Assert.Equal("Harbor House", service.Object("organization")?.Text("name"));
        Assert.Equal("Riverton", service.Objects("service_at_locations").Single().Object("location")!.Objects("addresses").Single().Text("city"));
        Assert.Equal("es", service.Objects("phones").Single().Objects("languages").Single().Text("code"));
        Assert.Equal("Emergency Shelter", service.Objects("attributes").Single().Object("taxonomy_term")?.Text("name"));
        Assert.Equal(18, service["minimum_age"]!.GetValue<decimal>());
        Assert.Equal(["organization o2", "location w2"], entries.Where(entry => !entry.IsLoose && entry.Table != "service").Select(entry => $"{entry.Table} {entry.Id}"));
    }

    [Fact]
    public void What_belongs_to_nothing_or_is_of_no_table_is_kept_and_told()
    {
        var (entries, problems) = Invented.Read(Invented.Package);

        Assert.Equal(["phone p2", "beds "], entries.Where(entry => entry.IsLoose).Select(entry => $"{entry.Table} {entry.Id}"));
        Assert.Equal(
            ["phone.csv, row 3, contact_id, service_at_location_id, service_id, location_id, organization_id: found nothing, expected the id of what it belongs to; kept apart.",
             "beds.csv, row 2: found a file that HSDS does not have, expected a table of HSDS; kept as it is."],
            problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void A_package_taken_apart_again_has_every_cell_that_it_had()
    {
        var (entries, _) = Invented.Read(Invented.Package);
        var packed = Invented.Packed(entries);

        Assert.Equal(Cells(Invented.Package).Order(), Cells(packed).Intersect(Cells(Invented.Package)).Order());
        Assert.Equal(entries.Select(Normal).Order(StringComparer.Ordinal), Invented.Read(packed).Entries.Select(Normal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_package_of_1_1_is_brought_forward()
    {
        var (entries, problems) = Invented.Read(new Dictionary<string, string>
        {
            ["organizations.csv"] = "id,name,description,url\n1,Harbor House,A shelter,harbor.example\n",
            ["services.csv"] = "id,organization_id,name,status,fees,wait_time\n1,1,Beds,active,None,two days\n",
            ["services_at_location.csv"] = "id,service_id,location_id\n1,1,1\n",
            ["locations.csv"] = "id,organization_id,name\n1,1,Quay\n",
            ["physical_addresses.csv"] = "id,location_id,address_1,city,state_province,postal_code,country\n1,1,1 Quay Street,Riverton,EX,00001,US\n",
            ["regular_schedules.csv"] = "id,service_id,weekday,opens_at,closes_at,original_text\n1,1,Monday,9:00am,5:00pm,Mon 9-5\n",
            ["eligibility.csv"] = "id,service_id,eligibility\n,1,Anybody\n,,Nobody knows whose\n",
            ["languages.csv"] = "id,service_id,language\n1,1,Spanish\n",
        });
        var service = ServiceReading.Of(entries.Single(entry => entry.Table == "service").Content)!;

        Assert.Equal(("Anybody", Cost.Free), (service.Eligibility.Words, service.Cost));
        Assert.Equal("es", Assert.Single(service.Languages));
        Assert.Equal("1 Quay Street, Riverton, EX, 00001", Assert.Single(service.Places).Address);
        Assert.Equal(Opening.Open, Schedule.At(service.Schedules, new DateTimeOffset(2031, 6, 9, 9, 0, 0, TimeSpan.Zero)));
        Assert.Equal(Opening.Closed, Schedule.At(service.Schedules, new DateTimeOffset(2031, 6, 9, 17, 0, 0, TimeSpan.Zero)));
        Assert.Equal("two days", entries[1].Content.Text("wait_time") ?? entries[0].Content.Text("wait_time"));
        Assert.Equal("eligibility", Assert.Single(entries, entry => entry.IsLoose).Table);
        Assert.Equal(["website", "service_id"], problems.Select(problem => problem.Field));
        Assert.Equal("eligibility.csv, row 3, service_id: found nothing, expected the id of a service; kept apart.", problems[^1].ToString());
    }

    [Fact]
    public void A_quote_that_is_never_closed_costs_its_row()
    {
        var files = new Dictionary<string, string>(Invented.Package) { ["service.csv"] = "id,organization_id,name,status\ns1,o1,\"Night \"beds,active\ns2,o1,Meals,active\n" };
        var (entries, problems) = Invented.Read(files);

        Assert.Contains(problems, problem => problem is { File: "service.csv", Row: 2, Field: "" });
        Assert.Contains(entries, entry => entry is { Table: "service", Id: "s2" });
    }

    [Fact]
    public void More_services_than_are_put_together_at_once_lose_nothing()
    {
        var files = new Dictionary<string, string>
        {
            ["organization.csv"] = "id,name,description\no1,Harbor House,A shelter\n",
            ["service.csv"] = "id,organization_id,name,status\n" + string.Concat(Enumerable.Range(0, 4500).Select(number => $"s{number},o1,Service {number},active\n")),
            ["phone.csv"] = "id,service_id,number\n" + string.Concat(Enumerable.Range(0, 4500).Select(number => $"p{number},s{4499 - number},555-{number:0000}\n")),
        };
        var (entries, problems) = Invented.Read(files);

        Assert.Empty(problems);
        Assert.Equal(4500, entries.Count);
        Assert.All(entries, entry => Assert.Equal("p" + (4499 - int.Parse(entry.Id![1..], System.Globalization.CultureInfo.InvariantCulture)), Assert.Single(entry.Content.Objects("phones")).Text("id")));
    }

    [Fact]
    public void A_real_package_of_1_1_is_read_whole_and_comes_back_whole()
    {
        Assert.SkipWhen(SharedData.Folder is null, SharedData.Missing);
        var folder = Path.Combine(SharedData.Folder, "hsds", "miami-211-hsds-1.1");
        Assert.SkipUnless(Directory.Exists(folder), SharedData.Missing);
        var problems = new List<DirectoryProblem>();
        var entries = HsdsPackage.Of([.. Directory.EnumerateFiles(folder).Select(path => new PackageFile(Path.GetFileName(path), () => DirectoryText.Of(File.OpenRead(path))))])!.Read(problems.Add).ToList();

        Assert.Equal(4089, entries.Count(entry => entry is { Table: "service", IsLoose: false }));
        Assert.Equal(1074, entries.Where(entry => !entry.IsLoose).Select(entry => entry.Table == "organization" ? entry.Id : entry.Content.Object("organization")?.Text("id")).OfType<string>().Distinct().Count());
        var again = Invented.Read(Invented.Packed(entries)).Entries;
        Assert.Equal(entries.Select(Normal).Order(StringComparer.Ordinal), again.Select(Normal).Order(StringComparer.Ordinal));
    }

    // The order of keys and of lists says nothing.
    private static string Normal(DirectoryEntry entry) => $"{entry.Table} {entry.IsLoose} {Normal(entry.Content)}";

    private static string Normal(JsonNode? node) => node switch
    {
        JsonObject one => $"{{{string.Join(',', one.Select(pair => $"{pair.Key}:{Normal(pair.Value)}").Order(StringComparer.Ordinal))}}}",
        JsonArray list => $"[{string.Join(',', list.Select(Normal).Order(StringComparer.Ordinal))}]",
        _ => node?.ToJsonString() ?? "null",
    };

    private static IEnumerable<string> Cells(IReadOnlyDictionary<string, string> files) =>
        from file in files
        let lines = file.Value.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(Split).ToList()
        from line in lines.Skip(1)
        from cell in lines[0].Zip(line)
        where cell.Second.Length > 0
        select $"{file.Key} {line[0]} {cell.First} {cell.Second}";

    private static string[] Split(string line) => System.Text.RegularExpressions.Regex.Matches(line, "(?:^|,)(?:\"([^\"]*)\"|([^,]*))").Select(match => match.Groups[1].Value + match.Groups[2].Value).ToArray();
}
