using System.Collections.Concurrent;
using System.Security.Cryptography;
using Credence.Interviews;
using Credence.Interviews.Deidentification;
using Microsoft.AspNetCore.Http;

namespace Credence.Research.Web;

/// <summary>One coder at one project file. Whoever else is on the machine needs the link that was printed when it was opened.</summary>
/// <param name="File">The file.</param>
/// <param name="Coder">Whose codings are made here.</param>
public sealed record Room(ProjectFile File, Coder Coder)
{
    internal const string Cookie = "research";

    // What the finder found in a text, until the text changes: reading all interviews anew after each decision would take seconds.
    private readonly ConcurrentDictionary<TranscriptId, (string Text, IReadOnlyList<Identifier> Found)> _found = [];

    /// <summary>What one must have to come in; made anew each time the pages are served.</summary>
    public string Key { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    /// <summary>What the finder finds in a transcript.</summary>
    public IReadOnlyList<Identifier> Found(Transcript transcript)
    {
        if (_found.TryGetValue(transcript.Id, out var known) && known.Text == transcript.Text) { return known.Found; }

        var found = IdentifierFinder.Find(transcript.Text);
        _found[transcript.Id] = (transcript.Text, found);
        return found;
    }

    /// <summary>The file's name only.</summary>
    public override string ToString() => "Room";

    internal bool IsKey(string? key) => key is not null && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(key), System.Text.Encoding.UTF8.GetBytes(Key));

    internal bool HasKey(HttpContext context) => IsKey(context.Request.Cookies[Cookie]);
}
