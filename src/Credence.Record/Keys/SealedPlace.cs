using System.Text;

namespace Credence.Record.Keys;

/// <summary>Where a sealed value belongs. It is bound to its ciphertext, so that a value moved to another row or field does not open.</summary>
/// <param name="Field">Table and field, such as incident-rows.content.</param>
/// <param name="Subject">The incident or person whose key seals it.</param>
/// <param name="Row">The row within the subject; 0 if there is one only.</param>
public readonly record struct SealedPlace(string Field, Guid Subject, long Row = 0)
{
    internal byte[] ToBytes() => Encoding.UTF8.GetBytes($"credence 1|{Field}|{Subject:N}|{Row}");
}
