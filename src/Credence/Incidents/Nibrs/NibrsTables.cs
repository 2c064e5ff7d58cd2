using System.Globalization;
using System.Text;
using Credence.Packs;
using YamlDotNet.RepresentationModel;

namespace Credence.Incidents.Nibrs;

/// <summary>The tables of an edition: layouts, values and lists of codes.</summary>
internal sealed class NibrsTables
{
    public required Pack Pack { get; init; }

    public required IReadOnlyList<NibrsLayout> Layouts { get; init; }

    public required Dictionary<string, NibrsCodes> Values { get; init; }

    public required Dictionary<string, NibrsCodes> Sets { get; init; }

    public required Dictionary<string, HashSet<(ulong, ulong)>> Pairs { get; init; }

    public static NibrsTables Read(Pack pack, PackLibrary library)
    {
        var sets = ReadSets(pack, library);
        return new NibrsTables
        {
            Pack = pack,
            Layouts = ReadLayouts(pack),
            Values = pack.Documents.SelectMany(document => document.Items("values"))
                .ToDictionary(table => table.Required("name"), table => new NibrsCodes(ValuesOf(table, sets))),
            Sets = sets.ToDictionary(set => set.Key, set => new NibrsCodes(set.Value)),
            Pairs = Children(pack, "pairs")
                .ToDictionary(pairs => Text(pairs.Key), pairs => PairsOf((YamlMappingNode)pairs.Value)),
        };
    }

    private static List<NibrsLayout> ReadLayouts(Pack pack)
    {
        var layouts = new List<NibrsLayout>();
        foreach (var document in pack.Documents)
        {
            var header = document.Items("header").Select(Field).ToList();
            layouts.AddRange(document.Items("segments").Select(segment => new NibrsLayout(
                segment.Number("level")!.Value,
                segment.Required("name"),
                [.. segment.Texts("lengths").Select(length => int.Parse(length.Value!, CultureInfo.InvariantCulture)).Order()],
                [.. header.Concat(segment.Sequence("fields").OfType<YamlMappingNode>().Select(Field)).OrderBy(field => field.At)])));
        }

        return [.. layouts.OrderBy(layout => layout.Level)];
    }

    private static NibrsField Field(YamlMappingNode field) => new(
        field.Required("name"),
        field.Required("element"),
        field.Number("at")!.Value,
        field.Number("length")!.Value,
        field.Number("times") ?? 1,
        field.Number("every") ?? 0,
        field.Text("group"),
        field.Text("values"));

    // Lists that the offenses pack gives come first; then those of this pack, which may name them and one another.
    private static Dictionary<string, List<string>> ReadSets(Pack pack, PackLibrary library)
    {
        var codes = library.OfKind(OffensePack.Kind).SelectMany(offenses => OffensePack.Read(offenses, []).Codes).ToList();
        var sets = new Dictionary<string, List<string>>
        {
            ["person"] = [.. Of(codes, offense => offense.Against == CrimeAgainst.Person)],
            ["property"] = [.. Of(codes, offense => offense.Against == CrimeAgainst.Property && offense.Group == 'A')],
            ["society"] = [.. Of(codes, offense => offense.Against == CrimeAgainst.Society && offense.Group == 'A')],
            ["group-a"] = [.. Of(codes, offense => offense.Group == 'A')],
            ["group-b"] = [.. Of(codes, offense => offense.Group == 'B')],
            ["federal"] = [.. Of(codes, offense => offense.IsFederal)],
        };
        foreach (var (name, list) in Children(pack, "sets"))
            sets[Text(name)] = [.. ((YamlSequenceNode)list).Select(Text).SelectMany(word => Entries(word, sets))];
        return sets;
    }

    private static IEnumerable<string> Of(IEnumerable<NibrsOffense> codes, Func<NibrsOffense, bool> isOne) =>
        codes.Where(isOne).Select(offense => offense.Code.Value);

    private static List<string> Entries(string word, Dictionary<string, List<string>> sets) => !word.StartsWith('@')
        ? [word]
        : sets.GetValueOrDefault(word[1..]) ?? throw new FormatException($"found {word}, expected a list that stands above");

    private static IEnumerable<string> ValuesOf(YamlMappingNode table, Dictionary<string, List<string>> sets)
    {
        var codes = table.Mapping("codes")?.Children.Keys.Select(Text) ?? [];
        var named = table.Texts("sets").SelectMany(name => Entries("@" + name.Value, sets));
        return codes.Concat(named).Concat(Numbers(table));
    }

    private static IEnumerable<string> Numbers(YamlMappingNode table)
    {
        if (table.Texts("numbers").Select(number => int.Parse(number.Value!, CultureInfo.InvariantCulture)).ToList() is not [var first, var last])
            return [];
        var form = new string('0', table.Number("digits")!.Value);
        return Enumerable.Range(first, last - first + 1).Select(number => number.ToString(form, CultureInfo.InvariantCulture));
    }

    private static HashSet<(ulong, ulong)> PairsOf(YamlMappingNode pairs)
    {
        var both = new HashSet<(ulong, ulong)>();
        foreach (var (one, others) in pairs.Children)
        {
            foreach (var other in (YamlSequenceNode)others)
            {
                both.Add((Pack8(one), Pack8(other)));
                both.Add((Pack8(other), Pack8(one)));
            }
        }

        return both;
    }

    private static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Children(Pack pack, string key) =>
        pack.Documents.Select(document => document.Root.Mapping(key)).OfType<YamlMappingNode>().SelectMany(mapping => mapping.Children);

    private static ulong Pack8(YamlNode code) => NibrsCodes.Pack(Encoding.Latin1.GetBytes(Text(code))) ?? 0;

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value ?? "";
}
