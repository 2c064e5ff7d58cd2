using Credence.Record.Access;

namespace Credence.Web;

/// <summary>Purposes as a page says them.</summary>
public static class Purposes
{
    public static string Words(PurposeKind kind) => kind switch
    {
        PurposeKind.Review => "review of past reports",
        PurposeKind.Casework => "work on a case",
        PurposeKind.Help => "help for a person",
        PurposeKind.RequestOfThePerson => "the person asked",
        PurposeKind.Audit => "audit",
        PurposeKind.Research => "research under a protocol",
        PurposeKind.LegalDuty => "a legal duty",
        PurposeKind.Training => "training with invented calls",
        _ => "upkeep of the system",
    };
}
