using System.Globalization;
using System.Text;
using Credence.Cli.Screening;
using Credence.Incidents;
using Credence.Testing;

namespace Credence.Browser.Tests.Reports;

/// <summary>A report of the casebook, repeated, with what else a test puts in; removed when it is done.</summary>
internal sealed class InventedReport : IDisposable
{
    public const string Notice = "INVENTED. No person, place or event here is real.";

    private readonly string _folder = Directory.CreateTempSubdirectory("credence-report-").FullName;

    public InventedReport(int times = 3, string more = "", bool redact = false, string purpose = "a test", string name = "invented.csv")
    {
        var file = System.IO.Path.Combine(_folder, name);
        File.WriteAllText(file, Csv(times) + more);
        var options = new ScreenOptions { Files = [file], Out = _folder, Purpose = purpose, Notice = Notice, Redact = redact };
        new ScreenRun(options, Cast.Screener.Screen, Cast.Screener.Packs, Progress.To(TextWriter.Null))
        {
            Offenses = OffenseLookup.From(Cast.Packs),
        }.Execute(TestContext.Current.CancellationToken);
    }

    public string Url => new Uri(System.IO.Path.Combine(_folder, OutputFolder.Report)).AbsoluteUri;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Csv(int times)
    {
        var text = new StringBuilder("incident_number,incident_date,nibrs_code,narrative\n");
        for (var time = 0; time < times; time++)
            foreach (var incident in Cast.Casebook.Incidents.Select(invented => invented.Incident))
                text.Append(CultureInfo.InvariantCulture, $"{incident.Number}-{time},{incident.Date!.Value.AddMonths(-time):yyyy-MM-dd},")
                    .Append(CultureInfo.InvariantCulture, $"{string.Join("; ", incident.Offenses!)},\"{incident.Narrative.Text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n");
        return text.ToString();
    }
}
