using System.Text;
using System.Text.Json.Nodes;
using Credence.Police.Web.Pages;
using Credence.Police.Encounters;
using Credence.Referrals;
using Credence.Screening.Instruments;

namespace Credence.Police.Web.Roadside;

/// <summary>The card as JSON, for a device without a connection: words of packs, nothing of anybody.</summary>
internal static class CardJson
{
    public static byte[] Of(RoadsideCard card) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["life"] = card.Policy.Life,
        ["concern"] = RoadsideWords.Concern,
        ["noConcern"] = RoadsideWords.NoConcern,
        ["nothingAsked"] = RoadsideWords.NothingAsked,
        ["before"] = Lines(card.Policy.Before),
        ["child"] = Lines(card.Policy.Immunity?.Instead ?? []),
        ["call"] = Lines([.. card.Policy.RefusedReasons.Select(reason => reason.Call[0]).Distinct()]),
        ["refused"] = Array(card.Policy.RefusedReasons.Select(reason => new JsonObject
        {
            ["title"] = reason.Title, ["why"] = reason.Why, ["instead"] = Lines(reason.Instead), ["call"] = Lines(reason.Call),
        })),
        ["charges"] = Array(card.Charges.Select(charge => JsonValue.Create(charge))),
        // What the policy says of each charge, for what the answers may say of the person: of concern or not, and of the age.
        ["policy"] = new JsonObject(RoadsideCard.Standings.Select(standing => KeyValuePair.Create(standing.Key, (JsonNode?)Array(card.Review(standing).Charges.Select(
            review => Lines([review.Outcome.ToString(), Words.Of(review.Outcome), review.Because])))))),
        ["needs"] = Array(Enum.GetValues<Need>().Select(need => Lines([need.ToString(), RoadsideWords.Of(need)]))),
        ["states"] = Array(Enum.GetValues<HelpState>().Select(state => Lines([state.ToString(), RoadsideWords.Of(state)]))),
        ["instruments"] = Array(card.Instruments.Select(one => InstrumentOf(one, card))),
    }.ToJsonString());

    private static JsonObject InstrumentOf(Instrument instrument, RoadsideCard card) => new()
    {
        ["stamp"] = instrument.Pack, ["title"] = instrument.Title, ["threshold"] = instrument.Threshold,
        ["before"] = Lines(instrument.Before), ["doNow"] = Lines(instrument.DoNow), ["otherwise"] = Lines(instrument.Otherwise),
        ["items"] = Array(instrument.Items.Select(item => new JsonObject
        {
            ["id"] = item.Id, ["ask"] = item.Ask ?? item.Topic, ["raised"] = item.Raised, ["concern"] = item.Concern.ToString(),
            ["isCounted"] = item.IsCounted, ["isAge"] = card.IsAge(item),
            ["when"] = item.When is { } when ? new JsonObject { ["item"] = when.Item, ["answers"] = Lines([.. when.Answers.Select(answer => answer.ToString())]) } : null,
            ["answers"] = Array(RoadsideWords.Offered(item).Select(answer => Lines([answer.ToString(), RoadsideWords.Of(answer, item)]))),
        })),
    };

    private static JsonArray Array(IEnumerable<JsonNode> nodes) => new([.. nodes]);

    private static JsonArray Lines(IReadOnlyList<string> lines) => new([.. lines.Select(line => JsonValue.Create(line))]);
}
