using System.Collections.Frozen;

namespace Credence.Text;

/// <summary>
/// About how many of ten thousand words of police prose are a word, in English and Spanish; rough, because only the order
/// in which patterns are tried depends on it.
/// </summary>
internal static class WordFrequency
{
    private static readonly FrozenDictionary<string, double> Common = Bands().ToFrozenDictionary(pair => pair.Word, pair => pair.Frequency);

    internal static double Of(WordForm word) => (Common.TryGetValue(word.Letters, out var frequency) ? frequency : Default(word)) * (word.IsStem ? 2 : 1);

    // Of the words that are not listed the longer are rarer (Zipf's law of abbreviation).
    private static double Default(WordForm word) => word.Letters.Length switch
    {
        1 => 10,
        2 => 2,
        3 => 0.5,
        < 6 => 0.2,
        _ => 0.1,
    };

    private static IEnumerable<(string Word, double Frequency)> Bands() =>
    [
        .. Band(200,
            """
            xxx the and a to of in was de la que el en y
            """),
        .. Band(60,
            """
            he she for on by at that with his her is as were from los se del las un una por con su no
            """),
        .. Band(30,
            """
            name officers officer vehicle street st stated area observed this stop female male police him it be
            who not had an al lo le fue d s t
            """),
        .. Band(15,
            """
            they them victim victims suspect known drug work call man men two out into about women year years
            has have or other prior been are one old commercial sex back defendant am pm up b m f c
            """),
        .. Band(8,
            """
            also after both person people while when then there through did do does if but open any several
            first company told said where home car house group taken issued place night morning time like ave
            avenue active operator gang crime block passenger would front incident recruited traffic firearm
            associate reported contact investigation identified black white arrested arrest charges conducted
            minor minors information parties warning online located responded off down
            """),
        .. Band(4,
            """
            under between being used made making number business money three four school multiple following
            another upon found kept keep take took went come came going get got asked looking charged charge
            warrant warrants hotel room phone driver girl girls boy boys child juvenile family mother father
            brother friend boyfriend girlfriend owner store dispatched please males females spoke scene walking
            trespassing trafficking license radio park boston injuries description wearing associates court
            possession shots frequently advertisements individual individuals seat assoc inside blue left
            states forced threats present class sgt ongoing advised during hospital later workers transported
            damage placed called pay door arrived light parked red intel approximately prostituted regarding
            investigative encountered property burglary early towards threatened near way violation gun drugs
            lt approached operating armed suspects fled web outside struck sexual violence including caller
            cash report last over unknown services anyone custody address given only informed prostitute order
            labor ran afternoon residence firearms unit negative subject search anonymous away parking
            occupants vehicles recent side arrival appeared district jail assault remain loitering past along
            history driving able due injured lot before further check right city all can will could without
            gave provided some more may again such than what which how
            """),
        .. Band(2,
            """
            yard corner intersection window bag hand hands hair shirt pants shoes jacket hat face head arm leg
            road highway bus train station apartment apt floor building hallway bed table kitchen bathroom
            lobby gas bank market restaurant bar club food water cell text message email letter paper papers
            card id plate registration insurance ticket summons citation citizen resident neighbor customer
            employee employees manager worker boss job jobs hours week weeks month months day days today
            yesterday tonight evening weekend dollars dollar hundred thousand half few many much each every
            same new small large long short heavy dark young adult hispanic asian english spanish speaks speak
            language country state federal local county town reports reporting statement interview interviewed
            follow followed leave leaving stay staying lives live living sleep sleeping eat drink drinking
            alcohol intoxicated heroin cocaine marijuana crack needle substance weapon knife handgun rifle
            shooting shot fight fighting argument domestic robbery robbed theft stolen stole steal break broke
            broken entry enter entered forcibly push pushed hit punched kicked grabbed hold held holding carry
            carried carrying show showed shown refuse refused cooperate cooperative consent frisk frisked
            searched seized recovered evidence photo video camera release released transport bring brought
            drive drove ride help need needs want wanted wants know knows think thought believe believed feel
            felt see saw seen hear heard say says talk talked talking tell ask meet met run running stopped sit
            sitting stand standing walk walked turn turned put set move moved moving opened close closed lock
            locked use using buy bought sell selling sold trade send sent give gives
            """),
    ];

    private static IEnumerable<(string, double)> Band(double frequency, string words) =>
        words.Split([' ', '\n']).Select(word => (word, frequency));
}
