using System.Security.Cryptography;
using System.Text;
using NJsonSchema;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Credence.Packs;

/// <summary>Reads packs from the texts of their files, checks their shape, and collects every problem.</summary>
public static class PackReader
{
    private const string Schemas = "schema";
    private const string Manifest = "pack.yaml";

    /// <summary>Reads packs; where two files have one path, the later replaces the earlier.</summary>
    /// <param name="files">YAML files and, below schema/, the JSON schemas.</param>
    /// <param name="onlyLocal">True to check the shape of an agency's files only: that of what ships is kept by a test.</param>
    public static PackLibrary Read(IEnumerable<PackFile> files, bool onlyLocal = false)
    {
        var byPath = new SortedDictionary<string, PackFile>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            byPath[file.Path] = file;
        }

        var schemas = byPath.Values.Where(file => file.Folder == Schemas)
            .ToDictionary(file => file.Path, file => new Lazy<JsonSchema>(() => PackSchema.Read(file.Text)));
        var shapes = new Shapes(schemas, onlyLocal);
        var problems = new List<PackProblem>();
        var packs = byPath.Values.Where(file => file.Folder != Schemas)
            .GroupBy(file => file.Folder)
            .Select(folder => ReadPack(folder.Key, [.. folder], shapes, problems))
            .OfType<Pack>().OrderBy(pack => pack.Id, StringComparer.Ordinal).ToList();
        foreach (var twice in packs.GroupBy(pack => pack.Id).Where(same => same.Count() > 1))
        {
            problems.Add(new PackProblem(twice.Last().Documents[0].File.Path, 1, $"found the pack id {twice.Key} a second time, expected a new id"));
        }

        return new PackLibrary([.. packs.DistinctBy(pack => pack.Id)], problems);
    }

    private static Pack? ReadPack(
        string folder, PackFile[] files, Shapes shapes, List<PackProblem> problems)
    {
        var manifest = files.FirstOrDefault(file => file.Path.EndsWith('/' + Manifest));
        if (manifest is null)
        {
            problems.Add(new PackProblem(folder, 1, $"found no {Manifest}, expected one in every folder of packs"));
            return null;
        }

        if (Parse(manifest, shapes, problems) is not { } first || !Fits(first, "pack", shapes, problems))
        {
            return null;
        }

        var kind = first.Root.Required("kind");
        var documents = new List<PackDocument> { first };
        foreach (var file in files.Where(file => file != manifest))
        {
            if (Parse(file, shapes, problems) is { } document && Fits(document, kind, shapes, problems))
            {
                documents.Add(document);
            }
        }

        return PackOf(first.Root, documents, problems);
    }

    private static PackDocument? Parse(PackFile file, Shapes shapes, List<PackProblem> problems)
    {
        try
        {
            var endless = shapes.Checks(file) ? YamlShape.ProblemIn(file) : null;
            var document = endless is null ? Load(file, problems) : null;
            var problem = document is not null && shapes.Checks(file) ? YamlShape.ProblemIn(document) : endless;
            if (problem is null)
            {
                return document;
            }

            problems.Add(problem);
        }
        catch (YamlException broken)
        {
            problems.Add(new PackProblem(file.Path, (int)broken.Start.Line, $"found broken YAML, expected a mapping: {broken.Message}"));
        }
        catch (InvalidOperationException)
        {
            // The YAML library says so of some unclosed lists.
            problems.Add(new PackProblem(file.Path, 1, "found broken YAML, expected a mapping: a list or a quote is not closed"));
        }

        return null;
    }

    private static PackDocument? Load(PackFile file, List<PackProblem> problems)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(file.Text));
        if (stream.Documents is [{ RootNode: YamlMappingNode root }])
        {
            return new PackDocument(file, root);
        }

        problems.Add(new PackProblem(file.Path, 1, "found no keys at the top, expected one YAML mapping"));
        return null;
    }

    private static bool Fits(PackDocument document, string kind, Shapes shapes, List<PackProblem> problems)
    {
        if (!shapes.Checks(document.File))
        {
            return true;
        }

        if (!shapes.Schemas.TryGetValue($"{Schemas}/{kind}.schema.json", out var schema))
        {
            problems.Add(new PackProblem(document.File.Path, 1, $"found the kind {kind}, expected one that has a schema"));
            return false;
        }

        var found = PackSchema.Check(document, schema.Value).ToList();
        problems.AddRange(found);
        return found.Count == 0;
    }

    private static Pack PackOf(YamlMappingNode root, List<PackDocument> documents, List<PackProblem> problems) => new()
    {
        Id = root.Required("id"),
        Kind = root.Required("kind"),
        Language = root.Text("language"),
        Version = root.Required("version") + LocalMark(documents),
        Title = root.Required("title"),
        License = root.Required("license"),
        Notes = root.Text("notes"),
        Sources = Merge(documents, "sources", SourcesOf, problems),
        Words = Merge(documents, "words", document => document.Root.Pairs("words"), problems),
        Documents = documents,
    };

    /// <summary>A pack with local files is another pack: its version says so, with a fingerprint of what was laid over.</summary>
    private static string LocalMark(List<PackDocument> documents)
    {
        var local = string.Join('\n', documents.Where(document => document.File.IsLocal).Select(document => document.File.Text));
        return local.Length == 0
            ? ""
            : "+local." + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(local)))[..8];
    }

    private static IEnumerable<KeyValuePair<string, PackSource>> SourcesOf(PackDocument document) =>
        document.Root.Mapping("sources")?.Children.Select(pair =>
        {
            var (key, source) = (((YamlScalarNode)pair.Key).Value ?? "", (YamlMappingNode)pair.Value);
            return KeyValuePair.Create(key, new PackSource(key, source.Required("title"), source.Required("publisher"),
                source.Text("url"), source.Required("status") == "verified"));
        }) ?? [];

    private static Dictionary<string, T> Merge<T>(
        List<PackDocument> documents, string key,
        Func<PackDocument, IEnumerable<KeyValuePair<string, T>>> read, List<PackProblem> problems)
    {
        var all = new Dictionary<string, T>();
        foreach (var document in documents)
        {
            foreach (var (name, value) in read(document))
            {
                if (!all.TryAdd(name, value))
                {
                    problems.Add(document.ProblemAt(document.Root, $"found {key}.{name} a second time in this pack, expected a new name"));
                }
            }
        }

        return all;
    }

    private sealed record Shapes(Dictionary<string, Lazy<JsonSchema>> Schemas, bool OnlyLocal)
    {
        internal bool Checks(PackFile file) => !OnlyLocal || file.IsLocal;
    }
}
