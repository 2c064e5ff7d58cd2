using System.Reflection;
using Credence.Consents;
using Credence.Record.Access;
using Microsoft.EntityFrameworkCore;
using Credence.Record.Storage;

namespace Credence.Record.Tests.Walk;

/// <summary>
/// A record in which every desk method has something to find: an argument for every parameter, by desk, method and name or by
/// type. A desk that is new is taught here; one that cannot be called fails the walk.
/// </summary>
internal abstract class DeskWorld(Workplace workplace)
{
    private readonly Dictionary<string, Func<object?>> _byName = [];
    private readonly Dictionary<string, Func<RecordAccess, object?>> _byAsker = [];
    private readonly Dictionary<Type, Func<object?>> _byType = new() { [typeof(CancellationToken)] = () => CancellationToken.None };

    public Workplace Workplace { get; } = workplace;

    public static ConsentLaw Massachusetts { get; } = ConsentLawPack.From(Credence.Testing.Cast.Packs, []).Single(law => law.Jurisdiction == "us-ma");

    public abstract IReadOnlyList<object> Roles { get; }

    /// <summary>The access with which this role calls this method; elsewhere is an organization that has nothing to do with it.</summary>
    public abstract RecordAccess Access(DeskMethod method, object role, bool elsewhere);

    public object Desk(DeskMethod method)
    {
        var constructor = Assert.Single(method.Desk.GetConstructors());
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Argument(method, parameter))]);
    }

    public object?[] Arguments(DeskMethod method, RecordAccess access) =>
    [
        access,
        .. method.Method.GetParameters().Skip(1).Select(parameter =>
            _byAsker.TryGetValue($"{method.Name}.{parameter.Name}", out var own) ? own(access) : Argument(method, parameter)),
    ];

    /// <summary>Every row of every table and every key, as text.</summary>
    public abstract Task<IReadOnlyList<string>> Everything();

    protected void Teach(string name, Func<object?> value) => _byName.Add(name, value);

    /// <summary>What is somebody's own, so that each who asks has one.</summary>
    protected void TeachOwn(string name, Func<RecordAccess, object?> value) => _byAsker.Add(name, value);

    protected void Teach<T>(T value) => _byType.Add(typeof(T), () => value);

    protected static async Task<IReadOnlyList<string>> Everything<TContext>(RecordStore<TContext> record) where TContext : RecordContext
    {
        var lines = new List<string>();
        await using var rows = record.Enter(Scope.Steward);
        await rows.Database.OpenConnectionAsync();
        foreach (var table in rows.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().Order(StringComparer.Ordinal))
        {
            await using var select = rows.Database.GetDbConnection().Command($"SELECT * FROM {table}");
            await using var reader = await select.ExecuteReaderAsync();
            var from = lines.Count;
            while (await reader.ReadAsync()) lines.Add($"{table}: {string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(at => Text(reader.GetValue(at))))}");
            lines.Sort(from, lines.Count - from, StringComparer.Ordinal);
        }

        lines.Add($"keys: {(await record.Vault.Keys.NotUnder(-1, int.MaxValue, default)).Count}");
        return lines;
    }

    private static string Text(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!;

    private object? Argument(DeskMethod method, ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (_byName.TryGetValue($"{method.Name}.{parameter.Name}", out var named)) return named();
        if (_byType.TryGetValue(Nullable.GetUnderlyingType(type) ?? type, out var typed)) return typed();
        if (Nullable.GetUnderlyingType(type) is not null || new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable) return null;
        if (type == typeof(int)) return 10;
        if (type == typeof(bool)) return false;
        if (type.IsEnum) return Enum.GetValues(type).GetValue(0);
        if (type.GetConstructor([]) is { } empty && type.Namespace!.StartsWith("Credence", StringComparison.Ordinal)) return empty.Invoke([]);
        throw new InvalidOperationException($"{method.Name} asks for {parameter.Name} ({type.Name}), and the walk has none: teach it in the world of its side.");
    }
}
