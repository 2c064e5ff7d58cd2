using Credence.Consents;
using Credence.Referrals;
using Credence.Tests.Consents;

namespace Credence.Tests.Referrals;

/// <summary>Invented messages.</summary>
internal static class Messages
{
    internal static readonly HandoverId Id = new(new Guid("44444444-0000-0000-0000-000000000001"));

    internal static readonly Handover Full = Made(ContentWith([.. Enum.GetValues<InformationKind>()]));

    internal static HandoverContent ContentWith(IReadOnlyCollection<InformationKind> kinds) => new()
    {
        Needs = [new NeededHelp(Need.Interpreter, Urgency.Soon), new NeededHelp(Need.Shelter, Urgency.Now)],
        InOwnWords = "A room with a door that locks. Mañana está bien.",
        CalledName = kinds.Contains(InformationKind.Identity) ? "Inés" : null,
        Contact = kinds.Contains(InformationKind.Location) ? new SafeContact(ContactWay.InPerson, "the library, second floor", "Tuesdays", false, false)
            : kinds.Contains(InformationKind.Contact) ? new SafeContact(ContactWay.Text, "555-0142", null, true, false) : null,
        Language = kinds.Contains(InformationKind.Language) ? "es" : null,
        IsUnder18 = kinds.Contains(InformationKind.Age) ? false : null,
        Safety = kinds.Contains(InformationKind.Safety) ? "Somebody waits outside in a gray car." : null,
        IncidentNumber = kinds.Contains(InformationKind.IncidentNumber) ? "2031-000114" : null,
    };

    internal static Handover Made(HandoverContent content) => Assert.IsType<HandoverAnswer.Ready>(Answer(content)).Handover;

    internal static HandoverAnswer Answer(HandoverContent content) => Handover.Of(
        Id, [Releases.Signed with { Kinds = Enum.GetValues<InformationKind>().ToHashSet() }], Releases.Her, Releases.Police, Releases.HarborHouse, content, Releases.Day("2031-06-15"));
}
