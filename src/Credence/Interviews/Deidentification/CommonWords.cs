using System.Collections.Frozen;

namespace Credence.Interviews.Deidentification;

/// <summary>
/// Words that are written with a capital letter, at the beginning of a sentence or always, and name nobody: no name is proposed for them. Short on
/// purpose, and without words that are also names, such as May, Will, Grace or Hope.
/// </summary>
internal static class CommonWords
{
    private static readonly FrozenSet<string> Words =
        """
        a about absolutely actually after again ah all also although always am an and another any anybody anyone anything anyway are aren't as ask at aw
        back basically be because been before being best better between both but by can can't correct could couldn't did didn't do does doesn't don't
        down during each eh either else especially even eventually ever every everybody everyone everything exactly except fine first for from get gets getting give go
        god goes going gone good got great guess ha had hadn't half has hasn't have haven't having he he'd he'll he's hello her here hers hey hi him his hm hmm honestly
        how however huh i i'd i'll i'm i've if in inaudible instead interview interviewee interviewer into is isn't it it's its just kind last later laughs laughter law least less
        let let's like literally look lot many maybe me mean might mm mmhmm moderator more most mostly much my my no nobody none nope not nothing now obviously of off
        officer officers often oh ok okay on once one only or other others our out over participant particularly pause people perhaps person please police possibly
        probably provider q question quite really respondent right said same saw say says second see she she'd she'll she's should shouldn't since sir so some
        somebody somehow someone something sometimes somewhere soon sorry speaker still such sure talk tell than thank thanks that that's the their them then
        there there's these they they'd they'll they're they've thing things think third this those though through to today together told tomorrow too took try um
        unclear under understood unless until up us usually very victim victims wait want was wasn't way we we'd we'll we're we've well went were weren't what what's whatever when
        whenever where whether which while who who's whoever why will with without won't would wouldn't yeah yep yes yesterday yet you you'd you'll you're you've your
        monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
        advocate advocates agent attorney captain chief counselor detective detectives deputy doctor dr judge lieutenant lt manager miss mr mrs ms nurse prosecutor
        sergeant sgt sheriff teacher mother mom mama father dad papa aunt uncle grandma grandmother
        english spanish american americans mexican chinese english-speaking christian catholic christmas thanksgiving easter internet facebook instagram google
        covid u.s us usa united states america american federal state fbi ice dhs hsi doj nij hiv dna id tv ok pd er swat visa t-visa u-visa
        a al algo alguien ahora allí antes aquí así aunque bien bueno casi claro como cómo con cual cuál cuando cuándo de del después dijo dios don doña donde dónde el él
        ella ellas ellos en entonces entrevistadora entrevistador era eran es esa ese eso esta está estaba estaban este esto fue gracias ha había hasta hay hola hoy la las le les lo los
        luego más me mi mí mientras mire muchas muy nada nadie ni no nos nosotros nunca o otra otro para pero policía por porque primero pues que qué quién quien se señor señora
        señorita sé ser si sí siempre sin sobre solo sólo son su sus también tampoco tan tanto te tenía tengo tiene todavía todo todos tú tuve un una usted ustedes ya yo y
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Has(string word) => Words.Contains(word.Replace('’', '\''));
}
