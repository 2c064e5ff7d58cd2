using System.Collections.Frozen;

namespace Credence.Directories;

/// <summary>The tables of HSDS 3.0 and the capacity of 3.1 (docs.openreferral.org; field names are facts, the words are ours).</summary>
public static class HsdsTables
{
    // name: fields (! required, # number, @ date, ~ time, ^ web address, & e-mail address, =a|b closed list) < parents (field>table.list) > rows it names (field>table.member).
    // In the order in which a row can find its parent.
    private const string Written = """
        service: id! organization_id program_id name! alternate_name description url^ email& status!=active|inactive|defunct|temporarily_closed interpretation_services application_process fees_description accreditations eligibility_description minimum_age# maximum_age# assured_date@ assurer_email& alert last_modified > organization_id>organization.organization program_id>program.program
        service_at_location: id! service_id location_id description < service_id>service.service_at_locations > location_id>location.location
        organization: id! name! alternate_name description! email& website^ year_incorporated# legal_status logo^ uri parent_organization_id
        program: id! organization_id name! alternate_name description! < organization_id>organization.programs
        location: id! location_type!=physical|postal|virtual url^ organization_id name alternate_name description transportation latitude# longitude# external_identifier external_identifier_type < organization_id>organization.locations
        organization_identifier: id! organization_id identifier_scheme identifier_type! identifier! < organization_id>organization.organization_identifiers
        contact: id! organization_id service_id service_at_location_id location_id name title department email& < service_at_location_id>service_at_location.contacts service_id>service.contacts location_id>location.contacts organization_id>organization.contacts
        phone: id! location_id service_id organization_id contact_id service_at_location_id number! extension# type description < contact_id>contact.phones service_at_location_id>service_at_location.phones service_id>service.phones location_id>location.phones organization_id>organization.phones
        address: id! location_id attention address_1! address_2 city! region state_province! postal_code! country! address_type!=physical|postal|virtual < location_id>location.addresses
        schedule: id! service_id location_id service_at_location_id valid_from@ valid_to@ dtstart@ timezone# until@ count# wkst freq=WEEKLY|MONTHLY interval# byday byweekno bymonthday byyearday description opens_at~ closes_at~ schedule_link^ attending_type notes < service_at_location_id>service_at_location.schedules service_id>service.schedules location_id>location.schedules
        language: id! service_id location_id phone_id name code note < phone_id>phone.languages service_id>service.languages location_id>location.languages
        funding: id! organization_id service_id source < service_id>service.funding organization_id>organization.funding
        service_area: id! service_id name description extent extent_type uri < service_id>service.service_areas
        required_document: id! service_id document < service_id>service.required_documents
        accessibility: id! location_id description details url^ < location_id>location.accessibility
        cost_option: id! service_id valid_from@ valid_to@ option currency amount# amount_description < service_id>service.cost_options
        service_capacity: id! service_id unit_id available! maximum description updated! < service_id>service.capacities > unit_id>unit.unit
        unit: id! name! scheme identifier uri
        attribute: id! link_id taxonomy_term_id link_type link_entity value > taxonomy_term_id>taxonomy_term.taxonomy_term
        taxonomy_term: id! code name! description! parent_id taxonomy taxonomy_id language term_uri > taxonomy_id>taxonomy.taxonomy_detail
        taxonomy: id! name! description! uri version
        metadata: id! resource_id resource_type last_action_date!@ last_action_type! field_name! previous_value! replacement_value! updated_by!
        meta_table_description: id! name language character_set
        """;

    private static readonly FrozenDictionary<string, HsdsTable> ByName;
    private static readonly FrozenDictionary<string, FrozenDictionary<string, HsdsTable>> ByParent;

    static HsdsTables()
    {
        All = [.. Written.Split('\n', StringSplitOptions.TrimEntries).Select(Read)];
        ByName = All.ToFrozenDictionary(table => table.Name);
        ByParent = All.SelectMany(table => table.Parents.Select(link => (Table: link.Table, Member: link.Member, Child: table)))
            .Concat(All.SelectMany(table => new (string Table, string Member, HsdsTable Child)[] { (table.Name, "attributes", ByName["attribute"]), (table.Name, "metadata", ByName["metadata"]) }))
            .GroupBy(one => one.Table).ToFrozenDictionary(group => group.Key, group => group.ToFrozenDictionary(one => one.Member, one => one.Child));
    }

    /// <summary>All of them, parents before what hangs on them.</summary>
    public static IReadOnlyList<HsdsTable> All { get; }

    /// <summary>The table of that name, or null.</summary>
    public static HsdsTable? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>What may stand in lists of a table's JSON form, by the key of the list.</summary>
    public static IReadOnlyDictionary<string, HsdsTable> Children(string table) =>
        ByParent.TryGetValue(table, out var children) ? children : FrozenDictionary<string, HsdsTable>.Empty;

    /// <summary>The table that a file of a package holds: service.csv and services.csv are one; null if HSDS has no such table.</summary>
    public static HsdsTable? OfFile(string stem) => Find(stem) ?? stem switch
    {
        "services_at_location" or "services_at_locations" => Find("service_at_location"),
        "taxonomies" => Find("taxonomy"),
        "addresses" => Find("address"),
        "service_capacities" => Find("service_capacity"),
        _ when stem.EndsWith('s') => Find(stem[..^1]),
        _ => null,
    };

    private static HsdsTable Read(string line)
    {
        var named = line.Split(" > ");
        var parents = named[0].Split(" < ");
        var name = parents[0].Split(':')[0];
        return new HsdsTable
        {
            Name = name,
            Fields = parents[0][(name.Length + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(FieldOf).ToFrozenDictionary(field => field.Name),
            Parents = parents.Length > 1 ? [.. parents[1].Split(' ').Select(LinkOf)] : [],
            Named = named.Length > 1 ? [.. named[1].Split(' ').Select(LinkOf)] : [],
        };
    }

    private static HsdsField FieldOf(string written)
    {
        var parts = written.Split('=');
        var form = parts[0][^1] switch { '#' => HsdsForm.Number, '@' => HsdsForm.Date, '~' => HsdsForm.Time, '^' => HsdsForm.WebAddress, '&' => HsdsForm.Email, _ => HsdsForm.Text };
        return new HsdsField(
            parts[0].TrimEnd('!', '#', '@', '~', '^', '&'), form, parts[0].Contains('!'), parts.Length > 1 ? [.. parts[1].Split('|').Select(value => value.Replace('_', ' '))] : []);
    }

    private static HsdsLink LinkOf(string written) => written.Split('>', '.') is [var field, var table, var member]
        ? new HsdsLink(field, table, member)
        : throw new FormatException($"found the link {written}, expected field>table.member");
}
