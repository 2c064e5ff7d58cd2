using System.Text.Json.Nodes;

namespace Credence.Directories;

/// <summary>One object of a directory as it came, whole: what is not understood of it stays in it.</summary>
/// <param name="Table">The table of HSDS, such as service; or the name of the file, where HSDS has no such table.</param>
/// <param name="Content">The object in the nested form of HSDS 3.0.</param>
/// <param name="File">Where it was read.</param>
/// <param name="Row">The row or the line at which it begins, from 1.</param>
public sealed record DirectoryEntry(string Table, JsonObject Content, string File, long Row)
{
    /// <summary>Its id, or null if it has none.</summary>
    public string? Id => Content.Text("id");

    /// <summary>True for a row of a package that belongs to nothing else in it, kept to be given back.</summary>
    public bool IsLoose { get; init; }

    /// <summary>Table and id.</summary>
    public override string ToString() => $"DirectoryEntry({Table} {Id})";
}

/// <summary>Something wrong in an import: where, what was found, what was expected. The work goes on.</summary>
/// <param name="File">The file.</param>
/// <param name="Row">The row as a spreadsheet numbers it, or the line where the object begins.</param>
/// <param name="Field">The field, with its way through the object where it is nested; empty for the row as a whole.</param>
/// <param name="Found">What was found, by kind and size.</param>
/// <param name="Expected">What was expected, and what was done instead.</param>
public sealed record DirectoryProblem(string File, long Row, string Field, string Found, string Expected)
{
    /// <summary>One sentence.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{File}, row {Row}{(Field.Length == 0 ? "" : $", {Field}")}: found {Found}, expected {Expected}.");
}
