using Credence.Classification;
using Credence.Protection;
using Credence.Testing;

namespace Credence.Tests.Protection;

public class ReliefPacketTests
{
    [Fact]
    public void A_packet_holds_record_findings_elements_and_citations_and_no_conclusion()
    {
        var incident = Cast.FarmWorker.Incident;
        var result = Cast.Screener.Screen(incident);
        var review = ArrestReviewer.From(Cast.Packs).Review(CaseEvidence.Of(incident, result), incident.Offenses!);

        var packet = ReliefPacket.Of(ReliefKind.Release, review, [(incident, result)], []);

        Assert.Equal(incident.Number, Assert.Single(packet.Records).Number);
        Assert.Contains(packet.Findings, quoted => quoted.Sentence.Contains("took his passport", StringComparison.Ordinal));
        Assert.Contains(packet.Statutes, reading => reading.Statute.Id == "us-severe-labor");
        Assert.All(packet.Statutes, reading => Assert.True(reading.Statute.Use is StatuteUse.Definition or StatuteUse.Code));
        Assert.Equal(review.Policy.Release, packet.Steps);
        Assert.Equal(review.Policy.Vacatur, ReliefPacket.Of(ReliefKind.Vacatur, review, [], []).Steps);
    }

    [Fact]
    public void A_quotation_does_not_print_itself()
    {
        var incident = Cast.FarmWorker.Incident;
        var result = Cast.Screener.Screen(incident);
        var quoted = ReliefPacket.Of(
            ReliefKind.Release, ArrestReviewer.From(Cast.Packs).Review(CaseEvidence.None, [new("90J")]), [(incident, result)], []).Findings[0];

        Assert.DoesNotContain("passport", quoted.ToString().Replace(quoted.Finding.Indicator.Id, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
