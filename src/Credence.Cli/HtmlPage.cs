using System.Net;
using System.Text;

namespace Credence.Cli;

/// <summary>A page to print: headings, paragraphs, lists and tables. Plain HTML with its style inside; no script, nothing fetched.</summary>
internal sealed class HtmlPage
{
    // A table of no more rows than these is not torn by the end of a sheet.
    private const int FitSheet = 10;

    // More columns than these are no wider than a word on a phone: such a table is moved sideways there instead.
    private const int FitPhone = 4;

    private const string Style =
        """
        :root { color-scheme: light; }
        body { font: 11pt/1.45 Georgia, "Times New Roman", serif; color: #111; background: #fff; max-width: 46rem; margin: 2rem auto; padding: 0 1.2rem; }
        h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .4rem; }
        h2 { font-size: 1.2rem; margin: 1.8rem 0 .5rem; border-bottom: 1px solid #999; padding-bottom: .15rem; break-after: avoid; }
        h3 { font-size: 1rem; margin: 1.1rem 0 .3rem; break-after: avoid; }
        p { margin: .45rem 0; }
        p, li, dd { orphans: 3; widows: 3; }
        ul, ol { margin: .35rem 0 .6rem; padding-left: 1.4rem; }
        li { margin: .2rem 0; }
        table { border-collapse: collapse; width: 100%; margin: .5rem 0 .9rem; }
        th, td { border: 1px solid #999; padding: .3rem .5rem; text-align: left; vertical-align: top; }
        th { background: #eee; font-weight: 600; }
        caption { text-align: left; padding: .3rem 0; break-after: avoid; }
        dl { margin: .35rem 0 .6rem; font-size: .9rem; }
        dl > div { break-inside: avoid; margin: .5rem 0; }
        dt { font-weight: 600; }
        dd { margin: 0 0 0 1rem; }
        nav ol { columns: 14rem 2; margin-top: .2rem; }
        @media (max-width: 40rem) { body { padding: 0 .8rem; } table { table-layout: fixed; font-size: .85rem; } col { width: auto !important; } th, td { padding: .2rem .3rem; overflow-wrap: anywhere; hyphens: auto; } }
        @media screen { .scroll { overflow-x: auto; } }
        @media screen and (max-width: 40rem) { .scroll table { table-layout: auto; min-width: 40rem; } .scroll th, .scroll td { overflow-wrap: normal; hyphens: manual; } }
        tr, .keep, nav { break-inside: avoid; }
        blockquote { margin: .35rem 0 .35rem 1rem; padding-left: .7rem; border-left: 3px solid #999; }
        figure { margin: .6rem 0 1rem; break-inside: avoid; }
        figcaption { font-size: .85rem; color: #444; }
        .source { font-size: .85rem; color: #444; break-before: avoid; }
        .notice { border: 2px solid #111; padding: .6rem .9rem; margin: 1rem 0; }
        .line { border-bottom: 1px solid #111; display: block; height: 1.7rem; }
        @page { size: letter; margin: 20mm 20mm 22mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Georgia, "Times New Roman", serif; color: #444; } }
        @media print { thead { display: table-header-group; } tbody tr:first-child, tbody tr:nth-last-child(2) { break-after: avoid; } body { margin: 0; max-width: none; padding: 0 1px; } h2 + p, h3 + p { break-after: avoid; } a { color: inherit; text-decoration: none; } }
        """;

    private const string ContentsGoHere = "<!-- contents -->\n";

    private readonly StringBuilder _body = new();
    private readonly List<string> _sections = [];
    private readonly string _title;
    private readonly string _language;

    public HtmlPage(string title, string language = "en") => (_title, _language) = (title, language);

    public HtmlPage Heading(int level, string text)
    {
        if (level != 2) return Element($"h{level}", text);
        _sections.Add(text);
        _body.Append($"<h2 id=\"s{_sections.Count}\">{Escape(text)}</h2>\n");
        return this;
    }

    /// <summary>The sections of the page, to go there.</summary>
    public HtmlPage Contents()
    {
        _body.Append(ContentsGoHere);
        return this;
    }

    /// <summary>What stays on one sheet of paper, if it fits there.</summary>
    public HtmlPage Together(Action parts)
    {
        _body.Append("<div class=\"keep\">\n");
        parts();
        _body.Append("</div>\n");
        return this;
    }

    /// <summary>Terms with what is said of each.</summary>
    public HtmlPage Definitions(IEnumerable<(string Term, IReadOnlyList<string> Said)> terms)
    {
        _body.Append("<dl>\n");
        foreach (var (term, said) in terms)
        {
            _body.Append("<div>\n");
            Element("dt", term);
            foreach (var one in said) Element("dd", one);
            _body.Append("</div>\n");
        }

        _body.Append("</dl>\n");
        return this;
    }

    public HtmlPage Paragraph(string text, string? kind = null) => Element("p", text, kind);

    public HtmlPage Quote(string text) => Element("blockquote", text);

    public HtmlPage List(IEnumerable<string> items, bool ordered = false)
    {
        var all = items.ToList();
        if (all.Count == 0) return this;
        var tag = ordered ? "ol" : "ul";
        _body.Append($"<{tag}>\n");
        foreach (var item in all) Element("li", item);
        _body.Append($"</{tag}>\n");
        return this;
    }

    /// <summary>A table; widths of its columns in percent, or none to leave them to the browser.</summary>
    public HtmlPage Table(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows, params int[] widths) => Table(null, headers, rows, widths);

    /// <summary>A table under its caption, which stays with it.</summary>
    public HtmlPage Captioned(string caption, IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows, params int[] widths) => Table(caption, headers, rows, widths);

    private HtmlPage Table(string? caption, IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows, int[] widths)
    {
        var (lines, isWide) = (rows.ToList(), headers.Count > FitPhone);
        if (isWide) _body.Append($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{Escape($"Table: {caption ?? string.Join(", ", headers)}")}\">\n");
        _body.Append(lines.Count <= FitSheet ? "<table class=\"keep\">\n" : "<table>\n").Append(caption is null ? "" : $"<caption>{Escape(caption)}</caption>\n").AppendJoin("", widths.Select(width => $"<col style=\"width: {width}%\">\n"));
        _body.Append("<thead><tr>").AppendJoin("", headers.Select(header => $"<th scope=\"col\">{Escape(header)}</th>")).Append("</tr></thead>\n<tbody>\n");
        foreach (var row in lines) _body.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{Escape(cell)}</td>")).Append("</tr>\n");
        _body.Append(isWide ? "</tbody>\n</table>\n</div>\n" : "</tbody>\n</table>\n");
        return this;
    }

    /// <summary>A drawing that this program made, with what it shows; nothing for none.</summary>
    public HtmlPage Figure(string? svg, string caption)
    {
        if (svg is not null) _body.Append($"<figure>\n{svg}\n<figcaption>{Escape(caption)}</figcaption>\n</figure>\n");
        return this;
    }

    /// <summary>A line to write on, with what belongs there.</summary>
    public HtmlPage FillIn(string what, string? given = null)
    {
        _body.Append($"<div class=\"keep\"><strong>{Escape(what)}</strong>{(given is null ? "<span class=\"line\"></span>" : $": {Escape(given)}")}</div>\n");
        return this;
    }

    /// <summary>A box around what every reader must see.</summary>
    public HtmlPage Notice(IEnumerable<string> lines)
    {
        _body.Append("<div class=\"notice\" role=\"note\">\n");
        foreach (var line in lines) Element("p", line);
        _body.Append("</div>\n");
        return this;
    }

    public override string ToString() =>
        $"""
        <!DOCTYPE html>
        <html lang="{_language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <title>{Escape(_title)}</title>
        <style>
        {Style}
        </style>
        </head>
        <body>
        <main>
        {_body.ToString().Replace(ContentsGoHere, ContentsOf(_sections), StringComparison.Ordinal).TrimEnd()}
        </main>
        </body>
        </html>

        """.ReplaceLineEndings("\n");

    private static string ContentsOf(IEnumerable<string> sections) =>
        $"<nav aria-label=\"Contents\">\n<ol>\n{string.Concat(sections.Select((section, i) => $"<li><a href=\"#s{i + 1}\">{Escape(section)}</a></li>\n"))}</ol>\n</nav>\n";

    private HtmlPage Element(string tag, string text, string? kind = null)
    {
        _body.Append($"<{tag}{(kind is null ? "" : $" class=\"{kind}\"")}>{Escape(text)}</{tag}>\n");
        return this;
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(ShownText.Of(text));
}
