using System.Text;
using System.Xml.Linq;
using Credence.Interviews;
using Credence.Interviews.Qda;
using CsCheck;
using static Credence.Tests.Interviews.Invented;

namespace Credence.Tests.Interviews.Qda;

/// <summary>Projects as other programs write them, with what we have no place for.</summary>
public class ForeignProjectTests
{
    private static readonly XNamespace Q = "urn:QDA-XML:project:1.0";

    [Fact]
    public void Nothing_of_a_foreign_project_is_lost_or_changed() => Foreign.Sample(carried =>
    {
        var project = QdaReader.Read(QdaTests.Reopened(carried), Id(9)).Project;
        var written = QdaTests.Reopened(QdaWriter.Write(project, "Credence"));

        Assert.True(XNode.DeepEquals(QdaTests.Reopened(carried).Document, written.Document), $"{carried.Document}\n{written.Document}");
        Assert.Equal(carried.Files.OrderBy(file => file.Key, StringComparer.Ordinal), written.Files.OrderBy(file => file.Key, StringComparer.Ordinal));
    }, iter: 300);

    [Fact]
    public void What_is_coded_here_is_added_and_all_else_stays() => Foreign.Sample(carried =>
    {
        var project = QdaReader.Read(carried, Id(9)).Project;
        if (project.Transcripts.FirstOrDefault(one => one.Text.Length > 3) is not { } transcript || project.Codebook.Codes.Count == 0) { return; }

        var own = new Coding(new CodingId(Id(77)), transcript.Id, new TextSpan(0, 2), project.Codebook.Codes[0].Id, Ana.Id, Morning) { Selection = Id(78) };
        var written = QdaWriter.Write(project with { Coders = [.. project.Coders, Ana], Codings = [.. project.Codings, own] }, "Credence");
        var again = QdaReader.Read(QdaTests.Reopened(written), Id(9)).Project;

        Assert.Contains(own, again.Codings);
        // Some programs compare ids letter by letter: what we add refers to a code as the file spells it.
        var spelled = written.Document.Descendants(Q + "Code").Attributes("guid").Single(one => Guid.Parse(one.Value.Trim('{', '}')) == own.Code.Value).Value;
        Assert.Equal(spelled, written.Document.Descendants(Q + "Coding").Single(one => one.Attribute("guid")!.Value == Id(77).ToString()).Element(Q + "CodeRef")!.Attribute("targetGUID")!.Value);
        Assert.Equal(project.Codings.Count + 1, again.Codings.Count);
        written.Document.Descendants(Q + "PlainTextSelection").Single(one => one.Attribute("guid")!.Value == Id(78).ToString()).Remove();
        Assert.Equal(carried.Document.Descendants().Count(), written.Document.Descendants().Count() - (carried.Document.Root!.Element(Q + "Users") is null ? 2 : 1));

        // And taken back again, nothing is left of it but its coder.
        var without = QdaWriter.Write(again with { Codings = [.. again.Codings.Select(one => one.Id == own.Id ? one with { RemovedAt = Morning } : one)] }, "Credence");
        Assert.DoesNotContain(without.Document.Descendants(), one => one.Attribute("guid")?.Value == Id(78).ToString());
    }, iter: 200);

    [Fact]
    public void A_name_is_replaced_in_everything_that_is_text_and_the_original_of_its_text_goes()
    {
        var carried = QdaTests.Reopened(Whole());
        var replaced = carried.Replacing("Rosalba", "[person 1]");
        var before = QdaReader.Read(carried, Id(9)).Project;
        var after = QdaReader.Read(replaced, Id(9)).Project;

        Assert.Equal("Then [person 1] came. [person 1]!", after.Transcripts[0].Text);
        Assert.Equal(before.Codings.Select(coding => coding.Span.Of(before.Transcripts[0].Text).Replace("Rosalba", "[person 1]", StringComparison.Ordinal)),
            after.Codings.Select(coding => coding.Span.Of(after.Transcripts[0].Text)));
        Assert.DoesNotContain("Rosalba", replaced.Document.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("sources/one.docx", replaced.Files.Keys);
        Assert.Equal(["sources/picture.png"], replaced.Originals);
    }

    [Fact]
    public void Parts_that_no_page_shows_are_counted_in_words()
    {
        var notices = QdaReader.Read(Whole(), Id(9)).Notices;

        Assert.Contains(notices, notice => notice.StartsWith("1 pictures", StringComparison.Ordinal));
        Assert.Contains(notices, notice => notice.StartsWith("2 codings stand outside", StringComparison.Ordinal));
        Assert.DoesNotContain(notices, notice => notice.Contains("Rosalba", StringComparison.Ordinal));
    }

    [Fact]
    public void A_second_project_adds_what_the_first_has_not()
    {
        var (one, other) = (Whole(), QdaWriter.Write(Project([Interview(4, "I called.")], []), "Credence"));
        var joined = one.With(other);

        Assert.Equal(2, QdaReader.Read(joined, Id(9)).Project.Transcripts.Count);
        Assert.Equal(one.Files.Count + 1, joined.Files.Count);
        Assert.True(XNode.DeepEquals(joined.Document, joined.With(other).With(one).Document));
    }

    [Fact]
    public void Of_a_second_project_notes_files_of_the_same_name_and_texts_that_differ_come_to_no_harm()
    {
        var one = Whole();
        var second = new XDocument(one.Document);
        second.Descendants(Q + "Code").Single().Add(new XElement(Q + "NoteRef", new XAttribute("targetGUID", Id(90))));
        second.Root!.Element(Q + "Sources")!.Add(XElement.Parse($"<TextSource xmlns='{Q}' guid='{Id(102)}' plainTextPath='internal://one.txt'><PlainTextSelection guid='{Id(54)}' startPosition='0' endPosition='5'/></TextSource>"));
        second.Root.Add(XElement.Parse($"<Notes xmlns='{Q}'><Note guid='{Id(90)}'><PlainTextContent>a thought</PlainTextContent></Note></Notes>"));
        second.Descendants(Q + "TextSource").First().Add(XElement.Parse($"<PlainTextSelection xmlns='{Q}' guid='{Id(55)}' startPosition='0' endPosition='5'/>"));
        var other = new CarriedProject(second, new Dictionary<string, byte[]> { ["sources/one.txt"] = "Other words altogether."u8.ToArray() });

        var joined = one.With(other);
        var project = QdaReader.Read(QdaTests.Reopened(joined), Id(9)).Project;

        Assert.Equal(["Then Rosalba came. Rosalba!", "Other words altogether."], project.Transcripts.Select(transcript => transcript.Text));
        Assert.Equal("a thought", Assert.Single(project.Memos).Text);
        // A place in the other words of the same text would mark something that nobody meant.
        Assert.DoesNotContain(joined.Document.Descendants(), element => element.Attribute("guid")?.Value == Id(55).ToString());
        Assert.Contains(joined.Document.Descendants(), element => element.Attribute("guid")?.Value == Id(54).ToString());
        Assert.True(XNode.DeepEquals(joined.Document, joined.With(other).Document));
        Assert.True(XNode.DeepEquals(one.Document, one.With(one).Document));
    }

    // What a picture, a case, an unknown element and a strange order look like; two codings that cannot be placed.
    private static CarriedProject Whole() => new(
        XDocument.Parse($"""
        <?pi x?><Project xmlns="{Q}" xmlns:v="urn:vendor" name="Study of Rosalba" v:extra="1">
          <Users><User guid="{Id(1)}" name="ana"/></Users>
          <CodeBook><Codes><Code guid="{Id(11)}" name="Trust" isCodable="true" v:weight="3"><v:more>kept</v:more></Code></Codes></CodeBook>
          <Sources>
            <PictureSource guid="{Id(40)}" path="internal://picture.png"/>
            <TextSource guid="{Id(101)}" name="Rosalba 1" plainTextPath="internal://one.txt" richTextPath="internal://one.docx">
              <PlainTextSelection guid="{Id(50)}" startPosition="5" endPosition="12" name="Rosalba"><Coding guid="{Id(60)}" creatingUser="{Id(1)}"><CodeRef targetGUID="{Id(11)}"/></Coding></PlainTextSelection>
              <PlainTextSelection guid="{Id(51)}" startPosition="13" endPosition="18"><Coding guid="{Id(61)}"><CodeRef targetGUID="{Id(11)}"/></Coding></PlainTextSelection>
              <PlainTextSelection guid="{Id(52)}" startPosition="13" endPosition="900"><Coding guid="{Id(62)}"><CodeRef targetGUID="{Id(11)}"/></Coding></PlainTextSelection>
              <PlainTextSelection guid="{Id(53)}" startPosition="0" endPosition="4"><Coding guid="{Id(63)}"><CodeRef targetGUID="{Id(99)}"/></Coding></PlainTextSelection>
            </TextSource>
          </Sources>
          <Sets><Set guid="{Id(80)}" name="interviews with Rosalba"/></Sets>
          <v:Unknown>about Rosalba</v:Unknown>
        </Project>
        """, LoadOptions.PreserveWhitespace),
        new Dictionary<string, byte[]> { ["sources/one.txt"] = "Then Rosalba came. Rosalba!"u8.ToArray(), ["sources/one.docx"] = [1, 2], ["sources/picture.png"] = [3] });

    private static Gen<CarriedProject> Foreign => Gen.Select(Gen.String[Gen.Char["ab .ñ\n\r"], 0, 30].Array[0, 3], Gen.Int[0, 3], Gen.ULong, (texts, depth, seed) => Made(texts, depth, new Draw(seed)));

    private static CarriedProject Made(string[] texts, int depth, Draw draw)
    {
        var (files, id) = (new Dictionary<string, byte[]>(), 200);
        Guid Next() => Id(id++);
        string Written(Guid guid) => draw.Of(2) == 0 ? guid.ToString().ToUpperInvariant() : $"{{{guid}}}";
        XElement Strange() => new(XNamespace.Get("urn:vendor") + "Thing", new XAttribute("at", draw.Of(9)), "kept");
        XElement?[] Maybe(Func<XElement> make) => draw.Of(2) == 0 ? [] : [make()];

        List<Guid> users = [.. Enumerable.Range(0, draw.Of(3)).Select(_ => Next())], codes = [], notes = [.. Enumerable.Range(0, draw.Of(3)).Select(_ => Next())];
        XElement Code(int left)
        {
            var guid = Next();
            codes.Add(guid);
            return new XElement(Q + "Code", new XAttribute("guid", Written(guid)), new XAttribute("name", $"code {guid}"), new XAttribute("isCodable", draw.Of(2) == 0 ? "true" : "0"),
                draw.Of(2) == 0 ? new XAttribute("color", "#ABC") : null, Maybe(() => new XElement(Q + "Description", "when\r\n to use")), Maybe(Strange), left > 0 ? [.. Enumerable.Range(0, draw.Of(3)).Select(_ => Code(left - 1))] : Array.Empty<XElement>());
        }

        XElement Reference(string name, Guid target) => new(Q + name, new XAttribute("targetGUID", Written(target)));
        XElement Coding() => new(Q + "Coding", new XAttribute("guid", Written(Next())), users.Count > 0 ? new XAttribute("creatingUser", Written(users[0])) : null,
            Reference("CodeRef", codes.Count > 0 && draw.Of(5) > 0 ? codes[draw.Of(codes.Count)] : Id(1)), notes.Count > 0 ? Reference("NoteRef", notes[draw.Of(notes.Count)]) : null);
        XElement Source(string text)
        {
            var guid = Next();
            var inline = draw.Of(2) == 0;
            if (!inline) { files[$"Sources/{guid}.txt"] = Encoding.UTF8.GetBytes((draw.Of(2) == 0 ? "\uFEFF" : "") + text); }

            return new XElement(Q + "TextSource", new XAttribute("guid", Written(guid)), inline ? null : new XAttribute("plainTextPath", $"internal://{guid}.txt"), new XAttribute("colour", "blue"),
                inline ? new XElement(Q + "PlainTextContent", text) : null,
                Enumerable.Range(0, draw.Of(4)).Select(_ => new XElement(Q + "PlainTextSelection", new XAttribute("guid", Written(Next())), new XAttribute("startPosition", draw.Of(20)), new XAttribute("endPosition", draw.Of(40)), Maybe(Coding), Maybe(Coding), Maybe(Strange))),
                Maybe(Coding));
        }

        var book = new XElement(Q + "CodeBook", new XElement(Q + "Codes", Enumerable.Range(0, draw.Of(4)).Select(_ => Code(depth))));
        var root = new XElement(Q + "Project", new XAttribute("name", "foreign"), users.Count > 0 ? new XElement(Q + "Users", users.Select(user => new XElement(Q + "User", new XAttribute("guid", Written(user))))) : null,
            book, Maybe(Strange), texts.Length > 0 ? new XElement(Q + "Sources", texts.Select(Source), new XElement(Q + "VideoSource", new XAttribute("guid", Next()))) : null,
            notes.Count > 0 ? new XElement(Q + "Notes", notes.Select(note => new XElement(Q + "Note", new XAttribute("guid", Written(note)), new XElement(Q + "PlainTextContent", "a thought")))) : null,
            codes.Count > 0 ? new XElement(Q + "Sets", new XElement(Q + "Set", new XAttribute("guid", Next()), new XAttribute("name", draw.Of(2) == 0 ? "speaks to measure x" : "mine"), Reference("MemberCode", codes[0]))) : null);
        return new CarriedProject(new XDocument(root), files);
    }

    private sealed class Draw(ulong seed)
    {
        private readonly Credence.Statistics.Pcg32 _chance = new(seed);

        public int Of(int bound) => _chance.Below(bound);
    }
}
