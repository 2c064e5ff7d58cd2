using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Credence.Consents;
using Credence.Police.Handovers;
using Credence.Referrals;

namespace Credence.Cli.Handovers;

/// <summary>What a person signed and wants known, as an officer writes it into a file.</summary>
internal sealed record HandoverFile
{
    private const int Longest = 64 * 1024;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        NumberHandling = JsonNumberHandling.Strict,
        ReadCommentHandling = JsonCommentHandling.Skip,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public required string Incident { get; init; }

    public string? Agency { get; init; }

    public required string To { get; init; }

    public required SigningPart Signing { get; init; }

    public required ConsentPart Consent { get; init; }

    public required ContentPart Content { get; init; }

    /// <summary>The file as it was, by which the same file again is known.</summary>
    [JsonIgnore]
    public ReadOnlyMemory<byte> Bytes { get; private init; }

    /// <summary>Reads it, or ends with one sentence: which line, and never what stands there.</summary>
    public static HandoverFile Read(string path)
    {
        if (!File.Exists(path)) throw CommandEnd.Failed("FILE: found no such file, expected what the person signed.");
        var bytes = SmallFile.Read(path, Longest);
        if (bytes.Length > Longest) throw CommandEnd.WrongUse(string.Create(CultureInfo.InvariantCulture, $"FILE: found more than {Longest} bytes, expected a small file."));
        try
        {
            var file = JsonSerializer.Deserialize<HandoverFile>(bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes, Form) ?? throw new JsonException();
            return file with { Bytes = bytes };
        }
        catch (JsonException broken)
        {
            // The library's own sentence may quote what stands there.
            throw CommandEnd.WrongUse(string.Create(CultureInfo.InvariantCulture,
                $"FILE: found another form at line {(broken.LineNumber ?? 0) + 1}, expected the fields and words that docs/handover.md shows, each once and none left out that has no default."));
        }
    }

    /// <summary>The proposal; ids of the person and the consent are made here, by chance.</summary>
    public HandoverProposal Proposal(HandoverId id, OrganizationId from, SigningAnswer signing)
    {
        var (about, to) = (new PersonId(Guid.NewGuid()), new OrganizationId(To));
        return new HandoverProposal(id, about, to, Consent.Of(about, from, to, signing), signing, Content.Of());
    }

    public override string ToString() => nameof(HandoverFile);

    /// <summary>What is asked to know who signs.</summary>
    internal sealed record SigningPart
    {
        public required string Place { get; init; }

        public int? Age { get; init; }

        public ServiceKind? Service { get; init; }

        public bool? IsEmancipated { get; init; }

        public bool HasCourtGuardian { get; init; }

        public bool IsGuardianSuspected { get; init; }

        public ParentStanding Parent { get; init; }

        public IReadOnlyDictionary<string, bool> Conditions { get; init; } = new Dictionary<string, bool>();

        [JsonIgnore]
        public SigningFacts Facts => new()
        {
            Age = Age, Service = Service, IsEmancipated = IsEmancipated, HasCourtGuardian = HasCourtGuardian, IsGuardianSuspected = IsGuardianSuspected, Parent = Parent,
            Conditions = Conditions,
        };

        public override string ToString() => nameof(SigningPart);
    }

    /// <summary>The consent, as it was signed.</summary>
    internal sealed record ConsentPart
    {
        public required string Recipient { get; init; }

        public required Giver Giver { get; init; }

        public required IReadOnlyList<SignaturePart> Signatures { get; init; }

        public required IReadOnlyList<InformationKind> Kinds { get; init; }

        public required DateTimeOffset Begins { get; init; }

        public required DateTimeOffset Ends { get; init; }

        public DateTimeOffset? RisksShownAt { get; init; }

        public bool ToldHelpDoesNotDependOnIt { get; init; }

        public required ConsentForm Form { get; init; }

        public required string Language { get; init; }

        public required Interpreter Interpreter { get; init; }

        public Consent Of(PersonId about, OrganizationId from, OrganizationId to, SigningAnswer signing) => new()
        {
            Id = new ConsentId(Guid.NewGuid()), About = about, Giver = Giver, MinorRule = (signing as SigningAnswer.MinorAlone)?.Stamp,
            Signatures = [.. Signatures.Select(one => new Signature(one.By, one.At, one.IsSuspected))], From = from, To = new Recipient(to, Recipient),
            Direction = Direction.PoliceToCare, Purpose = Purpose.Referral, Kinds = Kinds.ToHashSet(), Begins = Begins, Ends = Ends, RisksShownAt = RisksShownAt,
            ToldHelpDoesNotDependOnIt = ToldHelpDoesNotDependOnIt, How = new HowGiven(Form, Language, Interpreter),
        };

        public override string ToString() => nameof(ConsentPart);
    }

    /// <summary>One signature.</summary>
    internal sealed record SignaturePart(Signer By, DateTimeOffset At, bool IsSuspected = false);

    /// <summary>What the person wants known.</summary>
    internal sealed record ContentPart
    {
        public required IReadOnlyList<NeededHelp> Needs { get; init; }

        public string? InOwnWords { get; init; }

        public string? CalledName { get; init; }

        public ContactPart? Contact { get; init; }

        public string? Language { get; init; }

        public bool? IsUnder18 { get; init; }

        public string? Safety { get; init; }

        public string? IncidentNumber { get; init; }

        public HandoverContent Of() => new()
        {
            Needs = Needs, InOwnWords = InOwnWords, CalledName = CalledName, Contact = Contact?.Of(), Language = Language, IsUnder18 = IsUnder18, Safety = Safety,
            IncidentNumber = IncidentNumber,
        };

        public override string ToString() => nameof(ContentPart);
    }

    /// <summary>How to reach the person.</summary>
    internal sealed record ContactPart(ContactWay Way, string Value, string? When = null, bool MayLeaveMessage = false, bool MaySayWhoCalls = false)
    {
        public SafeContact Of() => new(Way, Value, When, MayLeaveMessage, MaySayWhoCalls);

        public override string ToString() => nameof(ContactPart);
    }
}
