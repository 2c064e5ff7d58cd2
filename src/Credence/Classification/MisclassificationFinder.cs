using Credence.Incidents;
using Credence.Packs;
using Credence.Screening;

namespace Credence.Classification;

/// <summary>
/// Finds incidents whose codes and evidence part, in both directions: recorded as something else and read like trafficking,
/// and recorded as trafficking and supported by nothing. Immutable; one serves many threads.
/// </summary>
public sealed class MisclassificationFinder
{
    private static readonly IReadOnlySet<OffenseCode> Sold = new HashSet<OffenseCode> { new("40A") };
    private static readonly IReadOnlySet<OffenseCode> Prostitution = new HashSet<OffenseCode> { new("40A"), new("40B"), new("40C") };
    private static readonly IReadOnlySet<OffenseCode> SexCode = new HashSet<OffenseCode> { OffenseCode.CommercialSexActs };
    private static readonly IReadOnlySet<OffenseCode> LaborCode = new HashSet<OffenseCode> { OffenseCode.InvoluntaryServitude };

    private readonly Classifier _classifier;
    private readonly OffenseLookup _offenses;

    private MisclassificationFinder(Classifier classifier, OffenseLookup offenses) => (_classifier, _offenses) = (classifier, offenses);

    /// <summary>The packs it was made from, as id@version.</summary>
    public IReadOnlyList<string> Packs => _classifier.Packs;

    /// <summary>A finder with the packs of a library.</summary>
    public static MisclassificationFinder From(PackLibrary library) =>
        new(Classifier.From(library, []), OffenseLookup.From(library));

    /// <summary>How an incident's codes and evidence part; null if they do not.</summary>
    public DoubtfulCode? Find(Incident incident, ScreeningResult result)
    {
        var offenses = incident.Offenses?.Select(_offenses.Read).ToList() ?? [];
        var isSold = offenses.Exists(offense => offense.Means(Sold));
        if (result is { Level: < Level.PossibleIndication, IsRecordedAsTrafficking: false } && !isSold)
        {
            return null;
        }

        // What the words and ages say, without the code: a code must not speak for itself.
        var read = _classifier.Classify(CaseEvidence.Of(incident with { Offenses = null }, result));
        var kinds = KindsOf(incident, result, offenses, read).Distinct().Order().ToList();
        return kinds.Count == 0 ? null : new DoubtfulCode
        {
            Number = incident.Number,
            Kinds = kinds,
            RecordedAs = incident.Offenses,
            ReadsLike = ReadsLike(result, kinds[0], read),
            Because = Because(kinds, incident, result),
            Missing = MissingOf(kinds[0], read),
            Level = result.Level,
            Score = result.Score,
        };
    }

    private static IEnumerable<CodeDoubt> KindsOf(
        Incident incident, ScreeningResult result, List<OffenseReading> offenses, ClassificationResult read)
    {
        var isSold = offenses.Exists(offense => offense.Means(Sold));
        if (isSold && incident.Persons?.Any(person => person is { Involvement: Involvement.Arrestee, Age: < 18 }) == true)
        {
            yield return CodeDoubt.MinorArrested;
        }

        if (result.IsRecordedAsTrafficking)
        {
            if (result.WasRead && PartsFromCode(offenses, read) is { } kind)
            {
                yield return kind;
            }

            yield break;
        }

        var hasNoVictim = isSold && offenses.TrueForAll(offense => offense.Means(Prostitution))
            && incident.Persons?.Any(person => person.Involvement == Involvement.Victim) != true;
        if (hasNoVictim)
        {
            yield return CodeDoubt.SoldWithoutVictim;
        }

        if (result.Level >= Level.PossibleIndication && read.Offense is OffenseProposal.Trafficking)
        {
            yield return CodeDoubt.ReadsLikeTrafficking;
        }

        // Where the codes alone raised it, and say that somebody was sold with nobody as victim, that says it more exactly.
        else if (result.Level >= Level.PossibleIndication && !(result.Clause is null && hasNoVictim))
        {
            yield return CodeDoubt.MayBeTrafficking;
        }
    }

    private static CodeDoubt? PartsFromCode(List<OffenseReading> offenses, ClassificationResult read)
    {
        var codes = read.Statutes.Where(reading => reading.Statute.Use == StatuteUse.Code).ToList();
        if (!codes.Exists(SpeaksOfTrafficking))
        {
            return CodeDoubt.CodeWithoutSupport;
        }

        var recorded = offenses.FindAll(offense => offense.SaysTrafficking);
        var supported = read.Offense is OffenseProposal.Trafficking trafficking ? trafficking.Codes : [];
        var onlySex = recorded.TrueForAll(offense => offense.Means(SexCode));
        var onlyLabor = recorded.TrueForAll(offense => offense.Means(LaborCode));
        return supported.Count == 1 && ((onlySex && supported[0] == OffenseCode.InvoluntaryServitude) || (onlyLabor && supported[0] == OffenseCode.CommercialSexActs))
            && !codes.Exists(reading => reading.Statute.Code != supported[0].Value && reading.SpeaksOfFact(Fact.PurposeOf(reading.Statute.Type)))
            ? CodeDoubt.OtherKindOfTrafficking
            : null;
    }

    /// <summary>
    /// Something supports or raises what makes it trafficking: means, servitude, or a person under 18 beside commercial sex.
    /// Commercial sex or work alone does not: a purchase or an inspection is no trafficking by its code.
    /// </summary>
    private static bool SpeaksOfTrafficking(StatuteReading reading) =>
        reading.SpeaksOfElement("means") || reading.SpeaksOfElement("purpose")
        || (reading.SpeaksOfFact(Fact.Under18InCommercialSex) && reading.SpeaksOfFact(Fact.CommercialSex));

    private static IReadOnlyList<OffenseCode> ReadsLike(ScreeningResult result, CodeDoubt kind, ClassificationResult read) => read.Offense switch
    {
        OffenseProposal.Trafficking trafficking => trafficking.Codes,
        OffenseProposal.Review review => review.Codes,
        _ when kind is CodeDoubt.MinorArrested or CodeDoubt.SoldWithoutVictim => [OffenseCode.CommercialSexActs],
        _ => result.Type switch
        {
            ExploitationType.Sex => [OffenseCode.CommercialSexActs],
            ExploitationType.Labor => [OffenseCode.InvoluntaryServitude],
            ExploitationType.Both => [OffenseCode.CommercialSexActs, OffenseCode.InvoluntaryServitude],
            _ => [],
        },
    };

    private static string Because(List<CodeDoubt> kinds, Incident incident, ScreeningResult result) =>
        string.Join(' ', kinds.Select(kind => SentenceOf(kind, kinds, incident))
            .Append(kinds[0] == CodeDoubt.CodeWithoutSupport || (result.Clause is null && !kinds.Contains(CodeDoubt.MayBeTrafficking)) ? "" : ReasonOf(kinds, result)).Where(part => part.Length > 0));

    /// <summary>What the codes say is said once: the kinds that rest on codes have said it.</summary>
    private static string ReasonOf(List<CodeDoubt> kinds, ScreeningResult result) =>
        kinds.Exists(kind => kind is CodeDoubt.MinorArrested or CodeDoubt.SoldWithoutVictim) ? result.WordsSay : result.Reason;

    private static string SentenceOf(CodeDoubt kind, List<CodeDoubt> kinds, Incident incident) => kind switch
    {
        CodeDoubt.MinorArrested => "A person under 18 is recorded as arrested for selling sex: 64A needs no means at that age.",
        CodeDoubt.SoldWithoutVictim when kinds.Contains(CodeDoubt.MinorArrested) => "Nobody is recorded as victim, which that code does not allow.",
        CodeDoubt.SoldWithoutVictim => "Recorded as selling sex with nobody as victim, which that code does not allow; means or age are not known.",
        CodeDoubt.CodeWithoutSupport => "Recorded as trafficking, and nothing in its words speaks of force, fraud, coercion, servitude, or of a person under 18 in commercial sex."
            + (incident.Persons?.Any(person => person is { Involvement: Involvement.Victim, Age: < 18 }) == true ? " A recorded victim is under 18, on which 64A may rest." : ""),
        _ => "",
    };

    private static List<string> MissingOf(CodeDoubt kind, ClassificationResult read)
    {
        var codes = read.Statutes.Where(reading => reading.Statute.Use == StatuteUse.Code && reading.IsTouched).ToList();
        return kind is CodeDoubt.ReadsLikeTrafficking or CodeDoubt.OtherKindOfTrafficking ? []
            : codes.Count > 0 ? [.. codes.SelectMany(reading => reading.Missing).Select(gap => gap.Element.Title).Distinct()]
            : kind == CodeDoubt.MayBeTrafficking ? ["for what purpose, and by which means"]
            : kind == CodeDoubt.SoldWithoutVictim ? ["whether force, fraud or coercion is used, and the age"]
            : [];
    }
}
