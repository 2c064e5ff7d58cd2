using System.Xml.Linq;

namespace Credence.Interviews.Qda;

/// <summary>What interviews are called in a project that is written: each by another name, because some programs keep one interview of a name only.</summary>
internal sealed class QdaNames
{
    private readonly Dictionary<TranscriptId, string> _names = [];

    public QdaNames(XElement root, IReadOnlyList<Transcript> transcripts)
    {
        // What other programs named stays as it is.
        var written = QdaWriter.ById(QdaReader.Children(root, "Sources", "TextSource"));
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var transcript in transcripts.Where(one => written.TryGetValue(one.Id.Value, out var source) && (source.Attribute("name")?.Value ?? "") == QdaWriter.Plain(one.Name)))
        {
            taken.Add(_names[transcript.Id] = QdaWriter.Plain(transcript.Name));
        }

        foreach (var transcript in transcripts.Where(one => !_names.ContainsKey(one.Id)))
        {
            var (name, number) = (QdaWriter.Plain(transcript.Name), 1);
            while (!taken.Add(_names[transcript.Id] = number == 1 ? name : $"{name} ({number})")) { number++; }
        }
    }

    public string Of(Transcript transcript) => _names[transcript.Id];
}
