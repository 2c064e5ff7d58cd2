using System.Globalization;
using Credence.Record.Storage;

namespace Credence.Record.Events;

/// <summary>
/// Remembers outside the database how far the chain had come, so that cutting off its end is noticed. What was written after the
/// last look at this file can still be cut off unseen; docs/threat-model.md says so.
/// </summary>
public sealed class ChainWitness(string path)
{
    /// <summary>What was last seen, or null if nothing was.</summary>
    public ChainHead? Seen()
    {
        try
        {
            var parts = File.ReadAllText(path).Split(' ', StringSplitOptions.TrimEntries);
            return new ChainHead(long.Parse(parts[0], CultureInfo.InvariantCulture), Convert.FromHexString(parts[1]));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is FormatException or IndexOutOfRangeException or OverflowException)
        {
            throw new RecordFault($"{path}: found no place and hash of an event, expected what Credence wrote there.", e);
        }
    }

    /// <summary>Writes the head down, unless a later one is there already.</summary>
    public void See(ChainHead head)
    {
        if (Seen() is { } seen && seen.Sequence >= head.Sequence) return;
        BeginAnew(head);
    }

    /// <summary>Writes the head down whatever was there: only a restore goes back, and its event says how far.</summary>
    internal void BeginAnew(ChainHead head)
    {
        PrivateFile.Replace(path, System.Text.Encoding.ASCII.GetBytes($"{head.Sequence} {Convert.ToHexStringLower(head.Hash)}"));
    }
}
