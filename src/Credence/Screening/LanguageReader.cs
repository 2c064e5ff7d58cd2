using Credence.Text;

namespace Credence.Screening;

/// <summary>Finds the indicators of one language in a narrative; immutable, for many threads.</summary>
internal sealed class LanguageReader
{
    private readonly Indicator[] _indicators;
    private readonly AgeSpan?[] _ages;
    private readonly SignFinder _signs;
    private readonly ContextReader _context;

    /// <param name="entries">Indicators of the language.</param>
    /// <param name="context">Its cues of context.</param>
    /// <param name="vocabulary">Has every word of <see cref="WordsOf"/>; the tokens to search are of this vocabulary.</param>
    internal LanguageReader(IReadOnlyList<IndicatorEntry> entries, ContextPack context, Vocabulary vocabulary)
    {
        _indicators = [.. entries.Select(entry => entry.Indicator)];
        _ages = [.. entries.Select(entry => entry.AgeByBirth)];
        _signs = new SignFinder([.. entries.Select(entry => entry.Patterns)], vocabulary);
        _context = new ContextReader(context, vocabulary);
    }

    internal static IEnumerable<WordForm> WordsOf(IEnumerable<IndicatorEntry> entries, ContextPack context) =>
        Pattern.WordsOf(entries.SelectMany(entry => entry.Patterns).Select(pattern => pattern.Compiled))
            .Concat(ContextReader.WordsOf(context));

    /// <summary>Adds what is found in a text whose tokens were read.</summary>
    internal void Find(string text, Workspace work, List<Finding> findings)
    {
        Sight(work);
        ReadContext(text, work);
        Report(text, work, findings);
    }

    /// <summary>Looks for signs whose conditions hold, sentence by sentence; what the sentences say of them is not read yet.</summary>
    internal void Sight(Workspace work) => _signs.Sight(work);

    /// <summary>Reads what the sentences, and the answers to them, say of what was sighted in them.</summary>
    internal void ReadContext(string text, Workspace work)
    {
        var sentence = -1;
        foreach (ref var sighting in work.Sightings.Items)
        {
            if (sighting.Sentence != sentence)
            {
                sentence = sighting.Sentence;
                _context.FindCues(work.Tokens.Classes, work.Tokens.Sentences[sentence], work.Cues);
            }

            sighting = sighting with { Assertion = _context.AssertionOf(text, sighting.Words, work.Tokens.Sentences[sentence], work) };
        }
    }

    /// <summary>Adds what was sighted; a date of birth only if it gives the age that its indicator asks for.</summary>
    internal void Report(string text, Workspace work, List<Finding> findings)
    {
        foreach (var sighting in work.Sightings.Items)
        {
            var finding = FindingOf(sighting, work.Tokens);
            if (_ages[sighting.Indicator] is not { } ages || ages.Holds(text.AsSpan(finding.Start, finding.End - finding.Start), work.Day))
            {
                findings.Add(finding);
            }
        }
    }

    private Finding FindingOf(Sighting sighting, Tokens tokens)
    {
        var sentence = tokens.Sentences[sighting.Sentence];
        return new Finding(
            _indicators[sighting.Indicator],
            tokens.Starts[sighting.FirstToken],
            tokens.Ends[sighting.EndToken - 1],
            tokens.Starts[sentence.FirstToken],
            tokens.Ends[sentence.EndToken - 1],
            sighting.Assertion);
    }
}
