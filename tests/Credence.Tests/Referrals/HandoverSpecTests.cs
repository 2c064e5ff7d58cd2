using Credence.Consents;
using Credence.Referrals;
using Credence.Tests.Consents;

namespace Credence.Tests.Referrals;

/// <summary>The page specs/consent/handovers.md is the test.</summary>
public class HandoverSpecTests
{
    private static readonly DateTimeOffset Now = Releases.Day("2031-06-15");

    public static TheoryData<string> Examples() => SpecPages.ExamplesOf("consent", "handovers");

    [Theory]
    [MemberData(nameof(Examples))]
    public void Handed_over(string example)
    {
        var list = SpecPages.List(SpecPages.Section("consent", "handovers", example));
        SpecPages.OnlyKeys(list, "withdrawn", "to", "tells", "answer", "consent for the way back", "note back", "read on ", "read by ");
        var to = list.FirstOrDefault(pair => pair.Key == "to").Value is { } named ? new OrganizationId(named) : Releases.HarborHouse;
        var content = Messages.ContentWith([.. ReleaseSpecTests.KindsOf(list.First(pair => pair.Key == "tells").Value)]);
        var answer = Handover.Of(Messages.Id, [list.Aggregate(Releases.Signed, ReleaseSpecTests.With)], Releases.Her, Releases.Police, to, content, Now);

        Assert.Equal(list.First(pair => pair.Key == "answer").Value, answer is HandoverAnswer.NotPermitted refused ? SpecPages.Words(refused.Because) : "ready");
        foreach (var (key, value) in list)
        {
            if (key == "note back") Assert.Equal(value, NoteBack(answer, list));
            if (key.StartsWith("read ", StringComparison.Ordinal)) Assert.Equal(value, ReadBack(answer, key.Split(' ')));
        }
    }

    private static string NoteBack(HandoverAnswer answer, IReadOnlyList<(string Key, string Value)> list)
    {
        var consents = list.Any(pair => pair.Key == "consent for the way back") ? new[] { Releases.WayBack } : [];
        var handover = Assert.IsType<HandoverAnswer.Ready>(answer).Handover;
        return HandoverNote.Of(Messages.Id.Value, handover, ReferralState.Accepted, consents, Releases.Her, Now) is NoteAnswer.NotPermitted refused
            ? SpecPages.Words(refused.Because)
            : "ready";
    }

    private static string ReadBack(HandoverAnswer answer, string[] key)
    {
        var bytes = HandoverWriter.Bytes(Assert.IsType<HandoverAnswer.Ready>(answer).Handover);
        var reading = key[1] == "by" ? HandoverReader.Read(bytes, new OrganizationId(key[2]), Now) : HandoverReader.Read(bytes, Releases.HarborHouse, Releases.Day(key[2]));
        return reading is HandoverReading.Handed ? "read" : "refused";
    }
}
