namespace Credence.Police.Access;

/// <summary>What somebody is to the police record.</summary>
public enum PoliceRole
{
    /// <summary>On patrol: asks questions and has arrests reviewed; sees what he or she made.</summary>
    Officer,

    /// <summary>Reads incidents, judges and decides on them.</summary>
    Investigator,

    /// <summary>As an investigator, and approves what needs a second person.</summary>
    Supervisor,

    /// <summary>Brings files in, screens, counts and reads for a study.</summary>
    Analyst,

    /// <summary>Reads who did what; sees no case.</summary>
    Auditor,

    /// <summary>Runs the system; sees no case.</summary>
    Administrator,

    /// <summary>An advocate of the service side, for one thing: says whether and how anybody may be approached. Sees what is put before her or him, and no case.</summary>
    Advocate,
}
