namespace Credence.Interviews;

/// <summary>What interviews say under one code, to stand beside the measure that it speaks to (a joint display of a mixed-methods study).</summary>
/// <param name="Code">The code, with the id of the measure that it speaks to.</param>
/// <param name="Path">The names from the top of the codebook down to it.</param>
/// <param name="Cells">Interviews that have it, by role and site, of those that are coded.</param>
/// <param name="Quotations">Words of interviews.</param>
public sealed record Theme(Code Code, string Path, IReadOnlyList<MatrixCell> Cells, IReadOnlyList<Quotation> Quotations)
{
    /// <summary>The measure that it speaks to; null if none.</summary>
    public string? Measure => Code.Measure;

    /// <summary>Interviews that have it, and of how many, by site.</summary>
    public IReadOnlyList<(string Site, int Interviews, int Of)> Sites =>
        [.. Cells.GroupBy(cell => cell.Site).Select(site => (site.Key, site.Sum(cell => cell.Interviews), site.Sum(cell => cell.Of)))];

    /// <summary>The code and the number of quotations only.</summary>
    public override string ToString() => $"Theme({Code.Id.Value}, {Quotations.Count} quotations)";
}

/// <summary>Words of an interview that were marked.</summary>
/// <param name="Interview">The number of the interview.</param>
/// <param name="Role">Whose interview.</param>
/// <param name="Site">At which site.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Text">The words.</param>
/// <param name="Coders">Who marked exactly these words.</param>
public sealed record Quotation(int Interview, string Role, string Site, TextSpan Span, string Text, IReadOnlyList<CoderId> Coders)
{
    /// <summary>From a transcript.</summary>
    public static Quotation Of(Transcript transcript, TextSpan span, IReadOnlyList<CoderId> coders) =>
        new(transcript.Number, transcript.Role, transcript.Site, span, span.Of(transcript.Text), coders);

    /// <summary>Where it stands, never the words.</summary>
    public override string ToString() => $"Quotation({Interview}, {Span.Start}-{Span.End})";
}
