using System.Text.Json.Serialization;
using Credence.Care.Persons;
using Credence.Care.Releases;
using Credence.Care.Statements;
using Credence.Consents;
using Credence.Record.Storage;

namespace Credence.Care.Storage;

/// <summary>What is sealed, as it is written: words for values of closed lists, and null for what is not known.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, Converters = [typeof(KindsConverter)])]
[JsonSerializable(typeof(FaceSheet))]
[JsonSerializable(typeof(Consent))]
[JsonSerializable(typeof(StatementText))]
[JsonSerializable(typeof(WrittenRelease))]
internal sealed partial class CareJson : JsonSerializerContext;
