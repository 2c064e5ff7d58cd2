using Credence.Cli.Classification;
using Credence.Cli.Screening;
using Credence.Protection;

namespace Credence.Cli.Protection;

/// <summary>A packet for programs.</summary>
internal static class PacketJson
{
    public static object Of(ReliefPacket packet, string purpose) => new
    {
        For = packet.Kind.ToString().ToLowerInvariant(),
        Purpose = purpose,
        Records = packet.Records.Select(record => new
        {
            Number = record.Number.Value,
            record.Date,
            Offenses = record.Offenses?.Select(code => code.Value),
            Persons = record.Persons?.Select(person => new { Involvement = person.Involvement.ToString().ToLowerInvariant(), person.Age, person.Sex }),
        }),
        Findings = packet.Findings.Select(quoted => new
        {
            Number = quoted.Number.Value,
            Indicator = quoted.Finding.Indicator.Id,
            quoted.Finding.Indicator.Title,
            Assertion = Spelling.Of(quoted.Finding.Assertion),
            quoted.Sentence,
            quoted.Finding.Indicator.Citation,
        }),
        Answers = packet.Answers.Select(answer => new { answer.Fact, answer.Answer, answer.Reference, answer.Says }),
        Statutes = packet.Statutes.Select(ClassificationJson.Of),
        Charges = packet.Review.Charges.Select(charge => new { Charge = charge.Charge.Value, charge.Outcome, charge.Because, charge.Citation }),
        packet.Steps,
        packet.Review.Packs,
    };
}
