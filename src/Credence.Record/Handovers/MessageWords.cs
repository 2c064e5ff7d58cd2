namespace Credence.Record.Handovers;

/// <summary>What desks send each other, as it stands on the outside of a message.</summary>
public static class MessageWords
{
    /// <summary>Police hand somebody over.</summary>
    public static readonly ContentWord Handover = ContentWord.Of("handover", 1);

    /// <summary>A provider tells how far it is.</summary>
    public static readonly ContentWord Note = ContentWord.Of("handover-note", 1);

    /// <summary>A consent no longer holds.</summary>
    public static readonly ContentWord Withdrawal = ContentWord.Of("withdrawal", 1);
}
