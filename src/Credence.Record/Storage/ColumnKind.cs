using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;

namespace Credence.Record.Storage;

/// <summary>What a column holds, by the model; both databases keep it in their own way.</summary>
internal enum ColumnKind
{
    Bool,
    Int,
    Long,
    Double,
    Text,
    Guid,
    Date,
    Bytes,
}

/// <summary>Values of each kind out of a row, into a line of JSON, and back.</summary>
internal static class ColumnKinds
{
    public static ColumnKind Of(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => ColumnKind.Bool,
        TypeCode.Int16 or TypeCode.Int32 => ColumnKind.Int,
        TypeCode.Int64 => ColumnKind.Long,
        TypeCode.Double => ColumnKind.Double,
        TypeCode.String => ColumnKind.Text,
        _ when type == typeof(Guid) => ColumnKind.Guid,
        _ when type == typeof(DateOnly) => ColumnKind.Date,
        _ when type == typeof(byte[]) => ColumnKind.Bytes,
        _ => throw new NotSupportedException($"A column of {type.Name} has no place in a backup yet."),
    };

    public static void Write(this ColumnKind kind, Utf8JsonWriter json, DbDataReader row, int at)
    {
        if (row.IsDBNull(at))
        {
            json.WriteNullValue();
            return;
        }

        switch (kind)
        {
            case ColumnKind.Bool: json.WriteBooleanValue(row.GetBoolean(at)); break;
            case ColumnKind.Int or ColumnKind.Long: json.WriteNumberValue(row.GetInt64(at)); break;
            // As text: JSON has no place for what is not a number.
            case ColumnKind.Double: json.WriteStringValue(row.GetDouble(at).ToString("R", CultureInfo.InvariantCulture)); break;
            case ColumnKind.Text: json.WriteStringValue(row.GetString(at)); break;
            case ColumnKind.Guid: json.WriteStringValue(row.GetGuid(at)); break;
            case ColumnKind.Date: json.WriteStringValue(row.GetFieldValue<DateOnly>(at).ToString("O", CultureInfo.InvariantCulture)); break;
            default: json.WriteBase64StringValue(row.GetFieldValue<byte[]>(at)); break;
        }
    }

    extension(ColumnKind kind)
    {
        /// <summary>What a parameter must say of its type where its value may be missing.</summary>
        public DbType DbType => kind switch
        {
            ColumnKind.Bool => System.Data.DbType.Boolean,
            ColumnKind.Int => System.Data.DbType.Int32,
            ColumnKind.Long => System.Data.DbType.Int64,
            ColumnKind.Double => System.Data.DbType.Double,
            ColumnKind.Text => System.Data.DbType.String,
            ColumnKind.Guid => System.Data.DbType.Guid,
            ColumnKind.Date => System.Data.DbType.Date,
            _ => System.Data.DbType.Binary,
        };
    }

    public static object Read(this ColumnKind kind, JsonElement value) => value.ValueKind is JsonValueKind.Null ? DBNull.Value : kind switch
    {
        ColumnKind.Bool => value.GetBoolean(),
        ColumnKind.Int => value.GetInt32(),
        ColumnKind.Long => value.GetInt64(),
        ColumnKind.Double => double.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        ColumnKind.Text => value.GetString()!,
        ColumnKind.Guid => value.GetGuid(),
        ColumnKind.Date => DateOnly.ParseExact(value.GetString()!, "O", CultureInfo.InvariantCulture),
        _ => value.GetBytesFromBase64(),
    };
}
