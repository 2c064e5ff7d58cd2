namespace Credence.Record.Access;

/// <summary>The right that a desk method asks for. docs/threat-model.md lists it, and a test walks every method as every role.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresAttribute<TAct>(TAct act) : Attribute where TAct : struct, Enum
{
    public TAct Act { get; } = act;
}
