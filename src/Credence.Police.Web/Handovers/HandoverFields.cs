using System.Globalization;
using Credence.Consents;
using Credence.Referrals;
using Microsoft.AspNetCore.Http;

namespace Credence.Police.Web.Handovers;

/// <summary>Reads the fields of a form; what is empty is not told.</summary>
internal static class HandoverFields
{
    public const string Unsaid = "unsaid";
    public const string TimeForm = "yyyy-MM-dd'T'HH:mm";

    public static HandoverForm Read(IFormCollection form)
    {
        return new HandoverForm
        {
            Token = Id("token") ?? Guid.Empty,
            BeganAt = DateTimeOffset.TryParse(form["began"], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var began) ? began : default,
            Incident = Id("incident"), Encounter = Id("encounter"), Number = Text("number"),
            To = Text("to") ?? "", Recipient = Text("recipient") ?? Text("to") ?? "",
            Needs = Enum.GetValues<Need>().Select(need => (need, Urgency: One<Urgency>($"need-{need}"))).Where(pair => pair.Urgency is not null).ToDictionary(pair => pair.need, pair => pair.Urgency!.Value),
            Unsaid = [.. Enum.GetValues<Need>().Where(need => form[$"need-{need}"] == Unsaid)],
            InOwnWords = Text("words"), CalledName = Text("called"), Way = One<ContactWay>("way"), Contact = Text("contact"), When = Text("when"),
            MayLeaveMessage = Is("message"), MaySayWhoCalls = Is("saywho"), Language = Text("language")?.ToLowerInvariant(), Safety = Text("safety"), TellsAge = Is("tellsage"),
            Place = Text("place") ?? "", Age = int.TryParse(form["age"], NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age < 130 ? age : null,
            Service = One<ServiceKind>("service"), IsEmancipated = YesNo("emancipated"), Parent = One<ParentStanding>("parent") ?? ParentStanding.Unknown,
            HasCourtGuardian = Is("guardian"), IsGuardianSuspected = Is("guardiansuspected"),
            Conditions = form.Keys.Where(key => key.StartsWith("condition-", StringComparison.Ordinal) && YesNo(key) is not null).ToDictionary(key => key["condition-".Length..], key => YesNo(key)!.Value),
            How = Text("how") == nameof(ConsentForm.Paper) ? ConsentForm.Paper : ConsentForm.Screen,
            ExplainedIn = Text("explained")?.ToLowerInvariant() ?? "en", Interpreter = One<Interpreter>("interpreter") ?? Interpreter.NotNeeded,
            Days = int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= 365 ? days : 30,
            SignedAt = DateTimeOffset.TryParseExact(form["signed"], TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var signed) ? signed : null,
            RisksWereShown = Is("risks"), WasToldThatHelpDoesNotDependOnIt = Is("free"),
        };

        string? Text(string field) => form[field].ToString().Trim().ReplaceLineEndings("\n") is { Length: > 0 } text ? text : null;
        bool Is(string field) => form[field] == "yes";
        bool? YesNo(string field) => form[field].ToString() switch { "yes" => true, "no" => false, _ => null };
        Guid? Id(string field) => Guid.TryParse(form[field], out var id) ? id : null;
        T? One<T>(string field) where T : struct, Enum => Enum.TryParse<T>(form[field], out var value) && Enum.IsDefined(value) ? value : null;
    }
}
