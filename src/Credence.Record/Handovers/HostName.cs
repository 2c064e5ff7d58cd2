using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Credence.Record.Handovers;

/// <summary>The short name of an organization, by which two hosts know each other, such as harbor-house.</summary>
public readonly partial record struct HostName
{
    private HostName(string value) => Value = value;

    public string Value { get; }

    public static bool TryRead([NotNullWhen(true)] string? text, out HostName name)
    {
        name = new HostName(text ?? "");
        return text is not null && Form().IsMatch(text);
    }

    public static HostName Of(string text) => TryRead(text, out var name) ? name : throw new ArgumentException("Found no short name, expected one such as harbor-house.", nameof(text));

    public override string ToString() => Value;

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z(?<=\A.{1,60})")]
    private static partial Regex Form();
}

/// <summary>Which side of the wall a host keeps.</summary>
public enum Side
{
    Police,
    Care,
}
