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

    /// <summary>Begin, audit and close reviews, and see what came of reading.</summary>
    BeginReview,

    /// <summary>Read and judge incidents of a review that one is a reader of.</summary>
    Read,

    /// <summary>Decide between readers who differ, on what one has not read oneself.</summary>
    Adjudicate,

    /// <summary>Bring files into the record.</summary>
    Import,

    /// <summary>Hand over to the service side what a consent allows.</summary>
    HandOver,

    /// <summary>Open the copy of what was told by a handover.</summary>
    OpenHandover,

    /// <summary>Keep own encounters: answers at the roadside, needs and offers of help.</summary>
    KeepEncounter,

    /// <summary>Have an arrest, citation or warning reviewed before it is made, or record that one was made.</summary>
    ReviewArrest,

    /// <summary>Approve or decline an exception that somebody else asks for, and look at what was done to protect life.</summary>
    ApproveArrest,

    /// <summary>Determine victim status, offense code and charge of an incident.</summary>
    Determine,

    /// <summary>Ask whether somebody may be approached about an old incident.</summary>
    AskApproach,

    /// <summary>Answer as an advocate what was put before oneself.</summary>
    AnswerApproach,

    /// <summary>Allow an approach that an advocate agreed to, or refuse it.</summary>
    DecideApproach,

    /// <summary>Practice scenarios and sorting, and see one's own results.</summary>
    Practice,

    /// <summary>Ask others to practice, see who has done what, and the measures; never how somebody did.</summary>
    AssignPractice,

    /// <summary>Count the measures of the record; who may open no incident sees no small count.</summary>
    CountMeasures,

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
