using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Credence.Record.Storage;

/// <summary>A column as the model knows it, whatever the database calls its type.</summary>
internal sealed record RecordColumn(string Name, ColumnKind Kind, bool CountsByItself);

/// <summary>A table as the model knows it.</summary>
internal sealed record RecordTable(string Name, IReadOnlyList<RecordColumn> Columns, IReadOnlyList<string> Key)
{
    /// <summary>All tables of the model, each after those that it refers to.</summary>
    public static IReadOnlyList<RecordTable> Of(RecordContext rows)
    {
        var left = rows.Model.GetRelationalModel().Tables.OrderBy(table => table.Name, StringComparer.Ordinal).ToList();
        var ordered = new List<ITable>();
        while (left.Count > 0)
        {
            var next = left.Find(table => table.ForeignKeyConstraints.All(key => key.PrincipalTable == table || ordered.Contains(key.PrincipalTable)))
                ?? throw new InvalidOperationException("Tables refer to each other in a circle.");
            left.Remove(next);
            ordered.Add(next);
        }

        return [.. ordered.Select(Of)];
    }

    /// <summary>Which columns of which table must together name a row of another one, each with the column that it names.</summary>
    public static IEnumerable<(string Table, string Principal, IReadOnlyList<(string Column, string Names)> Columns)> References(RecordContext rows) =>
        from table in rows.Model.GetRelationalModel().Tables
        from key in table.ForeignKeyConstraints
        select (table.Name, key.PrincipalTable.Name,
            (IReadOnlyList<(string, string)>)[.. key.Columns.Zip(key.PrincipalColumns, (column, names) => (column.Name, names.Name))]);

    public static string Quoted(string name) => name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')
        ? $"\"{name}\""
        : throw new InvalidOperationException("A name of a table or column has letters, digits and low lines only.");

    /// <summary>Reads every row by the key.</summary>
    public DbCommand Select(DbTransaction transaction) => transaction.Command(
        $"SELECT {string.Join(", ", Columns.Select(column => Quoted(column.Name)))} FROM {Quoted(Name)} ORDER BY {string.Join(", ", Key.Select(Quoted))}");

    private static RecordTable Of(ITable table) => new(
        table.Name,
        [.. table.Columns.OrderBy(column => column.Name, StringComparer.Ordinal).Select(column => new RecordColumn(column.Name, ColumnKinds.Of(column.ProviderClrType), CountsByItself(column)))],
        [.. table.PrimaryKey!.Columns.Select(column => column.Name)]);

    private static bool CountsByItself(IColumn column) =>
        column.PropertyMappings.Any(mapping => mapping.Property.ValueGenerated is ValueGenerated.OnAdd && mapping.Property.IsPrimaryKey())
        && ColumnKinds.Of(column.ProviderClrType) is ColumnKind.Int or ColumnKind.Long;
}
