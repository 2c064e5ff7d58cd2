namespace Credence.Screening;

/// <summary>What the sentence says about a finding (ConText, Harkema et al. 2009, in the words of police prose).</summary>
public enum Assertion
{
    /// <summary>Said to be so.</summary>
    Affirmed,

    /// <summary>Denied by the person; common among people who are controlled, so shown and weighed less, never dropped.</summary>
    Denied,

    /// <summary>Ruled out by the writer.</summary>
    RuledOut,

    /// <summary>Of the past.</summary>
    Historical,

    /// <summary>Possible, feared, asked or planned.</summary>
    Hypothetical,

    /// <summary>The name of a unit, a form or a standing phrase.</summary>
    Boilerplate,

    /// <summary>Said of somebody who is not in the incident.</summary>
    SomeoneElse,
}
