using System.Globalization;
using System.Text.RegularExpressions;
using Credence.Care.Persons;
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
    /// <param name="referredOn">The day on which a handover began the file, or null.</param>
    internal static string Of(PersonFile file, DateOnly? referredOn)
    {
        var known = new Dictionary<string, string?>
        {
            // The row is written under a written consent only.
            ["con_Consent"] = "TRUE",
            ["cas_Status"] = file.ClosedAt is null ? "Active" : "Closed",
            ["cas_IncomingReferralDate"] = referredOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["prs_Email"] = Contact(file, ContactWay.Email),
            ["prs_MobilePhone"] = Contact(file, ContactWay.Text) is { } number && E164().IsMatch(number) ? number : null,
        };
        return $"{string.Join(',', Fields)}\n{string.Join(',', Fields.Select(field => Cell(field, known.GetValueOrDefault(field))))}\n";
    }

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
