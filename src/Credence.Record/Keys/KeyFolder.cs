namespace Credence.Record.Keys;

/// <summary>The folder of one side's keys, outside the record and its backups.</summary>
public sealed record KeyFolder(string Path)
{
    /// <summary>The ring that wraps.</summary>
    public string Ring => System.IO.Path.Combine(Path, "ring.json");

    /// <summary>The wrapped keys, where they are kept in a file.</summary>
    public string Keys => System.IO.Path.Combine(Path, "keys.db");

    /// <summary>How far the chain of events had come.</summary>
    public string Witness => System.IO.Path.Combine(Path, "witness");
}
