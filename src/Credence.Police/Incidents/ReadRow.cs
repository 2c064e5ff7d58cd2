using Credence.Incidents;
using Credence.Screening;

namespace Credence.Police.Incidents;

/// <summary>By what an incident is known within an organization.</summary>
internal readonly record struct IncidentKey(string Agency, string Number);

/// <summary>A row of a source, read, screened and ready to be sealed.</summary>
internal sealed record ReadRow(long Number, IncidentKey Key, RowKind Kind, Incident Incident, byte[] Content, byte[] Fingerprint, ScreeningResult Result, long[] Tokens)
{
    public override string ToString() => $"ReadRow({Number})";
}

/// <summary>Rows that are written together, with what was wrong in them.</summary>
/// <param name="Count">Rows taken from the source, those among them that are not imported too.</param>
/// <param name="Rows">What is to be imported, in the order of the source.</param>
/// <param name="Problems">What was wrong.</param>
/// <param name="IsLast">True if the source ends with them.</param>
internal sealed record ReadBatch(int Count, IReadOnlyList<ReadRow> Rows, List<RowProblem> Problems, bool IsLast)
{
    public override string ToString() => $"ReadBatch({Count})";
}
