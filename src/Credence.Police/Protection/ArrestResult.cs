using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Credence.Protection;
using Credence.Record.Keys;

namespace Credence.Police.Protection;

/// <summary>What the policy said of one charge.</summary>
public sealed record ReviewedCharge(string Charge, ChargeOutcome Outcome, string Because)
{
    public override string ToString() => $"ReviewedCharge({Outcome})";
}

/// <summary>What a review said when it was made, kept as it was said: it can be explained when the packs have changed.</summary>
/// <param name="Charges">The charges.</param>
/// <param name="Steps">What was to come before anything else.</param>
/// <param name="Call">Whom to call.</param>
/// <param name="Reason">What was answered to the reason.</param>
/// <param name="Packs">The packs, as id@version.</param>
public sealed record ArrestResult(
    IReadOnlyList<ReviewedCharge> Charges, IReadOnlyList<string> Steps, IReadOnlyList<string> Call, AnsweredReason? Reason, IReadOnlyList<string> Packs)
{
    internal static ArrestResult Of(ArrestReview review, AnsweredReason? reason) => new(
        [.. review.Charges.Select(charge => new ReviewedCharge(charge.Charge.Value, charge.Outcome, charge.Because))],
        review.AsksForCare ? review.Steps : [], review.AsksForCare ? review.Call : [], reason, review.Packs);

    internal byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, ArrestJson.Compact.ArrestResult);

    internal static SealedPlace Place(RecordedArrestReview row) => new($"arrest-reviews.result/{row.Id.Value:N}", row.Subject);

    internal static ArrestResult? Open(ContentKey key, RecordedArrestReview row) =>
        key.TryOpen(row.Result, Place(row)) is { } bytes ? JsonSerializer.Deserialize(bytes, ArrestJson.Compact.ArrestResult) : null;

    public override string ToString() => $"ArrestResult({Charges.Count} charges)";
}

/// <summary>How a reason was answered.</summary>
public enum ReasonOutcome
{
    /// <summary>The policy refuses it.</summary>
    Refused,

    /// <summary>A second person is asked.</summary>
    AsksApproval,

    /// <summary>It is on the closed list, and nobody could approve it here.</summary>
    NoException,

    /// <summary>It is on no list.</summary>
    NotListed,
}

/// <summary>The answer to a reason that was given for an arrest.</summary>
/// <param name="Outcome">How it was answered.</param>
/// <param name="Title">The reason in the policy's words, or null.</param>
/// <param name="Because">Why.</param>
/// <param name="Instead">What to do instead.</param>
/// <param name="Call">Whom to call; for an exception, the roles that may approve it.</param>
public sealed record AnsweredReason(ReasonOutcome Outcome, string? Title, string Because, IReadOnlyList<string> Instead, IReadOnlyList<string> Call)
{
    internal static AnsweredReason Of(ArrestReview review, string reason) => review.Ask(reason) switch
    {
        ReasonAnswer.Refused { Reason: var refused } => new(ReasonOutcome.Refused, refused.Title, refused.Why, refused.Instead, refused.Call),
        ReasonAnswer.NeedsApproval { Reason: var exception } when review.WhyNoException(reason) is { } because =>
            new(ReasonOutcome.NoException, exception.Title, because, review.Steps, review.Call),
        ReasonAnswer.NeedsApproval needs => new(ReasonOutcome.AsksApproval, needs.Reason.Title, review.Policy.Exceptions!.Rule, [], needs.Approvers),
        _ => new(
            ReasonOutcome.NotListed, null, $"Found a reason on no list, expected one of {string.Join(", ", (review.Policy.Exceptions?.Reasons ?? []).Select(known => known.Id))}.", review.Steps, review.Call),
    };

    public override string ToString() => $"AnsweredReason({Outcome})";
}

/// <summary>How results are spelled where they are sealed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ArrestResult))]
internal sealed partial class ArrestJson : JsonSerializerContext
{
    public static ArrestJson Compact => field ??= new(new JsonSerializerOptions(Default.GeneratedSerializerOptions!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
