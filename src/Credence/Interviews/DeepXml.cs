using System.Globalization;
using System.Xml;

namespace Credence.Interviews;

/// <summary>A document whose elements stand in one another so deep that nobody wrote it: to go down in it would use up the stack, which ends a program whatever it catches.</summary>
public sealed class DeepXml : XmlException
{
    /// <summary>The deepest that is read.</summary>
    public const int Deepest = 256;

    private DeepXml(int line)
        : base(string.Create(CultureInfo.InvariantCulture, $"elements more than {Deepest} deep"), null, line, 1)
    {
    }

    /// <inheritdoc/>
    public override string Message => string.Create(CultureInfo.InvariantCulture, $"elements more than {Deepest} deep");

    /// <summary>Goes through a document.</summary>
    /// <exception cref="DeepXml">It is deeper.</exception>
    public static void Check(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader.Depth > Deepest) { throw new DeepXml((reader as IXmlLineInfo)?.LineNumber ?? 0); }
        }
    }
}
