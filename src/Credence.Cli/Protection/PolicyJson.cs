using Credence.Protection;

namespace Credence.Cli.Protection;

/// <summary>A policy for programs.</summary>
internal static class PolicyJson
{
    public static object Of(Policy policy) => new
    {
        policy.Id,
        policy.Language,
        Pack = policy.Pack.Stamp,
        policy.Title,
        policy.Standing,
        policy.Purpose,
        policy.PossibleVictim,
        policy.Before,
        policy.Covered,
        policy.NotCovered,
        policy.Immunity,
        policy.RefusedReasons,
        policy.Exceptions,
        policy.Release,
        policy.Vacatur,
        policy.Life,
        policy.Measures,
        policy.Citation,
    };
}
