using System.Globalization;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Credence.Packs;

/// <summary>Checks the shape of a pack's file against a JSON schema of packs/schema, and says line, found and expected.</summary>
internal static class PackSchema
{
    internal static JsonSchema Read(string text) => JsonSchema.FromJsonAsync(text).GetAwaiter().GetResult();

    internal static IEnumerable<PackProblem> Check(PackDocument document, JsonSchema schema)
    {
        var lines = new Dictionary<string, YamlNode>();
        var token = ToJson(document.Root, "", lines);
        return schema.Validate(token).SelectMany(Leaves).Select(error => ProblemOf(document, error, lines));
    }

    /// <summary>The schema's "one of" errors hold the real ones inside.</summary>
    private static IEnumerable<ValidationError> Leaves(ValidationError error) =>
        error is ChildSchemaValidationError child && child.Errors.Count > 0
            ? child.Errors.Values.First().SelectMany(Leaves)
            : [error];

    private static PackProblem ProblemOf(PackDocument document, ValidationError error, Dictionary<string, YamlNode> nodes)
    {
        var path = (error.Path ?? "").TrimStart('#', '/').TrimStart('.');
        var node = Nearest(path, nodes) ?? document.Root;
        return document.ProblemAt(node, SentenceOf(error, path, node));
    }

    private static YamlNode? Nearest(string path, Dictionary<string, YamlNode> nodes)
    {
        for (var at = path; ; at = at[..at.LastIndexOfAny(['.', '['])])
        {
            if (nodes.TryGetValue(at, out var node))
            {
                return node;
            }

            if (at.LastIndexOfAny(['.', '[']) <= 0)
            {
                return null;
            }
        }
    }

    private static string SentenceOf(ValidationError error, string path, YamlNode node)
    {
        var found = node is YamlScalarNode scalar ? $"found \"{scalar.Value}\"" : "found none";
        var schema = error.Schema.ActualSchema;
        return error.Kind switch
        {
            ValidationErrorKind.PropertyRequired => $"found no key {error.Property}, expected it here",
            ValidationErrorKind.NoAdditionalPropertiesAllowed => $"found the key {error.Property}, expected one of {Keys(schema)}",
            ValidationErrorKind.NotInEnumeration => $"{path}: {found}, expected one of {string.Join(", ", schema.Enumeration)}",
            ValidationErrorKind.PatternMismatch => $"{path}: {found}, expected the form {schema.Pattern}",
            ValidationErrorKind.TooFewItems => $"{path}: found too few, expected at least {schema.MinItems.ToString(CultureInfo.InvariantCulture)}",
            _ => $"{path}: {found}, expected {schema.Type.ToString().ToLowerInvariant()} ({error.Kind})",
        };
    }

    private static string Keys(JsonSchema schema) => string.Join(", ", schema.Properties.Keys);

    private static JToken ToJson(YamlNode node, string path, Dictionary<string, YamlNode> nodes)
    {
        nodes[path] = node;
        return node switch
        {
            YamlMappingNode mapping => new JObject(mapping.Children.Select(pair =>
            {
                var key = ((YamlScalarNode)pair.Key).Value ?? "";
                return new JProperty(key, ToJson(pair.Value, path.Length == 0 ? key : $"{path}.{key}", nodes));
            })),
            YamlSequenceNode list => new JArray(list.Select((item, i) =>
                ToJson(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), nodes))),
            YamlScalarNode scalar => Scalar(scalar),
            _ => JValue.CreateNull(),
        };
    }

    private static JValue Scalar(YamlScalarNode scalar)
    {
        var text = scalar.Value ?? "";
        if (scalar.Style != ScalarStyle.Plain)
        {
            return new JValue(text);
        }

        return text switch
        {
            "" or "null" or "~" => JValue.CreateNull(),
            "true" or "false" => new JValue(text == "true"),
            _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => new JValue(number),
            _ => new JValue(text),
        };
    }
}
