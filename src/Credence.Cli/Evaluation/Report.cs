namespace Credence.Cli.Evaluation;

/// <summary>What an evaluation says, before it is text or Markdown.</summary>
internal sealed record Report(string Title, IReadOnlyList<Section> Sections);

/// <summary>A heading and what stands under it.</summary>
internal sealed record Section(string Heading, params IReadOnlyList<Block> Blocks);

/// <summary>A paragraph, a table or a list of incident numbers.</summary>
internal abstract record Block;

/// <summary>Sentences.</summary>
internal sealed record Paragraph(string Prose) : Block;

/// <summary>A table; the first column names the row.</summary>
internal sealed record Table(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows) : Block;

/// <summary>Numbers of incidents or rows, for looking them up; never what they tell.</summary>
internal sealed record Numbers(string Caption, IReadOnlyList<string> Items) : Block
{
    public static Numbers Of<T>(string caption, IEnumerable<T> items) => new(caption, [.. items.Select(item => $"{item}")]);
}
