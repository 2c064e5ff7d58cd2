using Credence.Incidents;

namespace Credence.Training;

/// <summary>Holds what was recorded against what was due.</summary>
internal static class Misclassifications
{
    private static readonly string[] Prostitution = ["40A", "40B", "40C"];

    public static IEnumerable<Misclassification> Of(Incident recorded, StoryTruth truth)
    {
        var codes = recorded.Offenses!;
        if (truth.Due.Any(OffenseLookup.IsTrafficking) && !codes.Any(OffenseLookup.IsTrafficking)) yield return Misclassification.Miss;
        if (codes.Any(OffenseLookup.IsTrafficking) && truth.Due.Count > 0 && !truth.Due.Any(OffenseLookup.IsTrafficking)) yield return Misclassification.FalseLabel;
        if (!codes.Contains(new OffenseCode("40A"))) yield break;
        if (recorded.Persons!.Any(person => person is { Involvement: Involvement.Arrestee, Age: < 18 })) yield return Misclassification.MinorArrested;
        if (codes.All(code => Prostitution.Contains(code.Value)) && recorded.Persons!.All(person => person.Involvement != Involvement.Victim))
            yield return Misclassification.NoVictim;
    }
}
