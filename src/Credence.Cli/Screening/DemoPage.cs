using System.Globalization;
using Credence.Screening;
using Credence.Training;
using Spectre.Console;

namespace Credence.Cli.Screening;

/// <summary>The demonstration on a terminal: two screens at most.</summary>
internal sealed class DemoPage(IAnsiConsole console)
{
    private const int MostCodes = 10;
    private const int MostKinds = 6;

    private static readonly Level[] Downwards = [.. Enum.GetValues<Level>().Reverse()];

    public void Show(Demo demo)
    {
        Line($"[black on yellow] {Demo.Invented} [/]");
        ShowMade(demo);
        ShowRecorded(demo);
        ShowExample(demo.Example);
        ShowAgreement(demo);
        Heading($"What may be done with a finding");
        foreach (var rule in UseOfFindings.Rules) Line($"- {rule.EscapeMarkup()}");
        ShowFiles(demo);
        Line($"[black on yellow] {Demo.Invented} [/]");
    }

    private void ShowMade(Demo demo)
    {
        var all = demo.Incidents.Count;
        Line($"{all:N0} invented incidents of three invented communities (seed {demo.Casebook.Seed}), screened in {demo.Elapsed.TotalSeconds:0.0} s.");
        foreach (var community in demo.Casebook.Communities)
        {
            var own = demo.Casebook.Incidents.Where(told => told.Truth.Community == community).ToList();
            var trafficking = own.Count(told => !told.Truth.Kind.IsBackground);
            Line($"  {community.Name,-14} {trafficking,5:N0} that have to do with trafficking, {own.Count - trafficking,5:N0} others, {own.Min(Year)} to {own.Max(Year)}");
        }
    }

    private void ShowRecorded(Demo demo)
    {
        Heading($"Found: {demo.At(Level.StrongIndication):N0} incidents with a strong and {demo.At(Level.PossibleIndication):N0} with a possible indication, recorded first as");
        var table = Columns("Code", "Recorded most often as", "Strong", "Possible");
        var recorded = demo.Recorded().ToList();
        foreach (var (code, words, most, some) in recorded.Take(MostCodes)) table.AddRow(code, words.EscapeMarkup(), $"{most}", $"{some}");
        var rest = recorded.Skip(MostCodes).ToList();
        table.AddRow("others", $"{rest.Count} {(rest.Count == 1 ? "code" : "codes")}", $"{rest.Sum(row => row.Strong)}", $"{rest.Sum(row => row.Possible)}");
        console.Write(table);
        Line("Each incident counts once, under the code recorded first.");
        Line($"[bold]Missed: {demo.Record.MissedIncidents:N0} incidents[/] read like trafficking, or like somebody who should be screened, and no code says so.");
    }

    private void ShowExample(ScreenedTale one)
    {
        Heading($"One of them, {one.Told.Number}: recorded as {one.Told.Truth.RecordedAs.EscapeMarkup()} ({string.Join(", ", one.Told.Reports[0].Offenses!)})");
        console.Write(new Panel(new Markup(NarrativeMarkup.Of(one.Report.Narrative, one.Deciding.Findings))).Expand());
        Line($"  {one.Deciding.Reason.EscapeMarkup()}");
        Line($"  A reader: {one.Told.Truth.Conclusion.EscapeMarkup()}");
    }

    private void ShowAgreement(Demo demo)
    {
        Heading($"The program and a careful reader, who wrote down what is true before any program read it");
        var table = Columns(["Reader says", .. Downwards.Select(level => $"Program: {Spelling.Words(level).Split(' ')[0].ToLowerInvariant()}")]);
        foreach (var reader in Downwards) table.AddRow([Spelling.Words(reader), .. Downwards.Select(program => $"{demo.Count(reader, program):N0}")]);
        console.Write(table);
        Line($"{demo.MissesFound} of {demo.Planted(Misclassification.Miss)} incidents of trafficking under another code are found. Planted too: {Faults(demo)}.");
        var differences = demo.Differences.ToList();
        var kinds = differences.CountBy(one => one.Told.Truth.Kind.Id).OrderByDescending(kind => kind.Value).ThenBy(kind => kind.Key, StringComparer.Ordinal);
        Line($"They differ on {differences.Count}, {differences.Count(one => one.DiffersByCodeAlone)} of them by a code alone; most in {string.Join(", ", kinds.Take(MostKinds).Select(kind => $"{kind.Key} {kind.Value}"))}.");
        Line("This proves nothing about real reports: the same people wrote the stories and the packs.");
    }

    private static string Faults(Demo demo) => string.Join(", ",
        from fault in Enum.GetValues<Misclassification>()
        where fault != Misclassification.Miss
        select $"{TruthCsv.Word(fault)} {demo.Planted(fault)}");

    private void ShowFiles(Demo demo)
    {
        Heading($"Written");
        foreach (var file in demo.Files) Line($"  {file.Path.EscapeMarkup(),-44} {file.What}");
        Line("A file of your own: credence screen FILE --out DIR. Why a text is what it is: credence explain TEXT.");
    }

    private static int Year(ToldIncident told) => told.Reports[0].Date!.Value.Year;

    private static Table Columns(params string[] names)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var name in names) table.AddColumn(new TableColumn(name).NoWrap());
        return table;
    }

    private void Heading(FormattableString text)
    {
        console.WriteLine();
        Line($"[bold]{text.ToString(CultureInfo.InvariantCulture)}[/]");
    }

    private void Line(FormattableString markup) => console.MarkupLine(markup.ToString(CultureInfo.InvariantCulture));

    private void Line(string markup) => console.MarkupLine(markup);
}
