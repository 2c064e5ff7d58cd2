using Credence.Screening;
using CsCheck;

namespace Credence.Tests.Screening;

public class BirthDateTests
{
    private static readonly DateOnly Day = new(2024, 5, 1);

    [Theory]
    [InlineData("V1 DOB 03/04/2010", 14)]
    [InlineData("DOB 5-2-10", 13)]
    [InlineData("DOB 5/1/10", 14)]
    [InlineData("date of birth 2010-03-04", 14)]
    [InlineData("born March 4, 2010", 14)]
    [InlineData("DOB 2010", 14)]
    [InlineData("DOB 3/4/79", 45)]
    public void A_date_of_birth_gives_the_age_on_the_day_of_the_incident(string words, int age) =>
        Assert.Equal(age, BirthDate.AgeIn(words, Day));

    [Theory]
    [InlineData("DOB 13/45/2010")]
    [InlineData("DOB 02/30/2010")]
    [InlineData("DOB 05/02/2024")]
    [InlineData("DOB 2030")]
    [InlineData("DOB 15")]
    [InlineData("DOB 6175550100")]
    [InlineData("DOB 1 2 3 2010")]
    [InlineData("DOB unknown")]
    public void What_is_no_date_before_the_day_gives_no_age(string words) => Assert.Null(BirthDate.AgeIn(words, Day));

    [Fact]
    public void Without_a_day_nobody_is_of_any_age() => Assert.False(new AgeSpan(8, 17).Holds("DOB 2010", null));

    [Fact]
    public void A_year_alone_never_makes_somebody_younger_than_a_full_date_of_that_year() =>
        Gen.Select(Gen.Int[1990, 2023], Gen.Int[1, 12], Gen.Int[1, 28]).Sample((year, month, day) =>
            BirthDate.AgeIn($"DOB {year}", Day) >= BirthDate.AgeIn($"DOB {month}/{day}/{year}", Day));
}
