namespace Credence.Police.Access;

/// <summary>What may be done with the police record. docs/threat-model.md has the table of who may.</summary>
public enum PoliceAct
{
    /// <summary>See the list of incidents, with numbers, codes and levels.</summary>
    SeeQueue,

    /// <summary>Find incidents by words of their narratives.</summary>
    Search,

    /// <summary>Open one incident with its narrative.</summary>
    OpenIncident,

    /// <summary>Bring files into the record.</summary>
    Import,

    /// <summary>Hand over to the service side what a consent allows.</summary>
    HandOver,

    /// <summary>Open the copy of what was told by a handover.</summary>
    OpenHandover,

    /// <summary>Put a legal hold on an incident, or lift it with a second person.</summary>
    HoldIncident,

    /// <summary>Propose what needs two persons: erasing by the retention plan, lifting a hold.</summary>
    Propose,

    /// <summary>Approve what somebody else proposed.</summary>
    Approve,

    /// <summary>Read and export the log of events.</summary>
    ReadEvents,

    /// <summary>Open and close accounts.</summary>
    ManageAccounts,

    /// <summary>Migrate, back up, check and turn keys.</summary>
    KeepStore,
}
