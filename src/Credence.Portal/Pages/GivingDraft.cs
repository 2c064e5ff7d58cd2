using System.Globalization;
using Credence.Care.Consents;
using Credence.Consents;
using Microsoft.AspNetCore.Http;

namespace Credence.Portal.Pages;

/// <summary>Who says yes for the person, as she or he says.</summary>
public enum Standing
{
    Untold,
    Adult,
    Young,
    Guarded,
}

/// <summary>What a person filled in who lets somebody be told; sealed into the page that she or he reads, so that what is signed is what was read.</summary>
public sealed record GivingDraft
{
    /// <summary>The consent's id: signed twice, it is one consent, and one that was taken back does not come again.</summary>
    public Guid Token { get; init; }

    /// <summary>The referral that it is given for, or null.</summary>
    public Guid? Referral { get; init; }

    /// <summary>The choice of whom, as the form names it.</summary>
    public string Choice { get; init; } = "";

    /// <summary>What a place was looked for by, or null.</summary>
    public string? Find { get; init; }

    /// <summary>The short name of whoever is told; from the record, never from the form.</summary>
    public string To { get; init; } = "";

    /// <summary>The name that the person reads.</summary>
    public string Name { get; init; } = "";

    public Direction Direction { get; init; } = Direction.CareToCare;

    public Purpose? Purpose { get; init; }

    public IReadOnlyList<InformationKind> Kinds { get; init; } = [];

    public int Days { get; init; } = 30;

    public Standing Standing { get; init; }

    public override string ToString() => nameof(GivingDraft);

    public static GivingDraft Read(IFormCollection sent) => new()
    {
        Token = Guid.NewGuid(), Choice = sent["to"].ToString(),
        Find = sent["find"].ToString().Trim() is { Length: > 0 and <= 100 } find ? find : null, Purpose = One<Purpose>(sent["purpose"].ToString()),
        Kinds = [.. sent["kind"].Select(kind => One<InformationKind>(kind)).OfType<InformationKind>().Distinct().Order()],
        Days = int.TryParse(sent["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var days) && GivingWords.English.Spans.ContainsKey(days) ? days : 0,
        Standing = One<Standing>(sent["standing"].ToString()) ?? Standing.Untold,
    };

    /// <summary>The same for somebody whom the record knows.</summary>
    public GivingDraft For(Addressee one) => this with { To = one.To.Organization.Value, Name = one.To.Name, Direction = one.Direction };

    /// <summary>What says who signs.</summary>
    public SigningFacts Facts(ConsentLaw law) => new()
    {
        Age = Standing switch { Standing.Adult => law.AgeOfMajority, Standing.Young => law.AgeOfMajority - 1, _ => null }, HasCourtGuardian = Standing is Standing.Guarded,
    };

    /// <summary>The consent, signed now by the person alone.</summary>
    public Consent Sign(OrganizationId own, PersonId person, string language, DateTimeOffset shown, DateTimeOffset signed) => new()
    {
        Id = new ConsentId(Token), About = person, Giver = Giver.Person, Signatures = [new Signature(Signer.Person, signed)], From = own, To = new Recipient(new OrganizationId(To), Name),
        Direction = Direction, Purpose = Purpose!.Value, Kinds = Kinds.ToHashSet(), Begins = signed, Ends = signed.AddDays(Days), RisksShownAt = shown, ToldHelpDoesNotDependOnIt = true,
        How = new HowGiven(ConsentForm.Screen, language),
    };

    private static T? One<T>(string? word) where T : struct, Enum => Enum.TryParse<T>(word, out var value) && Enum.IsDefined(value) && value.ToString() == word ? value : null;
}
