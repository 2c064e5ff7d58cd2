using Credence.Care.Consents;
using Credence.Care.Web.Pages;
using Credence.Consents;
using Microsoft.AspNetCore.Http;

namespace Credence.Care.Web.Consents;

/// <summary>What an advocate filled in with the person: who may be told what, what for and how long, and what says who signs.</summary>
public sealed record ConsentDraft
{
    /// <summary>Made with the form: sent twice, it is one consent.</summary>
    public required Guid Token { get; init; }

    public required Guid Person { get; init; }

    /// <summary>The referral that it is given for, or null.</summary>
    public Guid? Referral { get; init; }

    /// <summary>The choice of whom, as the form names it; empty while nobody is chosen, so that none is chosen by chance.</summary>
    public required string Choice { get; init; }

    /// <summary>The short name of whoever may be told.</summary>
    public required string To { get; init; }

    public required string Name { get; init; }

    public required Direction Direction { get; init; }

    public required Purpose Purpose { get; init; }

    public required IReadOnlyList<InformationKind> Kinds { get; init; }

    public required string Place { get; init; }

    public int? Age { get; init; }

    public ServiceKind? Service { get; init; }

    public bool? IsEmancipated { get; init; }

    public ParentStanding Parent { get; init; }

    public bool HasCourtGuardian { get; init; }

    public bool IsGuardianSuspected { get; init; }

    public required IReadOnlyDictionary<string, bool> Conditions { get; init; }

    public Credence.Consents.ConsentForm How { get; init; } = Credence.Consents.ConsentForm.Screen;

    public required string ExplainedIn { get; init; }

    public Interpreter Interpreter { get; init; }

    public int Days { get; init; } = 90;

    /// <summary>When it was signed on paper.</summary>
    public DateTimeOffset? SignedAt { get; init; }

    public bool RisksWereShown { get; init; }

    public bool WasToldThatHelpDoesNotDependOnIt { get; init; }

    public override string ToString() => nameof(ConsentDraft);

    /// <summary>Reads the fields of a form; what is empty was not said.</summary>
    /// <param name="sent">The form.</param>
    /// <param name="person">Whose.</param>
    /// <param name="known">Whom a consent may name by a choice.</param>
    internal static ConsentDraft Read(IFormCollection sent, Guid person, Addressees known)
    {
        var form = new SentForm(sent);
        var choice = form.Text("to") ?? "";
        var chosen = known.Known.FirstOrDefault(one => Key(one) == choice);
        return new ConsentDraft
        {
            Token = form.Id("token") ?? Guid.Empty, Person = person, Referral = form.Id("referral"),
            Choice = chosen is not null || choice is Provider or SomebodyElse ? choice : "",
            To = chosen?.To.Organization.Value ?? form.Text("short") ?? ShortOf(form.Text("name")), Name = form.Text("name") ?? chosen?.To.Name ?? "",
            Direction = chosen?.Direction ?? (choice == Provider ? Direction.CareToCare : Direction.CareToOther),
            Purpose = form.One<Purpose>("purpose") ?? Purpose.Referral, Kinds = form.All<InformationKind>("kind"), Place = form.Text("place") ?? "",
            Age = form.Number("age", 129), Service = form.One<ServiceKind>("service"), IsEmancipated = form.YesNo("emancipated"), Parent = form.One<ParentStanding>("parent") ?? ParentStanding.Unknown,
            HasCourtGuardian = form.Is("guardian"), IsGuardianSuspected = form.Is("guardiansuspected"), Conditions = form.Conditions(),
            How = form.Text("how") == nameof(Credence.Consents.ConsentForm.Paper) ? Credence.Consents.ConsentForm.Paper : Credence.Consents.ConsentForm.Screen,
            ExplainedIn = form.Text("explained")?.ToLowerInvariant() ?? "", Interpreter = form.One<Interpreter>("interpreter") ?? Interpreter.NotNeeded,
            Days = form.Number("days", Consent.Longest.Days) ?? 0, SignedAt = form.Time("signed"), RisksWereShown = form.Is("risks"), WasToldThatHelpDoesNotDependOnIt = form.Is("free"),
        };
    }

    /// <summary>A field in which something was left out that nobody may guess, with a sentence; null if there is none.</summary>
    internal (string Field, string Sentence)? Wrong =>
        ExplainedIn is not [>= 'a' and <= 'z', >= 'a' and <= 'z'] ? ("explained", "Found no language of two letters, expected the one in which it was explained, such as en or es.")
        : Days < 1 ? ("days", $"Found no length of 1 to {Consent.Longest.Days} days, expected how long it holds.")
        : null;

    /// <summary>The choice of another provider, and of somebody else, whose short name is typed.</summary>
    internal const string Provider = "other-provider";
    internal const string SomebodyElse = "somebody-else";

    /// <summary>The same, for somebody whom the record knows: a name beside it is that one's or none.</summary>
    internal ConsentDraft For(IReadOnlyList<Addressee> known)
    {
        var chosen = known.FirstOrDefault(one => one.To.Organization.Value == To);
        return chosen is null ? this : this with { Choice = Key(chosen), Name = chosen.To.Name, Direction = chosen.Direction };
    }

    // Small letters, digits and single hyphens, as short names are written.
    private static string ShortOf(string? name) => string.Join(
        '-', new string([.. (name ?? "").ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    internal static string Key(Addressee one) => $"{EnumWord.Of(one.Direction)} {one.To.Organization}";

    /// <summary>The consent as it would be if it were signed at this time, and who signs; or why nobody can sign it yet.</summary>
    /// <param name="own">Who would tell.</param>
    /// <param name="laws">The laws of places.</param>
    /// <param name="shown">When the risks were shown, or null.</param>
    /// <param name="signed">When it is signed.</param>
    internal (Consent? Consent, SigningAnswer? Signing, string? Because) Make(OrganizationId own, IReadOnlyList<ConsentLaw> laws, DateTimeOffset? shown, DateTimeOffset signed)
    {
        if (Choice.Length == 0) return (null, null, "Found nobody chosen, expected who may be told: choose from the list, or \"another provider\" or \"somebody else\" and its name.");
        if (To.Length == 0 || Name.Length == 0) return (null, null, "Found nobody to be told, expected one organization by its name: a consent never names \"partners\".");
        if (Kinds.Count == 0) return (null, null, "Found nothing to be told, expected at least one kind of information.");
        if (laws.FirstOrDefault(one => one.Jurisdiction == Place) is not { } law) return (null, null, "Found another place, expected one whose law of consent is known here.");
        var signing = law.WhoSigns(new SigningFacts
        {
            Age = Age, Service = Service, IsEmancipated = IsEmancipated, HasCourtGuardian = HasCourtGuardian, IsGuardianSuspected = IsGuardianSuspected, Parent = Parent, Conditions = Conditions,
        });
        if (signing is SigningAnswer.Ask ask) return (null, null, $"It is not clear yet who signs. Ask first: {string.Join(" ", ask.Questions)}");
        if (signing is SigningAnswer.Nobody nobody) return (null, null, nobody.Because);
        var (giver, signers) = Givers(signing);
        return (new Consent
        {
            Id = new ConsentId(Token), About = new(Person), Giver = giver, MinorRule = (signing as SigningAnswer.MinorAlone)?.Stamp, Signatures = [.. signers.Select(one => new Signature(one, signed))],
            From = own, To = new Recipient(new OrganizationId(To), Name), Direction = Direction, Purpose = Purpose, Kinds = Kinds.ToHashSet(), Begins = signed, Ends = signed.AddDays(Days),
            RisksShownAt = shown, ToldHelpDoesNotDependOnIt = How is Credence.Consents.ConsentForm.Screen || WasToldThatHelpDoesNotDependOnIt, How = new HowGiven(How, ExplainedIn, Interpreter),
        }, signing, null);
    }

    private static (Giver Giver, IReadOnlyList<Signer> Signers) Givers(SigningAnswer signing) => signing switch
    {
        SigningAnswer.MinorAlone => (Giver.MinorAlone, [Signer.Person]),
        SigningAnswer.MinorAndParent => (Giver.MinorAndParent, [Signer.Person, Signer.Parent]),
        SigningAnswer.Guardian => (Giver.Guardian, [Signer.Guardian]),
        _ => (Giver.Person, [Signer.Person]),
    };
}
