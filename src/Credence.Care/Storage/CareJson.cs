using System.Text.Json.Serialization;
using Credence.Care.Persons;
using Credence.Care.Releases;
using Credence.Care.Safety;
using Credence.Care.Statements;
using Credence.Consents;
using Credence.Declarations;
using Credence.Feedback;
using Credence.Record.Storage;
using Credence.Referrals;
using Credence.Statements;
using Credence.Wishes;

namespace Credence.Care.Storage;

/// <summary>What is sealed, as it is written: words for values of closed lists, and null for what is not known.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, Converters = [typeof(KindsConverter)])]
[JsonSerializable(typeof(FaceSheet))]
[JsonSerializable(typeof(Consent))]
[JsonSerializable(typeof(StatementText))]
[JsonSerializable(typeof(ReplyText))]
[JsonSerializable(typeof(WrittenRelease))]
[JsonSerializable(typeof(Referral))]
[JsonSerializable(typeof(NeedEntry))]
[JsonSerializable(typeof(Interview))]
[JsonSerializable(typeof(SafetyPlan))]
[JsonSerializable(typeof(WishAnswer))]
[JsonSerializable(typeof(WishDeed))]
[JsonSerializable(typeof(RestorativeEntry))]
[JsonSerializable(typeof(RestorativeEntry.Met), TypeInfoPropertyName = "GateMet")]
[JsonSerializable(typeof(DeclarationStep))]
[JsonSerializable(typeof(ReliefPaper))]
[JsonSerializable(typeof(FeedbackAnswer))]
internal sealed partial class CareJson : JsonSerializerContext;
