using System.Globalization;
using Credence.Screening;
using Spectre.Console;

namespace Credence.Cli.Screening;

/// <summary>The demonstration on a terminal.</summary>
internal sealed class DemoPage(IAnsiConsole console)
{
    private const string Example = "farm-worker";

    public void Show(Demo demo, string? folder)
    {
        Line($"[black on yellow] {Demo.Invented} [/]");
        Line($"{demo.Incidents.Count} invented reports, screened in {demo.Elapsed.TotalMilliseconds:0} ms with {string.Join(", ", demo.Packs)}.");
        ShowLevel(demo, Level.StrongIndication, "Strong indication: the words suggest that somebody exploits or controls a person");
        ShowLevel(demo, Level.PossibleIndication, "Possible indication: somebody in it should be screened");
        ShowOthers(demo);
        ShowExample(demo.Incidents.Single(one => one.Invented.Id == Example));
        ShowMissed(demo);
        ShowDisputed(demo);
        Heading("What may be done with a finding");
        foreach (var rule in UseOfFindings.Rules) Line($"- {rule.EscapeMarkup()}");
        console.WriteLine();
        Line("A file of your own: credence screen FILE --out DIR. Why a text is what it is: credence explain TEXT.");
        if (folder is not null) Line($"Written to {folder.EscapeMarkup()}: casebook.csv and the files of credence screen.");
        console.WriteLine();
        Line($"[black on yellow] {Demo.Invented} [/]");
    }

    private void ShowLevel(Demo demo, Level level, string title)
    {
        var incidents = demo.At(level).ToList();
        Heading($"{title} ({incidents.Count})");
        var table = new Table().Border(TableBorder.Simple).Expand()
            .AddColumn(new TableColumn("Incident").NoWrap()).AddColumn(new TableColumn("Recorded as").Width(24))
            .AddColumn("Type").AddColumn("Reason");
        foreach (var one in incidents)
        {
            table.AddRow(one.Number, Recorded(one), Spelling.Of(one.Result.Type), one.Grounds.EscapeMarkup());
        }

        console.Write(table);
    }

    private void ShowOthers(Demo demo)
    {
        Heading($"None found ({demo.At(Level.NoneFound).Count()})");
        Line(string.Join("; ", demo.At(Level.NoneFound).Select(one => $"{one.Number} {one.Invented.RecordedAs.EscapeMarkup()}")));
        Heading($"Not screened ({demo.At(Level.NotScreened).Count()}): no narrative, or a language the packs do not cover");
        Line(string.Join("; ", demo.At(Level.NotScreened).Select(one => one.Number)));
    }

    private void ShowExample(ScreenedInvention one)
    {
        Heading($"One of them, {one.Number}: recorded as {Recorded(one)}");
        console.Write(new Panel(new Markup(NarrativeMarkup.Of(one.Incident.Narrative, one.Result.Findings))).Expand());
        foreach (var finding in one.Result.Findings)
        {
            var indicator = finding.Indicator;
            Line($"  {indicator.Strength}, {finding.Assertion}: {indicator.Title.EscapeMarkup()} [grey]({indicator.Id}; "
                + $"{indicator.Citation.Title.EscapeMarkup()})[/]");
        }

        Line($"  {one.Result.Reason.EscapeMarkup()}");
        Line($"  A reader: {one.Invented.Conclusion.EscapeMarkup()}");
    }

    private void ShowMissed(Demo demo)
    {
        Heading("Missed");
        Line($"{demo.Missed.Count} of the {demo.Indicated.Count} reports with an indication carry no code of trafficking (64A, 64B).");
    }

    private void ShowDisputed(Demo demo)
    {
        if (demo.Disputed.Count == 0) return;
        Heading($"Where a careful reader says otherwise ({demo.Disputed.Count})");
        foreach (var one in demo.Disputed)
        {
            Line($"{one.Number}: program {one.Result.Level}, reader {one.Invented.Level}. {one.Invented.Conclusion.EscapeMarkup()}");
        }
    }

    private static string Recorded(ScreenedInvention one) =>
        $"{one.Invented.RecordedAs} ({(one.Incident.Offenses is { Count: > 0 } codes ? string.Join(", ", codes) : "no code")})".EscapeMarkup();

    private void Heading(string text)
    {
        console.WriteLine();
        Line($"[bold]{text}[/]");
    }

    private void Line(FormattableString markup) => console.MarkupLine(markup.ToString(CultureInfo.InvariantCulture));

    private void Line(string markup) => console.MarkupLine(markup);
}
