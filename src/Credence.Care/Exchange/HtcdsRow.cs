using System.Globalization;
using System.Text.RegularExpressions;
using Credence.Care.Persons;
using Credence.Consents;
using Credence.Referrals;

namespace Credence.Care.Exchange;

/// <summary>
/// A person's file in the fields of the Human Trafficking Case Data Standard 2.0 (IOM), in the order of its own form. What is not known, and what a consent does not
/// name, is empty: nobody's status, gender or name of the papers is guessed from what the record has.
/// </summary>
internal static partial class HtcdsRow
{
    internal static readonly IReadOnlyList<string> Fields =
    [
        "con_Consent", "prs_Salutation", "prs_First_Name", "prs_Second_Name", "prs_Birthdate", "prs_Gender", "prs_Citizenship", "prs_Title", "prs_Email", "prs_HomePhone", "prs_MobilePhone",
        "prs_MailingCity", "prs_MailingCountry", "prs_MailingState", "prs_MailingStreet", "prs_MailingPostalCode", "vic_MethodOfRecruitment", "vic_LocationOfRecruitment", "vic_TraffickingStatus",
        "vic_TraffickingStatusDecisionMakingOrg", "vic_Methods_of_Control", "vic_TypeOfExploitation", "vic_ForcedLabourIndustry", "vic_TypeOfSexExploitation", "vic_LocationOfExploitation",
        "cas_Status", "cas_ReferringOrganisation", "cas_IncomingReferralDate", "cas_ReferringPrimaryCaseWorker", "cas_ReasonForIncomingReferral", "cas_IncomingReferralDetails",
    ];

    /// <summary>The two lines of a CSV file.</summary>
    /// <param name="file">The file, with no more in it than the consent names.</param>
    /// <param name="referral">How the person came here, with no more in it than the consent names; null if nobody handed the person over.</param>
    /// <param name="wentOn">Whether a provider elsewhere took the person, as far as the consent lets it be told.</param>
    internal static string Of(PersonFile file, IncomingReferral? referral, bool wentOn)
    {
        var known = new Dictionary<string, string?>
        {
            // The row is written under a written consent only.
            ["con_Consent"] = "TRUE",
            ["cas_Status"] = file.ClosedAt is null ? "Active" : wentOn ? "ClosedReferred" : "Closed",
            ["cas_ReferringOrganisation"] = referral?.From,
            ["cas_IncomingReferralDate"] = referral?.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["cas_ReasonForIncomingReferral"] = referral?.Needs is { Count: > 0 } needs ? string.Join("; ", needs.Select(one => EnumWord.Of(one.Need).Replace('-', ' '))) : null,
            ["cas_IncomingReferralDetails"] = string.Join(" ", ((string?[])[referral?.InOwnWords, referral?.IncidentNumber is { } number ? $"Police incident {number}." : null]).OfType<string>()),
            ["prs_Email"] = Contact(file, ContactWay.Email),
            ["prs_MobilePhone"] = Mobile(file),
        };
        return $"{string.Join(',', Fields)}\n{string.Join(',', Fields.Select(field => Cell(field, known.GetValueOrDefault(field))))}\n";
    }

    /// <summary>What the row tells: of what a consent names, what is filled.</summary>
    internal static IReadOnlyList<InformationKind> Told(PersonFile file, IncomingReferral? referral, bool wentOn) =>
    [
        InformationKind.Services,
        .. referral?.From is not null || (wentOn && file.ClosedAt is not null) ? [InformationKind.ReferralState] : (InformationKind[])[],
        .. referral?.Needs is { Count: > 0 } ? [InformationKind.Needs] : (InformationKind[])[],
        .. referral?.InOwnWords is { Length: > 0 } ? [InformationKind.Statement] : (InformationKind[])[],
        .. referral?.IncidentNumber is not null ? [InformationKind.IncidentNumber] : (InformationKind[])[],
        .. Contact(file, ContactWay.Email) is not null || Mobile(file) is not null ? [InformationKind.Contact] : (InformationKind[])[],
    ];

    private static string? Mobile(PersonFile file) => Contact(file, ContactWay.Text) is { } telephone && E164().IsMatch(telephone) ? telephone : null;

    private static string? Contact(PersonFile file, ContactWay way) => file.Sheet?.Contacts?.FirstOrDefault(contact => contact.Way == way)?.Value;

    // A cell that begins as a formula does would run in a spreadsheet; a telephone number has been looked at, and begins with its plus.
    private static string Cell(string field, string? value)
    {
        var text = value ?? "";
        if (text.Length > 0 && text[0] is '=' or '@' or '-' or '+' or '\t' or '\r' or '\n' && field != "prs_MobilePhone") text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    // As the standard writes it in its notes on telephone numbers.
    [GeneratedRegex(@"\A\+?[1-9][0-9]{1,14}\z")]
    private static partial Regex E164();
}

/// <summary>How a person came to the organization by a handover, as far as it may be told.</summary>
/// <param name="On">The day.</param>
internal sealed record IncomingReferral(DateOnly On)
{
    /// <summary>Who handed over, by the name that people know.</summary>
    public string? From { get; init; }

    public IReadOnlyList<NeededHelp>? Needs { get; init; }

    public string? InOwnWords { get; init; }

    public string? IncidentNumber { get; init; }

    public override string ToString() => nameof(IncomingReferral);
}
