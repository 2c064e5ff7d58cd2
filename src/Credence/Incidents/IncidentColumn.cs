namespace Credence.Incidents;

/// <summary>What a column of an export may hold for us.</summary>
public enum IncidentColumn
{
    /// <summary>The incident number.</summary>
    Id,

    /// <summary>The narrative.</summary>
    Narrative,

    /// <summary>An offense code or an offense in words; several columns may hold one.</summary>
    Offense,

    /// <summary>The day of the incident or the report.</summary>
    Date,

    /// <summary>The agency (ORI).</summary>
    Agency,

    /// <summary>The location type.</summary>
    Location,

    /// <summary>Who identified it.</summary>
    IdentifiedBy,

    /// <summary>How it was cleared exceptionally (NIBRS data element 4).</summary>
    Clearance,

    /// <summary>The part of the person in this row.</summary>
    Involvement,

    /// <summary>The age of the person in this row.</summary>
    Age,

    /// <summary>The sex of the person in this row.</summary>
    Sex,

    /// <summary>The race of the person in this row.</summary>
    Race,

    /// <summary>The nationality of the person in this row.</summary>
    Nationality,

    /// <summary>Ages of victims.</summary>
    VictimAge,

    /// <summary>Sexes of victims.</summary>
    VictimSex,

    /// <summary>Ages of persons arrested or cited.</summary>
    ArresteeAge,

    /// <summary>Sexes of persons arrested or cited.</summary>
    ArresteeSex,

    /// <summary>Ages of suspects.</summary>
    SuspectAge,
}
