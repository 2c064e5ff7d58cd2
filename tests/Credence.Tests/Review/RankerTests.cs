using Credence.Review;

namespace Credence.Tests.Review;

public class RankerTests
{
    // Invented; every third tells of papers that somebody keeps.
    private static readonly ReviewDocument[] Documents =
    [
        .. Enumerable.Range(0, 60).Select(i => new ReviewDocument(
            i % 3 == 0 ? $"Foreman keeps papers of worker {i}, debts for the bus" : $"Noise complaint at house {i}, quiet on arrival",
            i % 6 == 0 ? ["documents.passport-kept affirmed"] : null)),
    ];

    [Fact]
    public void What_resembles_a_relevant_document_comes_first()
    {
        var ranker = Trained();

        Assert.All(ranker.Queue().Take(18), document => Assert.Equal(0, document % 3));
        Assert.Equal(ranker.Queue()[0], ranker.Next());
    }

    [Fact]
    public void What_screening_found_counts_where_words_are_the_same()
    {
        ReviewDocument[] documents = [new("same words here", ["kept"]), new("same words here"), new("same words here", ["kept"]), new("same words here")];
        var ranker = new Ranker(DocumentRows.Of(documents));
        ranker.Add(0, true);
        ranker.Add(1, false);
        ranker.Train();

        Assert.Equal(2, ranker.Next());
    }

    [Fact]
    public void The_same_readings_give_the_same_scores_to_the_bit() =>
        Assert.Equal(Trained().Scores.ToArray(), Trained().Scores.ToArray());

    [Fact]
    public void Scores_by_terms_and_by_products_are_the_same()
    {
        var (one, other) = (Trained(), Trained(keepsProducts: false));

        Assert.All(one.Scores.ToArray().Zip(other.Scores.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
    }

    [Fact]
    public void Without_a_reading_of_each_kind_there_is_nothing_to_learn()
    {
        var ranker = new Ranker(DocumentRows.Of(Documents));
        ranker.Add(3, true);
        ranker.Train();

        Assert.All(ranker.Scores.ToArray(), score => Assert.Equal(0, score));
        Assert.Equal(0, ranker.Next());
    }

    [Fact]
    public void A_document_is_read_once()
    {
        var ranker = Trained();

        Assert.Throws<ArgumentException>(() => ranker.Add(0, true));
    }

    [Fact]
    public void Each_part_of_a_row_has_half_the_squared_length()
    {
        var rows = DocumentRows.Of(Documents);

        Assert.Equal(1.5, rows[0].Sum(term => term.Value * term.Value), 5);
        Assert.Equal(1, rows[3].Sum(term => term.Value * term.Value), 5);
    }

    [Fact]
    public void A_document_without_words_is_no_trouble()
    {
        var ranker = new Ranker(DocumentRows.Of([new(""), new("a b c"), new("words of a kind"), new("other words")]));
        ranker.Add(2, true);
        ranker.Add(0, false);
        ranker.Train();

        Assert.Equal(3, ranker.Next());
    }

    [Fact]
    public void A_document_does_not_print_its_words() =>
        Assert.Equal("ReviewDocument(5 characters, 0 features)", new ReviewDocument("words").ToString());

    // ASReview Insights' loss on a small review, by hand: curve 1 1 2 of 2 in 5; best 1 2 2 2 2, worst 0 0 0 1 2.
    [Fact]
    public void The_loss_is_the_area_between_the_curve_and_the_best()
    {
        var run = new ReviewRun { Start = (0, 1), Order = [2, 3, 4], IsRelevant = [true, false, true], Documents = 5, Relevant = 2 };

        Assert.Equal(1 / 6.0, run.Loss, 12);
        Assert.Equal(3, run.ReadingsUntil(0.95));
        Assert.Equal(0.4 - 0.05, run.WorkSavedAt(0.95), 12);
        Assert.Equal(0.5, run.RecallAt(0.4), 12);
    }

    private static Ranker Trained(bool keepsProducts = true)
    {
        var ranker = new Ranker(DocumentRows.Of(Documents), 0.001, keepsProducts);
        ranker.Add(0, true);
        ranker.Add(1, false);
        ranker.Add(2, false);
        ranker.Add(9, true);
        ranker.Train();
        return ranker;
    }
}
