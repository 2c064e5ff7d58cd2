namespace Credence.Care.Access;

/// <summary>What somebody is to the service record.</summary>
public enum CareRole
{
    /// <summary>Stands beside the person; works for a provider or a victim-service program.</summary>
    Advocate,

    /// <summary>Gives a service.</summary>
    ProviderWorker,

    /// <summary>Leads a provider's work and keeps its directory and capacity.</summary>
    ProviderLead,

    /// <summary>Runs the system; sees no case.</summary>
    Administrator,
}

/// <summary>What may be done with the service record. docs/threat-model.md has the table of who may.</summary>
public enum CareAct
{
    /// <summary>Take in what police handed over, or a person who comes by herself or himself.</summary>
    TakeIn,

    /// <summary>Open a person's record.</summary>
    OpenPerson,

    /// <summary>Write down a consent that the person gives, or its withdrawal.</summary>
    WriteConsent,

    /// <summary>Give a person the card by which she or he opens what is her or his own.</summary>
    GiveCard,

    /// <summary>Read a statement that the person has shared with the organization.</summary>
    ReadStatement,

    /// <summary>Send to another organization what a consent allows.</summary>
    Send,

    /// <summary>Propose a referral, send it by a consent and follow it to its end.</summary>
    Refer,

    /// <summary>Write and read needs, a safety plan, and what the person has told to whom.</summary>
    KeepNeeds,

    /// <summary>Write and read what a person wishes for, and what was done about it.</summary>
    KeepWishes,

    /// <summary>Write and read how far declarations are, and which papers a court still needs.</summary>
    KeepDeclarations,

    /// <summary>Count what persons say of a unit, and tell back what was changed.</summary>
    CountFeedback,

    /// <summary>Count help for an evaluation, as numbers from which nobody can be told.</summary>
    CountMeasures,

    /// <summary>Release what a statute or a court compels, after counsel has seen it.</summary>
    ReleaseUnderLaw,

    /// <summary>Put a legal hold on a person's record.</summary>
    Hold,

    /// <summary>Propose and approve what needs two persons.</summary>
    Approve,

    /// <summary>Search the directory of services and find what may help.</summary>
    ReadDirectory,

    /// <summary>Say that one has made sure that an entry of the directory is true, or that an address must not be told.</summary>
    VerifyService,

    /// <summary>Say whether there is room in a service of one's own organization.</summary>
    SetCapacity,

    /// <summary>Import, export and tidy the directory.</summary>
    KeepDirectory,

    /// <summary>Read and export the log of events.</summary>
    ReadEvents,

    /// <summary>Open and close accounts.</summary>
    ManageAccounts,

    /// <summary>Migrate, back up, check and turn keys.</summary>
    KeepStore,
}
