using System.Security.Cryptography;
using Credence.Cli.Screening;
using Credence.Incidents;
using Credence.Packs;
using Credence.Police.Access;
using Credence.Police.Incidents;
using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Keys;
using Credence.Record.Storage;
using Credence.Screening;

namespace Credence.Cli.Serving;

/// <summary>An invented police record to try the pages on: the casebook of <c>credence demo</c>, and an account for every role.</summary>
internal static class DemoRecord
{
    public const string Folder = "credence-demo-police";

    private const string Agency = "Riverton Police (invented)";
    private const int Seed = 2019;

    private static readonly IReadOnlyList<(string Role, string Handle)> Accounts =
    [
        (nameof(PoliceRole.Administrator), "admin-1"), (nameof(PoliceRole.Supervisor), "sup-1"), (nameof(PoliceRole.Investigator), "inv-1"),
        (nameof(PoliceRole.Investigator), "inv-2"), (nameof(PoliceRole.Officer), "off-1"), (nameof(PoliceRole.Analyst), "ana-1"), (nameof(PoliceRole.Auditor), "aud-1"),
        (nameof(PoliceRole.Advocate), "adv-1"),
    ];

    /// <summary>Opens it; makes it first, or goes on making it, where that is needed.</summary>
    public static async Task<RecordStore<PoliceContext>> Open(PackLibrary packs, Action<string> say, CancellationToken cancellation)
    {
        DemoFolder.Take(Folder, "credence serve --demo");
        var place = Path.Combine(Folder, "police.db");
        var record = await PoliceRecord.Open(new RecordPlace.EmbeddedFile(place), new KeyFolder($"{place}.keys"), TimeProvider.System, cancellation);
        await Founding.Of(record, OrganizationKind.PoliceAgency, Agency, null, Accounts, cancellation);
        await Fill(record, packs, say, cancellation);
        return record;
    }

    // A file that was imported before is left alone, and one that was stopped goes on.
    private static async Task Fill(RecordStore<PoliceContext> record, PackLibrary packs, Action<string> say, CancellationToken cancellation)
    {
        var casebook = CasebookCsv.Of(PackFolder.Storyteller(packs).Tell(Seed));
        var screener = Screener.From(packs);
        var entry = await new CommandLineAccount(record).Enter(Agency, null, Purpose.Of(PurposeKind.Maintenance), cancellation);
        if (entry is not CommandLineEntry.Entered { Access: var access }) throw CommandEnd.Refused($"{Folder}: found another agency, expected the invented one.");
        var file = new ImportFile(CasebookCsv.FileName, Convert.ToHexStringLower(SHA256.HashData(casebook)), () => Source(casebook));
        say("Making the invented record, or looking whether it is there …");
        await new ImportDesk(record).Import(
            access, file, new ImportScreening(screener.Screen, screener.Packs, OffenseLookup.From(packs), Environment.ProcessorCount), null, cancellation);
    }

    private static IncidentSource Source(byte[] csv) => IncidentSource.TryOpen(new MemoryStream(csv), ColumnMap.Empty, out var source, out var problem)
        ? source
        : throw new InvalidOperationException(problem.ToString());
}
