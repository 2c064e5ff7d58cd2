using Credence.Incidents;
using Credence.Packs;
using Credence.Screening;
using Credence.Text;

namespace Credence.Bench;

/// <summary>The parts of an English screener one by one, as <see cref="Screener"/> puts them together.</summary>
internal sealed class Reading
{
    private readonly Tokenizer _tokenizer;
    private readonly LanguageReader _reader;
    private readonly RecordScreener _records;

    public Reading()
    {
        var library = DefaultPacks.Read();
        var english = LanguagePacks.Read(library, "en");
        _records = RecordScreener.From(library);
        var vocabulary = VocabularyBuilder.Build(english.Words);
        _tokenizer = new Tokenizer(vocabulary);
        _reader = new LanguageReader(english.Entries, english.Context, vocabulary);
    }

    public Workspace Work { get; } = new();

    /// <summary>Words, sentences, and the signs whose conditions hold.</summary>
    public void Match(string text)
    {
        _tokenizer.Read(text, Work.Tokens);
        _reader.Sight(Work);
    }

    /// <summary>What the sentences say of the signs.</summary>
    public void ReadContext(string text) => _reader.ReadContext(text, Work);

    /// <summary>The result of what was found.</summary>
    public ScreeningResult Judge(Incident incident, IReadOnlyList<string> packs)
    {
        Work.Findings.Clear();
        _reader.Report(incident.Narrative.Text, Work, Work.Findings);
        return Judgement.Of(incident, Work.Findings, _records.Screen(incident), wasRead: true) with
        {
            IsRecordedAsTrafficking = _records.SaysTrafficking(incident),
            Packs = packs,
        };
    }

    /// <summary>In how many sentences a sign was seen.</summary>
    public int SentencesWithSigns()
    {
        var (count, last) = (0, -1);
        foreach (var sighting in Work.Sightings.Items)
        {
            count += sighting.Sentence == last ? 0 : 1;
            last = sighting.Sentence;
        }

        return count;
    }
}
