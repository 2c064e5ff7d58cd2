using Credence.Classification;
using Credence.Police.Classification;
using Credence.Police.Web.Pages;
using Credence.Screening.Instruments;

namespace Credence.Police.Web.Determinations;

/// <summary>What the pages of determinations call things, and how an address names a kind.</summary>
internal static class DeterminationWords
{
    private static readonly IReadOnlyDictionary<string, DeterminationKind> Kinds = new Dictionary<string, DeterminationKind>
    {
        ["victim-status"] = DeterminationKind.VictimStatus, ["offense-code"] = DeterminationKind.OffenseCode, ["charge"] = DeterminationKind.Charge,
    };

    /// <summary>The kind that an address names; null for another word.</summary>
    public static DeterminationKind? Kind(string word) => Kinds.TryGetValue(word, out var kind) ? kind : null;

    public static string Address(DeterminationKind kind) => Kinds.Single(pair => pair.Value == kind).Key;

    public static string Of(DeterminationKind kind) => kind switch
    {
        DeterminationKind.VictimStatus => "Victim status",
        DeterminationKind.OffenseCode => "Offense code",
        _ => "Charge",
    };

    /// <summary>What the question of a kind is, and on what it may rest.</summary>
    public static string Meaning(DeterminationKind kind) => kind switch
    {
        DeterminationKind.VictimStatus => "Whether the person is a victim, by a definition; never by an offense or a charge, and without need of either.",
        DeterminationKind.OffenseCode => "Under which codes the incident is counted. Unknown means or an unknown age never make 40A.",
        _ => "What somebody is charged with. It says nothing of who is a victim.",
    };

    public static string Of(VictimStatus status) => status switch
    {
        VictimStatus.Possible => "possibly a victim",
        VictimStatus.Confirmed => "a victim, confirmed",
        _ => "not a victim",
    };

    /// <summary>What a determination says: a status, codes, or names of statutes.</summary>
    public static string Of(Determination one, ClassificationResult law) => one.Kind switch
    {
        DeterminationKind.VictimStatus => Enum.TryParse<VictimStatus>(one.Codes[0], out var status) ? Of(status) : one.Codes[0],
        DeterminationKind.OffenseCode => string.Join(", ", one.Codes),
        _ => string.Join("; ", one.Codes.Select(id => Statute(id, law))),
    };

    /// <summary>A statute by its name and how it is cited; its id if no pack has it any more.</summary>
    public static string Statute(string id, ClassificationResult law) =>
        law.Statutes.FirstOrDefault(reading => reading.Statute.Id == id)?.Statute is { } statute ? $"{statute.Title} ({statute.CitedAs})" : id;

    public static string Whose(Determination one) => one.Kind is not DeterminationKind.VictimStatus ? "" : one.Person.Length > 0 ? $"The person recorded as {one.Person}: " : "The incident as a whole: ";

    public static string By(Determination one) => $"{one.Handle ?? "an account that is gone"}, {one.Role.ToLowerInvariant()}, {Words.Time(one.At)} UTC";

    /// <summary>What whoever was slower, or has said another thing from another page, is told in one sentence.</summary>
    public static string Crossed(Determination latest, ClassificationResult law, bool isOwn) => isOwn
        ? $"You have determined it since this page was opened ({Of(latest, law)}; {Words.Time(latest.At)} UTC), so what this page says besides was not written: look at it below, and decide again if you still would."
        : $"While you had this page open, {latest.Handle ?? "somebody else"} determined it ({Of(latest, law)}; {Words.Time(latest.At)} UTC), so nothing of yours was written: look at it below, and decide again if you still would.";

    /// <summary>What whoever looks is told of others who look, in one sentence.</summary>
    public static string Beside(IReadOnlyList<OtherReader> others) =>
        $"{string.Join(" and ", others.Select(one => $"{one.Handle} ({one.At.UtcDateTime:HH:mm} UTC)"))} had this open a short while ago too: nothing is overwritten, and whoever determines later is shown first what the other determined.";

    public static string Of(Answer answer) => answer switch
    {
        Answer.Yes => "yes",
        Answer.No => "no",
        Answer.Refused => "would rather not say",
        _ => "not known",
    };

    /// <summary>What is proposed of a kind; it determines nothing.</summary>
    public static string Proposal(DeterminationKind kind, ClassificationResult law) => kind switch
    {
        DeterminationKind.VictimStatus => law.Victim is VictimProposal.Possible possible
            ? $"Treat the person as a possible victim. {possible.Because}"
            : "Nothing is proposed, which does not mean that there is no victim.",
        DeterminationKind.OffenseCode => law.Offense switch
        {
            OffenseProposal.Trafficking found => $"{string.Join(" and ", found.Codes)} is proposed. {found.Because}",
            OffenseProposal.Review open => $"{string.Join(" or ", open.Codes)} is possible; something that decides is unknown. {open.Because}",
            var other => other.Because,
        },
        _ => "Nothing is proposed: that is the prosecutor's.",
    };
}
