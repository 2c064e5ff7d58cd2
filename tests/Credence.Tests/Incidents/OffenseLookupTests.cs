using Credence.Incidents;
using Credence.Packs;

namespace Credence.Tests.Incidents;

public class OffenseLookupTests
{
    private static readonly PackLibrary Library = DefaultPacks.Read();
    private static readonly OffenseLookup Offenses = OffenseLookup.From(Library);

    [Theory]
    [InlineData("64A")]
    [InlineData("64a")]
    [InlineData("64-B")]
    [InlineData("64A - Human Trafficking")]
    [InlineData("NIBRS 64B")]
    [InlineData("HUMAN TRAFFICKING (64A)")]
    [InlineData("HUMAN TRAFFICKING/COMMERCIAL SEX ACTS")]
    [InlineData("Human Trafficking, Involuntary Servitude")]
    [InlineData("SEX TRAFFICKING OF A MINOR")]
    [InlineData("Trafficking in Persons")]
    [InlineData("TRAFFICKING OF CHILDREN FOR LABOR")]
    [InlineData("236.1(a) PC")]
    [InlineData("PC 236.1(C)(1)")]
    [InlineData("CA Penal Code Section 236.1")]
    [InlineData("PC236.1")]
    [InlineData("Involuntary servitude")]
    [InlineData("18 U.S.C. 1591")]
    [InlineData("TRATA DE PERSONAS")]
    [InlineData("Tráfico de seres humanos")]
    public void Codes_and_words_for_human_trafficking_say_trafficking(string recorded) =>
        Assert.True(Offenses.SaysTrafficking(new OffenseCode(recorded)));

    [Theory]
    [InlineData("")]
    [InlineData("40A")]
    [InlineData("DRUG TRAFFICKING")]
    [InlineData("TRAFFICKING IN COCAINE")]
    [InlineData("TRAFFICKING IN STOLEN PROPERTY")]
    [InlineData("WEAPONS TRAFFICKING")]
    [InlineData("PERSON TRAFFICKING FIREARMS")]
    [InlineData("Wildlife Trafficking")]
    [InlineData("TRAFFIC VIOLATION")]
    [InlineData("164A")]
    [InlineData("64AB")]
    [InlineData("PROSTITUTION")]
    [InlineData("ALIEN SMUGGLING")]
    [InlineData("Tráfico de drogas")]
    [InlineData("TRAFFICKING CLASS B SUBSTANCE")]
    public void Other_offenses_and_trafficking_in_goods_do_not(string recorded) =>
        Assert.False(Offenses.SaysTrafficking(new OffenseCode(recorded)));

    [Theory]
    [InlineData("40A", "64A")]
    [InlineData("13B", "64A 64B")]
    [InlineData("13A", "")]
    [InlineData("KIDNAPPING", "64A 64B")]
    [InlineData("Parental Kidnapping", "")]
    [InlineData("KIDNAPPING - PARENTAL", "")]
    [InlineData("Unlawful Restraint of an Adult", "64A 64B")]
    [InlineData("RESTRAINT, UNLAWFUL", "64A 64B")]
    [InlineData("Operating a house of prostitution", "64A")]
    [InlineData("Contributing to the delinquency of a minor", "64A")]
    [InlineData("Bicycle theft", "")]
    [InlineData("64A", "")]
    public void The_table_names_the_trafficking_codes_beside_a_code_or_word(string recorded, string expected) =>
        Assert.Equal(expected, string.Join(' ', Offenses.Alternatives(new OffenseCode(recorded))));

    [Theory]
    [InlineData("PROSTITUTION", "40A", true)]
    [InlineData("40A PROSTITUTION", "40A", true)]
    [InlineData("Pimping", "40B", true)]
    [InlineData("PROMOTING PROSTITUTION 2ND", "40B", true)]
    [InlineData("PROMOTING PROSTITUTION 2ND", "40A", false)]
    [InlineData("PATRONIZING A PROSTITUTE", "40C", true)]
    [InlineData("Prostitution & commercialized vice", "40A", true)]
    [InlineData("Prostitution, soliciting for", "40B", false)]
    [InlineData("Prostitution, soliciting for", "40B 40C", true)]
    [InlineData("9A", "09A", true)]
    [InlineData("ASSAULT & BATTERY", "13A 13B", true)]
    public void A_word_means_the_codes_that_the_table_gives_besides_trafficking(string recorded, string codes, bool expected) =>
        Assert.Equal(expected, Offenses.Read(new OffenseCode(recorded)).Means(codes.Split(' ').Select(code => new OffenseCode(code)).ToHashSet()));

    [Fact]
    public void Where_an_agencys_own_number_looks_like_a_code_its_words_win()
    {
        var reading = Offenses.Read(new OffenseCode("100 - PROSTITUTION"));

        Assert.Null(reading.Code);
        Assert.Contains(reading.Entries, entry => entry.Offense == "Prostitution");
    }

    [Fact]
    public void The_FBIs_table_has_348_words_of_which_46_may_be_trafficking_or_are()
    {
        var table = Rows("lookup");

        Assert.Equal(348, table.Count);
        Assert.Equal(46, table.Count(row => row.TraffickingCodes.Count > 0));
        Assert.Equal(45, table.Count(row => row.Codes.Contains(OffenseCode.CommercialSexActs)));
        Assert.Equal(24, table.Count(row => row.Codes.Contains(OffenseCode.InvoluntaryServitude)));
    }

    [Fact]
    public void Every_row_that_names_64A_or_64B_is_marked_and_no_other()
    {
        var document = Pack.Documents.Single(document => document.File.Path.EndsWith("/lookup.yaml", StringComparison.Ordinal));

        Assert.All(document.Items("offenses"), row =>
            Assert.Equal(row.Texts("codes").Any(code => code.Value is "64A" or "64B"), row.Flag("trafficking")));
    }

    [Fact]
    public void Every_code_that_a_table_names_is_a_NIBRS_code()
    {
        var unknown = OffensePack.Read(Pack, []).Entries.SelectMany(entry => entry.Codes).Where(code => Offenses.Find(code) is null);

        Assert.Empty(unknown);
    }

    [Fact]
    public void Trafficking_is_a_crime_against_a_person_and_prostitution_against_society()
    {
        Assert.Equal(CrimeAgainst.Person, Offenses.Find(OffenseCode.CommercialSexActs)?.Against);
        Assert.Equal(CrimeAgainst.Person, Offenses.Find(OffenseCode.InvoluntaryServitude)?.Against);
        Assert.All(["40A", "40B", "40C"], code => Assert.Equal(CrimeAgainst.Society, Offenses.Find(new OffenseCode(code))?.Against));
    }

    [Fact]
    public void There_are_71_codes_of_group_A_and_13_of_group_B()
    {
        var codes = OffensePack.Read(Pack, []).Codes;

        Assert.Equal((71, 13), (codes.Count(code => code.Group == 'A'), codes.Count(code => code.Group == 'B')));
    }

    private static Pack Pack => Library.Find("offenses")!;

    private static List<OffenseEntry> Rows(string table) =>
        [.. OffensePack.Read(Pack with { Documents = [.. Pack.Documents.Where(document => document.Root.Text("table") == table)] }, []).Entries];

    [Theory]
    [InlineData("64A", true)]
    [InlineData("64b - Human Trafficking, Involuntary Servitude", true)]
    [InlineData("Trafficking in persons", true)]
    [InlineData("SEX TRAFFICKING OF A MINOR", true)]
    [InlineData("Child Sex Trafficking", true)]
    [InlineData("Trata de personas", true)]
    [InlineData("40A", false)]
    [InlineData("164A2", false)]
    [InlineData("Drug trafficking", false)]
    [InlineData("TRAFFICKING CLASS B SUBSTANCE", false)]
    [InlineData("Firearms trafficking", false)]
    public void An_offense_says_human_trafficking_or_it_does_not(string offense, bool says) =>
        Assert.Equal(says, Offenses.SaysTrafficking(new OffenseCode(offense)));
}
