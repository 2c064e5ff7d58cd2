using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Credence.Interviews.Qda;

/// <summary>Where a file departs from the standard: found, expected, where; never what the file says.</summary>
/// <param name="Where">Names of elements from the top, with their number where there are several.</param>
/// <param name="Found">What is there.</param>
/// <param name="Expected">What belongs there.</param>
public sealed record QdaProblem(string Where, string Found, string Expected)
{
    /// <summary>As one sentence.</summary>
    public override string ToString() => $"{Where}: found {Found}, expected {Expected}.";
}

/// <summary>Holds a project or a codebook against the structure of REFI-QDA.</summary>
public static partial class QdaCheck
{
    private static readonly Dictionary<string, string[]> Words = new()
    {
        ["variable"] = ["Text", "Boolean", "Integer", "Float", "Date", "DateTime"],
        ["direction"] = ["Associative", "OneWay", "Bidirectional"],
        ["shape"] = ["Person", "Oval", "Rectangle", "RoundedRectangle", "Star", "LeftTriangle", "RightTriangle", "UpTriangle", "DownTriangle", "Note"],
        ["line"] = ["dotted", "dashed", "solid"],
        ["boolean"] = ["true", "false", "1", "0"],
    };

    /// <summary>Everything in which a file departs from the standard; empty if nothing does.</summary>
    public static IReadOnlyList<QdaProblem> Of(XElement root)
    {
        var problems = new List<QdaProblem>();
        if (root.Name == QdaShape.Project + "Project") { Look(root, "Project", "Project", problems); }
        else if (root.Name == QdaShape.Codebook + "CodeBook") { Look(root, "BookOfCodes", "CodeBook", problems); }
        else { problems.Add(new QdaProblem("the top", "another element", "Project or CodeBook of REFI-QDA 1.0")); }

        return problems;
    }

    private static void Look(XElement element, string type, string where, List<QdaProblem> problems)
    {
        if (QdaShape.Of(type) is not { } shape)
        {
            if (element.HasElements) { problems.Add(new QdaProblem(where, "elements", "text only")); }
            else if (!Fits(element.Value, type)) { problems.Add(new QdaProblem(where, "another value", type)); }

            return;
        }

        LookAtAttributes(element, shape, where, problems);
        LookAtOrder(element, shape, where, problems);
        foreach (var group in element.Elements().GroupBy(child => child.Name))
        {
            if (group.Key.Namespace != element.Name.Namespace || shape.Children.FirstOrDefault(child => child.Name == group.Key.LocalName) is not { } known)
            {
                problems.Add(new QdaProblem(where, "an element that the standard has not", string.Join(", ", shape.Children.Select(child => child.Name))));
                continue;
            }

            if (!known.Repeats && group.Skip(1).Any()) { problems.Add(new QdaProblem($"{where}/{known.Name}", "several", "one")); }

            foreach (var (number, child) in group.Index()) { Look(child, known.Type, $"{where}/{known.Name}{(known.Repeats ? $"[{number + 1}]" : "")}", problems); }
        }

        problems.AddRange(shape.Children.Where(child => child.Required && element.Element(element.Name.Namespace + child.Name) is null).Select(child => new QdaProblem(where, $"no {child.Name}", "one")));
    }

    private static void LookAtAttributes(XElement element, QdaType shape, string where, List<QdaProblem> problems)
    {
        foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Name.NamespaceName.Length == 0))
        {
            if (shape.Attributes.FirstOrDefault(one => one.Name == attribute.Name.LocalName) is not { } known) { problems.Add(new QdaProblem(where, "an attribute that the standard has not", string.Join(", ", shape.Attributes.Select(one => one.Name)))); }
            else if (!Fits(attribute.Value, known.Kind)) { problems.Add(new QdaProblem($"{where}, {known.Name}", "another value", known.Kind)); }
        }

        problems.AddRange(shape.Attributes.Where(one => one.Required && element.Attribute(one.Name) is null).Select(one => new QdaProblem(where, $"no {one.Name}", one.Kind)));
    }

    private static void LookAtOrder(XElement element, QdaType shape, string where, List<QdaProblem> problems)
    {
        List<string> order = [.. shape.Children.Select(child => child.Name)];
        List<int> ranks = [.. element.Elements().Select(child => order.IndexOf(child.Name.LocalName)).Where(rank => rank >= 0)];
        if (!shape.AnyOrder && !ranks.SequenceEqual(ranks.Order())) { problems.Add(new QdaProblem(where, "elements in another order", string.Join(", ", order))); }
    }

    private static bool Fits(string value, string kind) => kind switch
    {
        "guid" => QdaGuid.Of(value) is not null,
        "integer" => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "number" => double.TryParse(value, CultureInfo.InvariantCulture, out _),
        "time" or "day" => QdaTime.Of(value) is not null,
        "color" => Color().IsMatch(value),
        _ => !Words.TryGetValue(kind, out var words) || words.Contains(value),
    };

    [GeneratedRegex("^#(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})$")]
    private static partial Regex Color();
}
