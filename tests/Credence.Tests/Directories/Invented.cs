using Credence.Directories;

namespace Credence.Tests.Directories;

/// <summary>An invented directory.</summary>
internal static class Invented
{
    public const string Service = """
        {"id":"s1","name":"Night beds","status":"active","description":"Beds for the night.","minimum_age":18,"our_field":{"kept":[1,2.50,"x"]},
         "organization":{"id":"o1","name":"Harbor House","description":"A shelter.","phones":[{"id":"p1","number":"555-0101"}]},
         "phones":[{"id":"p2","number":"555-0102","languages":[{"id":"l1","code":"es"}]}],
         "schedules":[{"id":"c1","freq":"WEEKLY","byday":"MO,TU","opens_at":"09:00","closes_at":"17:00"}],
         "service_at_locations":[{"id":"sl1","location":{"id":"w1","location_type":"physical","latitude":40.5,"longitude":-75.25,
           "addresses":[{"id":"a1","address_1":"1 Quay Street","city":"Riverton","state_province":"EX","postal_code":"00001","country":"US","address_type":"physical"}]}}],
         "attributes":[{"id":"t1","link_type":"service","taxonomy_term":{"id":"1121","code":"1121","name":"Emergency Shelter","description":"Beds","taxonomy":"Open Eligibility"}}]}
        """;

    /// <summary>Files of a package of HSDS 3.0, by name.</summary>
    public static IReadOnlyDictionary<string, string> Package { get; } = new Dictionary<string, string>
    {
        ["organization.csv"] = "id,name,description\r\no1,Harbor House,A shelter\r\no2,Meadow Legal,Lawyers\r\n",
        ["service.csv"] = "id,organization_id,name,status,minimum_age,our_column\r\ns1,o1,Night beds,active,18,kept\r\ns2,o1,\"Meals, hot\",active,,\r\n",
        ["service_at_location.csv"] = "id,service_id,location_id\r\nsl1,s1,w1\r\nsl2,s2,w1\r\n",
        ["location.csv"] = "id,location_type,latitude,longitude\r\nw1,physical,40.50,-75.25\r\nw2,physical,,\r\n",
        ["address.csv"] = "id,location_id,address_1,city,state_province,postal_code,country,address_type\r\na1,w1,1 Quay Street,Riverton,EX,00001,US,physical\r\n",
        ["phone.csv"] = "id,service_id,location_id,number\r\np1,s1,w1,555-0101\r\np2,,,555-0199\r\n",
        ["language.csv"] = "id,service_id,phone_id,code\r\nl1,,p1,es\r\nl2,s1,,en\r\n",
        ["schedule.csv"] = "id,service_id,freq,byday,opens_at,closes_at\r\nc1,s1,WEEKLY,\"MO,TU\",09:00,17:00\r\n",
        ["attribute.csv"] = "id,link_id,link_entity,link_type,taxonomy_term_id\r\nt1,s1,service,service,1121\r\n",
        ["taxonomy_term.csv"] = "id,code,name,description,taxonomy\r\n1121,1121,Emergency Shelter,Beds,Open Eligibility\r\n",
        ["beds.csv"] = "bed,of\r\n1,s1\r\n",
    };

    public static IReadOnlyList<PackageFile> Files(IReadOnlyDictionary<string, string> files) => [.. files.Select(file => new PackageFile(file.Key, () => new StringReader(file.Value)))];

    public static (List<DirectoryEntry> Entries, List<DirectoryProblem> Problems) Read(IReadOnlyDictionary<string, string> files)
    {
        var problems = new List<DirectoryProblem>();
        return ([.. HsdsPackage.Of(Files(files))!.Read(problems.Add)], problems);
    }

    public static (List<DirectoryEntry> Entries, List<DirectoryProblem> Problems) ReadJson(string text)
    {
        var problems = new List<DirectoryProblem>();
        return ([.. HsdsJson.Read("services.json", new StringReader(text), problems.Add)], problems);
    }

    public static IReadOnlyDictionary<string, string> Packed(IEnumerable<DirectoryEntry> entries)
    {
        var tabular = new HsdsTabular();
        foreach (var entry in entries) tabular.Add(entry);
        return tabular.Tables.ToDictionary(table => table + ".csv", table =>
        {
            using var writer = new StringWriter();
            tabular.Write(table, writer);
            return writer.ToString();
        });
    }
}
