using System.Text;
using Credence.Consents;
using Credence.Referrals;
using Credence.Tests.Consents;
using CsCheck;

namespace Credence.Tests.Referrals;

public class HandoverReaderTests
{
    private static readonly string Written = Encoding.UTF8.GetString(HandoverWriter.Bytes(Messages.Full));
    private static readonly DateTimeOffset Now = Releases.Day("2031-06-15");

    [Fact]
    public void The_form_of_version_1_stays_as_it_is() => Assert.Equal(
        """{"format":"credence.handover","version":1,"id":"44444444-0000-0000-0000-000000000001","from":"example-police","to":"harbor-house","written":"2031-06-15T09:00:00Z","basis":{"consent":"22222222-0000-0000-0000-000000000001","purpose":"referral","kinds":["identity","contact","location","age","language","needs","safety","health","immigration","statement","wishes","referral-state","services","evidence","incident-number","feedback"],"ends":"2031-07-14T09:00:00Z"},"content":{"needs":[{"need":"shelter","urgency":"now"},{"need":"interpreter","urgency":"soon"}],"inOwnWords":"A room with a door that locks. Ma\u00F1ana est\u00E1 bien.","calledName":"In\u00E9s","contact":{"way":"in-person","value":"the library, second floor","mayLeaveMessage":false,"maySayWhoCalls":false,"when":"Tuesdays"},"language":"es","isUnder18":false,"safety":"Somebody waits outside in a gray car.","incidentNumber":"2031-000114"}}""",
        Written);

    [Fact]
    public void What_is_written_is_read_and_written_again_alike()
    {
        var handover = Assert.IsType<HandoverReading.Handed>(Read(Written)).Handover;

        Assert.Equal(Written, Encoding.UTF8.GetString(HandoverWriter.Bytes(handover)));
        Assert.Equal("Inés", handover.Content.CalledName);
        Assert.Equal(Messages.Full.Content.Kinds, handover.Content.Kinds);
    }

    [Fact]
    public void A_note_is_read_and_written_again_alike()
    {
        var note = Assert.IsType<NoteAnswer.Ready>(
            HandoverNote.Of(new Guid("55555555-0000-0000-0000-000000000001"), Messages.Full, ReferralState.Waitlisted, [Releases.WayBack], Releases.Her, Now)).Note;
        var bytes = HandoverWriter.Bytes(note);

        Assert.Equal(
            """{"format":"credence.handover-note","version":1,"id":"55555555-0000-0000-0000-000000000001","handover":"44444444-0000-0000-0000-000000000001","from":"harbor-house","to":"example-police","written":"2031-06-15T09:00:00Z","basis":{"consent":"22222222-0000-0000-0000-000000000002","purpose":"referral","kinds":["referral-state"],"ends":"2031-07-14T09:00:00Z"},"state":"waitlisted"}""",
            Encoding.UTF8.GetString(bytes));
        Assert.Equal(bytes, HandoverWriter.Bytes(Assert.IsType<HandoverReading.Noted>(HandoverReader.Read(bytes, Releases.Police, Now)).Note));
    }

    [Fact]
    public void A_withdrawal_names_the_consent_and_nothing_else_and_is_read_and_written_again_alike()
    {
        var bytes = HandoverWriter.Bytes(ConsentWithdrawal.Of(new Guid("66666666-0000-0000-0000-000000000001"), Releases.WayBack, Now));

        Assert.Equal(
            """{"format":"credence.consent-withdrawal","version":1,"id":"66666666-0000-0000-0000-000000000001","from":"harbor-house","to":"example-police","written":"2031-06-15T09:00:00Z","consent":"22222222-0000-0000-0000-000000000002"}""",
            Encoding.UTF8.GetString(bytes));
        // However late: what rests on the consent may be held still.
        var read = Assert.IsType<HandoverReading.Withdrawn>(HandoverReader.Read(bytes, Releases.Police, Now.AddYears(1))).Withdrawal;
        Assert.Equal(bytes, HandoverWriter.Bytes(read));
        Assert.IsType<HandoverReading.Refused>(HandoverReader.Read(bytes, new OrganizationId("lakeside-pd"), Now));
        Assert.IsType<HandoverReading.Refused>(HandoverReader.Read([.. bytes[..^1], .. ",\"why\":\"words\"}"u8], Releases.Police, Now));
    }

    [Fact]
    public void Without_the_number_being_named_the_provider_cannot_tell_which_incident_it_was()
    {
        var handover = Messages.Made(Messages.ContentWith([InformationKind.Needs]));

        Assert.DoesNotContain("2031-000114", Encoding.UTF8.GetString(HandoverWriter.Bytes(handover)), StringComparison.Ordinal);
        Assert.DoesNotContain(Releases.Her.Value.ToString(), Encoding.UTF8.GetString(HandoverWriter.Bytes(handover)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("credence.handover", "credence.other", "format: found another, expected credence.handover or credence.handover-note or credence.consent-withdrawal")]
    [InlineData("\"version\":1", "\"version\":2", "version: found 2, expected at most 1: whoever sent it has a newer Credence; bring this one up to date")]
    [InlineData("\"version\":1", "\"version\":0", "version: found one below 1, expected 1")]
    [InlineData("\"version\":1", "\"version\":\"1\"", "version: found no whole number, expected one")]
    [InlineData("\"to\":\"harbor-house\",", "", "message: found no field to, expected it")]
    [InlineData("\"to\":\"harbor-house\",", "\"to\":\"harbor-house\",\"to\":\"harbor-house\",", "message: found a field twice, expected each once")]
    [InlineData("\"to\":\"harbor-house\"", "\"to\":\"Harbor House\"", "to: found another text, expected a short name of small letters, digits and hyphens, at most 60")]
    [InlineData("\"to\":\"harbor-house\"", "\"to\":\"example-police\"", "to: found the sender, expected somebody else")]
    [InlineData("\"to\":\"harbor-house\"", "\"to\":\"another-shelter\"", "to: found another-shelter, expected harbor-house: it is not ours to read")]
    [InlineData("\"to\":\"harbor-house\"", "\"to\":null", "to: found null, expected a short name of small letters, digits and hyphens, at most 60")]
    [InlineData("\"calledName\"", "\"nickname\"", "content: found a field that is not known, expected only needs, inOwnWords, calledName, contact, language, isUnder18, safety, incidentNumber")]
    [InlineData("\"need\":\"shelter\"", "\"need\":\"Shelter\"", "content.needs[0].need: found another text, expected one of safety, medical,")]
    [InlineData("\"need\":\"shelter\"", "\"need\":3", "content.needs[0].need: found a number, expected one of safety, medical,")]
    [InlineData("\"language\":\"es\"", "\"language\":\"Spanish\"", "content.language: found another text, expected a language of two small letters")]
    [InlineData("\"isUnder18\":false", "\"isUnder18\":\"no\"", "content.isUnder18: found another text, expected true or false")]
    [InlineData("\"written\":\"2031-06-15T09:00:00Z\"", "\"written\":\"2031-06-15\"", "written: found another text, expected a time such as")]
    [InlineData("\"ends\":\"2031-07-14T09:00:00Z\"", "\"ends\":\"2031-06-01T09:00:00Z\"", "basis.ends: found an end before the message was written, expected a later one")]
    [InlineData("\"identity\",", "", "content: found identity, expected only what the consent names")]
    [InlineData("\"identity\",\"contact\"", "\"contact\",\"identity\"", "basis.kinds: found another order or one twice, expected the order of the list")]
    [InlineData("\"purpose\":\"referral\"", "\"purpose\":\"investigation\"", "basis.purpose: found investigation, expected referral")]
    [InlineData("\"calledName\":\"In\\u00E9s\"", "\"calledName\":\" \"", "content.calledName: found an empty text, expected one, or no such field")]
    [InlineData("\"calledName\":\"In\\u00E9s\"", "\"calledName\":\"In\\ud800\"", "content.calledName: found a text with broken letters, expected whole ones")]
    [InlineData("\"calledName\":\"In\\u00E9s\"", "\"calledName\":\"In\\u0007\"", "content.calledName: found a control character, expected letters")]
    [InlineData("\"calledName\":\"In\\u00E9s\"", "\"calledName\":\"Inés\"", "message: found it in another form")]
    [InlineData("\"calledName\"", "\"calledName\\ud800\"", "message: found a field that is not known, expected names in plain letters")]
    [InlineData("{\"format\"", "{ \"format\"", "message: found it in another form")]
    [InlineData("\"needs\":[{", "\"needs\":{", "message: found no JSON at byte")]
    [InlineData("\"urgency\":\"soon\"}]", "\"urgency\":\"soon\"}],\"needs\":[]", "content: found a field twice, expected each once")]
    public void A_malformed_message_gets_one_clear_sentence(string right, string wrong, string expected)
    {
        Assert.Contains(right, Written, StringComparison.Ordinal);

        var problem = Assert.IsType<HandoverReading.Refused>(Read(Written.Replace(right, wrong, StringComparison.Ordinal))).Problem;

        Assert.StartsWith(expected, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("gray car", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("nickname", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("{\"format\":{}}")]
    [InlineData("{\"format\":\"credence.handover\"}")]
    [InlineData("[[[[[[[[[[1]]]]]]]]]]")]
    public void What_is_no_message_is_refused_and_throws_nothing(string text) => Assert.IsType<HandoverReading.Refused>(Read(text));

    [Fact]
    public void Bytes_that_are_no_letters_are_refused() => Assert.Equal("message: found bytes that are no letters, expected UTF-8",
        Assert.IsType<HandoverReading.Refused>(HandoverReader.Read([.. "{\""u8, 0xCE, .. "\":1}"u8], Releases.HarborHouse, Now)).Problem);

    [Fact]
    public void More_than_one_message_or_too_much_is_refused()
    {
        Assert.StartsWith("message: found", Assert.IsType<HandoverReading.Refused>(Read(Written + Written)).Problem, StringComparison.Ordinal);
        Assert.Contains("expected at most 32768", Assert.IsType<HandoverReading.Refused>(Read(Written + new string(' ', HandoverReader.Longest))).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_longest_message_of_letters_that_take_most_room_fits() => Messages.Made(Messages.ContentWith([.. Enum.GetValues<InformationKind>()]) with
    {
        Needs = [.. Enum.GetValues<Need>().SelectMany(need => Enum.GetValues<Urgency>().Select(urgency => new NeededHelp(need, urgency))).Take(40)],
        InOwnWords = new string('ñ', 1000), Safety = new string('漢', 1000), CalledName = new string('ñ', 100), IncidentNumber = new string('ñ', 40),
        Contact = new SafeContact(ContactWay.InPerson, new string('ñ', 200), new string('ñ', 200), true, true),
    });

    [Theory]
    [InlineData(1001, "content.inOwnWords: found 1001 characters, expected at most 1000")]
    [InlineData(0, "content.inOwnWords: found an empty text, expected one, or no such field")]
    public void What_could_not_be_read_is_not_made(int length, string expected) => Assert.Equal(expected, Assert.IsType<HandoverAnswer.Malformed>(
        Messages.Answer(Messages.ContentWith([]) with { InOwnWords = new string('a', length) })).Problem);

    [Fact]
    public void A_broken_letter_is_not_made_whole_in_silence() => Assert.Equal("content.inOwnWords: found a text with broken letters, expected whole ones",
        Assert.IsType<HandoverAnswer.Malformed>(Messages.Answer(Messages.ContentWith([]) with { InOwnWords = "a\ud800" })).Problem);

    [Fact]
    public void A_handover_without_a_need_is_not_made() => Assert.Equal("content.needs: found 0 items, expected 1 to 40",
        Assert.IsType<HandoverAnswer.Malformed>(Messages.Answer(Messages.ContentWith([]) with { Needs = [] })).Problem);

    [Fact]
    public void Whatever_bytes_are_changed_a_message_is_refused_or_is_exactly_what_was_written() =>
        Gen.Select(Gen.Int[0, Written.Length - 1], Gen.Byte, Gen.Int[0, 3]).List[1, 3].Sample(changes =>
        {
            var bytes = new List<byte>(Encoding.UTF8.GetBytes(Written));
            foreach (var (at, to, act) in changes)
            {
                var place = at % bytes.Count;
                if (act == 0) bytes.RemoveAt(place);
                else if (act == 1) bytes.Insert(place, to);
                else bytes[place] = to;
            }

            return HandoverReader.Read(bytes.ToArray(), Releases.HarborHouse, Now) switch
            {
                HandoverReading.Handed handed => HandoverWriter.Bytes(handed.Handover).SequenceEqual(bytes),
                HandoverReading.Refused refused => refused.Problem.Length is > 0 and < 900 && !refused.Problem.Contains('\n', StringComparison.Ordinal),
                _ => false,
            };
        }, iter: 20_000);

    [Fact]
    public void A_message_prints_nothing_of_a_person()
    {
        Assert.Equal("Handover(44444444-0000-0000-0000-000000000001)", Messages.Full.ToString());
        Assert.Equal("SafeContact(InPerson)", Messages.Full.Content.Contact!.ToString());
        Assert.DoesNotContain("Inés", $"{Messages.Full.Content} {Read(Written)} {Messages.Answer(Messages.Full.Content)}", StringComparison.Ordinal);
    }

    private static HandoverReading Read(string text) => HandoverReader.Read(Encoding.UTF8.GetBytes(text), Releases.HarborHouse, Now);
}
