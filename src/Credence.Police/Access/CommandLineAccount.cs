using Credence.Police.Storage;
using Credence.Record.Access;
using Credence.Record.Events;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;

namespace Credence.Police.Access;

/// <summary>What one who comes by the command line gets.</summary>
public abstract record CommandLineEntry
{
    private CommandLineEntry()
    {
    }

    /// <summary>An access as an analyst.</summary>
    /// <param name="Access">The access.</param>
    /// <param name="Founded">The accounts of a record that was made by entering, each as role and handle; empty where there was one.</param>
    public sealed record Entered(PoliceAccess Access, IReadOnlyList<(string Role, string Handle)> Founded) : CommandLineEntry;

    /// <summary>The record is new, and nobody said whose it is.</summary>
    public sealed record NewWithoutAgency : CommandLineEntry;

    /// <summary>Several agencies keep this record, or none of this name.</summary>
    public sealed record OtherAgencies(IReadOnlyList<string> Names) : CommandLineEntry;

    /// <summary>The agency has another ORI.</summary>
    public sealed record OtherOri : CommandLineEntry;

    /// <summary>The account was closed.</summary>
    public sealed record Closed : CommandLineEntry;
}

/// <summary>
/// The account of the command line: an analyst, who brings files in and neither searches nor reads the log. Whoever starts the
/// command holds the file and its keys already; the account makes the log say so.
/// </summary>
public sealed class CommandLineAccount(RecordStore<PoliceContext> record)
{
    public const string Handle = "cli";

    /// <summary>The first accounts of a record that an import makes: one who keeps it, one who confirms what that one proposes, and the command line.</summary>
    public static readonly IReadOnlyList<(string Role, string Handle)> First =
    [
        (nameof(PoliceRole.Administrator), "administrator"), (nameof(PoliceRole.Supervisor), "supervisor"), (nameof(PoliceRole.Analyst), Handle),
    ];

    private static readonly EventKind AccountOpened = new("account.opened");

    /// <summary>Enters for an agency; founds the record where it is new, with the first accounts.</summary>
    /// <param name="agency">The agency's name; null for the only one.</param>
    /// <param name="ori">Its ORI; kept when the agency is made.</param>
    /// <param name="purpose">Why.</param>
    /// <param name="cancellation">Ends the wait for the database.</param>
    public async Task<CommandLineEntry> Enter(string? agency, string? ori, Purpose purpose, CancellationToken cancellation)
    {
        try
        {
            return await Enter(await Agencies(cancellation), agency, ori, purpose, cancellation);
        }
        catch (Exception e) when (RecordFault.Of(e, record.Place) is { } fault)
        {
            throw fault;
        }
    }

    private async Task<CommandLineEntry> Enter(List<Organization> agencies, string? agency, string? ori, Purpose purpose, CancellationToken cancellation)
    {
        if (agencies.Count == 0 && string.IsNullOrWhiteSpace(agency)) return new CommandLineEntry.NewWithoutAgency();
        var founded = agencies.Count == 0 && await Founding.Of(
            record, OrganizationKind.PoliceAgency, agency!.Trim(), ori?.ToUpperInvariant(), First, cancellation);
        if (agencies.Count == 0) agencies = await Agencies(cancellation);
        var chosen = agency is null
            ? agencies
            : agencies.FindAll(one => one.Name.Equals(agency.Trim(), StringComparison.OrdinalIgnoreCase));
        if (chosen is not [var own]) return new CommandLineEntry.OtherAgencies([.. agencies.Select(one => one.Name).Order(StringComparer.Ordinal)]);
        if (ori is not null && !ori.Equals(own.Ori, StringComparison.OrdinalIgnoreCase)) return new CommandLineEntry.OtherOri();
        var account = await Account(own.Id, cancellation);
        return await new PoliceDoor(record).Enter(account, purpose, cancellation) is { } access
            ? new CommandLineEntry.Entered(access, founded ? First : [])
            : new CommandLineEntry.Closed();
    }

    private async Task<List<Organization>> Agencies(CancellationToken cancellation)
    {
        await using var rows = record.Enter(Scope.Steward);
        return await rows.Organizations.AsNoTracking().Where(row => row.Kind == OrganizationKind.PoliceAgency).ToListAsync(cancellation);
    }

    private async Task<AccountId> Account(OrganizationId agency, CancellationToken cancellation)
    {
        await using (var rows = record.Enter(Scope.Steward))
        {
            if (await rows.Everything<Account>().AsNoTracking().SingleOrDefaultAsync(row => row.Organization == agency && row.Handle == Handle, cancellation) is { } known) return known.Id;
        }

        var made = new Account { Id = new AccountId(Guid.CreateVersion7(record.Clock.GetUtcNow())), Organization = agency, Handle = Handle, Role = nameof(PoliceRole.Analyst) };
        await using var act = await record.Begin(new StewardAccess(Keeper(agency)), cancellation);
        act.Rows.Accounts.Add(made);
        act.Note(new EventDraft(AccountOpened, made.Id.Value, detail: made.Role));
        await act.Save(cancellation);
        return made.Id;
    }

    // There is no account yet that could be said to have done it.
    private static PoliceAccess Keeper(OrganizationId agency) => new(default, agency, PoliceRole.Administrator, Purpose.Of(PurposeKind.Maintenance));
}
