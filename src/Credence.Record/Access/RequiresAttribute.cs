namespace Credence.Record.Access;

/// <summary>
/// The right that a desk method asks for; of several, one is enough. docs/threat-model.md lists it, and a test walks every method as every role.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequiresAttribute<TAct>(TAct act) : Attribute where TAct : struct, Enum
{
    public TAct Act { get; } = act;
}

/// <summary>A desk method for a person who asks for what is her or his own; nobody else's exists for it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OwnOnlyAttribute : Attribute;
