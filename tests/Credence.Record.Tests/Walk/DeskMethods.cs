using System.Reflection;
using Credence.Care.Access;
using Credence.Police.Access;
using Credence.Record.Access;

namespace Credence.Record.Tests.Walk;

/// <summary>A public method of a desk, with who may call it.</summary>
internal sealed record DeskMethod(Type Desk, MethodInfo Method)
{
    public static IReadOnlyList<DeskMethod> All { get; } =
    [
        .. new[] { typeof(PoliceAccess), typeof(CareAccess) }
            .SelectMany(side => side.Assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsNested: false } && type.Name.EndsWith("Desk", StringComparison.Ordinal))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(method => !method.IsSpecialName)
                .OrderBy(method => method.Name, StringComparer.Ordinal)
                .Select(method => new DeskMethod(type, method))),
    ];

    public string Name => $"{Desk.Name}.{Method.Name}";

    public Type? Asks => Method.GetParameters().FirstOrDefault()?.ParameterType;

    public bool IsOwnOnly => Method.GetCustomAttribute<OwnOnlyAttribute>() is not null;

    /// <summary>What is wrong with how the method says who may call it, or null.</summary>
    public string? Problem =>
        Asks is null || !typeof(RecordAccess).IsAssignableFrom(Asks) ? "found no access as the first parameter"
        : Method.GetParameters()[^1].ParameterType != typeof(CancellationToken) ? "found no CancellationToken as the last parameter"
        : Asks == typeof(SurvivorAccess) ? IsOwnOnly && Acts<CareAct>().Count == 0 ? null : "expected [OwnOnly] and no right"
        : Asks == typeof(CareAccess) ? Acts<CareAct>().Count > 0 && !IsOwnOnly ? null : "expected [Requires<CareAct>]"
        : Asks == typeof(PoliceAccess) ? Acts<PoliceAct>().Count > 0 && !IsOwnOnly ? null : "expected [Requires<PoliceAct>]"
        : "found an access of neither side";

    public IReadOnlyList<TAct> Acts<TAct>() where TAct : struct, Enum =>
        [.. Method.GetCustomAttributes<RequiresAttribute<TAct>>().Select(one => one.Act)];

    public bool May(object role) => role is CareRole care ? Acts<CareAct>().Any(act => care.May(act)) : Acts<PoliceAct>().Any(act => ((PoliceRole)role).May(act));

    public async Task<object?> Call(object desk, object?[] arguments)
    {
        var task = (Task)Method.Invoke(Method.IsStatic ? null : desk, arguments)!;
        await task;
        return task.GetType().GetProperty("Result")?.GetValue(task);
    }

    /// <summary>Whether a result tells nothing: null, false, empty, or a refusal.</summary>
    public static bool IsNothing(object? result) =>
        result is null or false
        || (result is System.Collections.IEnumerable many && !many.Cast<object?>().Any())
        || (result is not null && Refusals.Contains(result.GetType().Name));

    private static readonly HashSet<string> Refusals = ["NotFound", "NotAllowed", "Refused", "NotReleased", "NotPermitted", "PermitsNothing", "Malformed", "VoidTaskResult"];
}
