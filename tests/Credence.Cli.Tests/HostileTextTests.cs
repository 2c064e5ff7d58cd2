using Credence.Testing;

namespace Credence.Cli.Tests;

/// <summary>Text of others never commands a terminal, hides or reorders itself, whichever command shows it.</summary>
public sealed class HostileTextTests : IDisposable
{
    // Clears a screen, turns the reading direction, takes no room.
    private const string Hostile = "\u001B[2J\u202E\u200B";
    private const string Passport = "The foreman took his passport and told him he must work until he pays.";

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void An_explanation_shows_what_a_narrative_hides() => Harmless(Said.By("explain", $"{Hostile}{Passport}"));

    [Fact]
    public void A_packet_for_counsel_shows_what_a_narrative_hides() =>
        Harmless(Said.By("arrest", "packet", $"{Hostile}{Passport}", "--charge", "90J"));

    [Fact]
    public void A_list_of_misclassified_incidents_shows_what_a_number_hides() => Harmless(Said.By("missed", _place.Write(
        "reports.csv", $"incident_number,offense,narrative\n2{Hostile}1,64A{Hostile},\"Officers inspected the massage business. All licenses were in order.\"\n")));

    [Fact]
    public void A_review_shows_what_a_narrative_and_a_number_hide()
    {
        var incidents = _place.Write("incidents.csv", $"incident_id,offense,narrative\n2{Hostile}1,90J,\"{Hostile}{Passport}\"\n");
        Assert.Equal("", Said.By("review", "start", incidents, "--reader", "Ana", "--double", "0", "--out", _place.PathOf("review")).Error);

        var said = Said.By("review", "next", _place.PathOf("review"), "--reader", "Ana", "--show-text");

        Harmless(said);
        Assert.Contains("took his passport", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_of_a_flat_file_shows_what_its_incident_number_hides()
    {
        var lines = FlatFile.Incident();
        lines[2] = lines[2].With(26, "31\u001B[2J\u00851").With(72, "8   ");

        var said = Said.By("nibrs", "check", _place.Write("may.txt", FlatFile.Bytes(lines)));

        Harmless(said);
        Assert.DoesNotContain('\u0085', said.Output);
    }

    private static void Harmless(Said said)
    {
        Assert.Contains('\uFFFD', said.Output);
        Assert.DoesNotContain(said.Output, c => c is '\u001B' or '\u202E' or '\u200B');
    }
}
