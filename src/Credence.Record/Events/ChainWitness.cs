using System.Globalization;
using System.Text;
using Credence.Record.Storage;

namespace Credence.Record.Events;

/// <summary>
/// Remembers outside the database how far the chain had come, so that cutting off its end is noticed. What was written after the
/// last look at this file can still be cut off unseen; docs/threat-model.md says so. A line for each record that grew out of one
/// founding by restores: trying a backup beside the record that is in use must not make that one look forged.
/// </summary>
public sealed class ChainWitness(string path)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Whether anything was ever seen.</summary>
    public bool IsBegun => Read().Count > 0;

    /// <summary>What was last seen of one record, or null if nothing was.</summary>
    public ChainHead? Seen(Guid lineage) => Read().TryGetValue(lineage, out var head) ? head : null;

    /// <summary>Writes the head down, unless a later one of its record is there already.</summary>
    public void See(ChainHead head)
    {
        if (Seen(head.Lineage) is { } seen && seen.Sequence >= head.Sequence) return;
        using var turn = FileTurn.Take($"{path}.turn", Longest);
        var heads = Read();
        if (heads.TryGetValue(head.Lineage, out var later) && later.Sequence >= head.Sequence) return;
        heads[head.Lineage] = head;
        PrivateFile.Replace(path, Encoding.ASCII.GetBytes(string.Join('\n', heads.Values.Select(Line))));
    }

    private Dictionary<Guid, ChainHead> Read()
    {
        try
        {
            return File.ReadAllLines(path).Where(line => line.Length > 0).Select(Head).ToDictionary(head => head.Lineage);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
        catch (UnauthorizedAccessException e)
        {
            throw new RecordFault($"{path}: found a file that this account may not read, expected the account that keeps the record.", e);
        }
        catch (Exception e) when (e is FormatException or IndexOutOfRangeException or OverflowException or ArgumentException)
        {
            throw new RecordFault($"{path}: found no place and hash of an event, expected what Credence wrote there.", e);
        }
    }

    // The line of the founded record names no lineage.
    private static string Line(ChainHead head) => string.Create(
        CultureInfo.InvariantCulture, $"{head.Sequence} {Convert.ToHexStringLower(head.Hash)}{(head.Lineage == Guid.Empty ? "" : $" {head.Lineage:N}")}");

    private static ChainHead Head(string line)
    {
        var parts = line.Split(' ');
        return new ChainHead(long.Parse(parts[0], CultureInfo.InvariantCulture), Convert.FromHexString(parts[1]))
        {
            Lineage = parts.Length > 2 ? Guid.ParseExact(parts[2], "N") : Guid.Empty,
        };
    }
}
