using Credence.Incidents;
using Credence.Review;

namespace Credence.Evaluation.Measures;

/// <summary>From what a measure is known.</summary>
public enum MeasureBasis
{
    /// <summary>Every incident of the record.</summary>
    Record,

    /// <summary>Incidents drawn and read by people; figures are of all incidents behind the sample.</summary>
    Readings,

    /// <summary>Counts that the service side gives, as a table.</summary>
    ServiceSide,
}

/// <summary>Who or what is in the denominator. Measures with the same population are protected together where counts are small.</summary>
public sealed class MeasurePopulation
{
    private readonly Func<MeasureRow, IEnumerable<Counted>> _of;

    private MeasurePopulation(string id, string sentence, MeasureBasis basis, Func<MeasureRow, IEnumerable<Counted>> of) =>
        (Id, Sentence, Basis, Root, _of) = (id, sentence, basis, id, of);

    /// <summary>Every incident.</summary>
    public static MeasurePopulation Incidents { get; } = Of("incidents", "all incidents of the record", MeasureBasis.Record, _ => true);

    /// <summary>Incidents that a code says are trafficking.</summary>
    public static MeasurePopulation Coded { get; } = Part(
        "coded", "incidents with a trafficking code (NIBRS 64A, 64B, or the agency's words for it)", Incidents, MeasureAxis.Coded, row => row.IsCodedTrafficking == true);

    /// <summary>Incidents with prostitution codes alone, somebody having sold sex.</summary>
    public static MeasurePopulation Sold { get; } = Part(
        "sold", "incidents with prostitution codes alone (NIBRS 40A, with or without 40B and 40C)", Incidents, MeasureAxis.Sold, row => row is { IsCodedSold: true, IsCodedProstitutionOnly: true });

    /// <summary>Persons arrested or cited in an incident in which somebody sold sex.</summary>
    public static MeasurePopulation ArrestedWhereSold { get; } = new(
        "arrested-40a", "persons recorded as arrested or cited in incidents coded 40A", MeasureBasis.Record,
        row => row.IsCodedSold ? (row.Persons ?? []).Where(person => person.Involvement == Involvement.Arrestee).Select(person => new Counted(row, person)) : []) { IsOfPersons = true };

    /// <summary>Incidents that were read, standing for all.</summary>
    public static MeasurePopulation Read { get; } = Of("read", "all incidents of the record, as the sample that was read tells of them", MeasureBasis.Readings, _ => true);

    /// <summary>Incidents in which readers see a possible victim.</summary>
    public static MeasurePopulation PossibleVictim { get; } = Part(
        "possible-victim", "incidents in which readers see a possible victim", Read, MeasureAxis.Sees, row => row.Coding!.Victim == VictimAnswer.Yes);

    /// <summary>Of those, the ones in which that person was arrested or cited.</summary>
    public static MeasurePopulation ArrestedVictim { get; } = Part(
        "arrested-victim", "incidents in which readers see a possible victim who was arrested or cited", Read, null, row => row.Coding is { Victim: VictimAnswer.Yes, Arrest: Training.ArrestKind.Arrest or Training.ArrestKind.Citation }, measure: "arrested-or-cited");

    /// <summary>Incidents with a trafficking code, as readers see them.</summary>
    public static MeasurePopulation CodedAndRead { get; } = Part(
        "coded-read", "incidents with a trafficking code, as readers see them", Read, MeasureAxis.Coded, row => row.IsCodedTrafficking == true);

    /// <summary>Incidents without a trafficking code, as readers see them.</summary>
    public static MeasurePopulation NotCodedAndRead { get; } = Part(
        "not-coded-read", "incidents without a trafficking code, as readers see them", Read, MeasureAxis.Coded, row => row.IsCodedTrafficking == false, MeasureWords.No);

    /// <summary>Incidents that the screener indicates, as readers see them.</summary>
    public static MeasurePopulation IndicatedAndRead { get; } = Part(
        "indicated-read", "incidents that the screener calls possible or strong, as readers see them", Read, MeasureAxis.Indicated, row => row.IsIndicated);

    /// <summary>Incidents that the screener does not indicate, as readers see them.</summary>
    public static MeasurePopulation NotIndicatedAndRead { get; } = Part(
        "not-indicated-read", "incidents that the screener neither calls possible nor strong, as readers see them", Read, MeasureAxis.Indicated, row => !row.IsIndicated, MeasureWords.No);

    /// <summary>What the service side counts; each measure names its own.</summary>
    public static MeasurePopulation ServiceSide { get; } = new("service-side", "as each measure says", MeasureBasis.ServiceSide, _ => []);

    /// <summary>Short name.</summary>
    public string Id { get; }

    /// <summary>Who or what is in it.</summary>
    public string Sentence { get; }

    /// <summary>From what it is known.</summary>
    public MeasureBasis Basis { get; }

    /// <summary>True if persons are counted, and not incidents.</summary>
    public bool IsOfPersons { get; private init; }

    /// <summary>The population that it is a part of; itself if it is none.</summary>
    public string Root { get; private init; }

    /// <summary>By which axis it is a part; null if it is none, or by what an earlier measure says.</summary>
    public MeasureAxis? Within { get; private init; }

    /// <summary>The measure whose first answer makes it a part, where no axis does.</summary>
    public string? WithinMeasure { get; private init; }

    /// <summary>Which category of the axis it is.</summary>
    public string WithinValue { get; private init; } = MeasureWords.Yes;

    /// <summary>What of an incident is in it; of readings, only what was drawn and read; of the record, without what readers say, or a draw would change it.</summary>
    public IEnumerable<Counted> In(MeasureRow row) => Basis switch
    {
        MeasureBasis.Readings => row.Coding is null || row.Drawn is null ? [] : _of(row),
        _ => _of(row.Coding is null ? row : row with { Coding = null }),
    };

    private static MeasurePopulation Of(string id, string sentence, MeasureBasis basis, Func<MeasureRow, bool> holds) =>
        new(id, sentence, basis, row => holds(row) ? [new Counted(row)] : []);

    private static MeasurePopulation Part(
        string id, string sentence, MeasurePopulation of, MeasureAxis? axis, Func<MeasureRow, bool> holds, string value = MeasureWords.Yes, string? measure = null) =>
        new(id, sentence, of.Basis, row => holds(row) ? [new Counted(row)] : []) { Root = of.Id, Within = axis, WithinValue = value, WithinMeasure = measure };
}
