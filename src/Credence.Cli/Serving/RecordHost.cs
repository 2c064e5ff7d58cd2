using System.CommandLine;
using System.Net;
using Credence.Cli.Record;
using Credence.Record.Storage;
using Microsoft.AspNetCore.Builder;

namespace Credence.Cli.Serving;

/// <summary>What serving is for either record: its place, the first links, and waiting until it is stopped.</summary>
internal static class RecordHost
{
    public static readonly Option<string?> Place = new("--record")
    {
        Description = "The record: a file of its own, or postgresql://user@host:port/database (the password from PGPASSWORD or a .pgpass file)",
        HelpName = "PLACE",
    };

    public static readonly Option<string[]> Link = new("--link")
    {
        Description = "Also print a link for this account, which puts new keys in the place of its old ones; whoever starts this command holds all keys of the record already",
        HelpName = "HANDLE",
    };

    /// <summary>The place of a record of this side; refused if it is of the other.</summary>
    public static async Task<string> PlaceOf(ParseResult parsed, string side, CancellationToken cancellation)
    {
        var place = parsed.GetValue(Place)!;
        return await OpenRecord.SideAt(RecordOptions.PlaceOf(place), cancellation) == side ? place
            : throw CommandEnd.Refused(side == "police"
                ? $"{RecordOptions.PlaceOf(place)}: found a record of the service side, expected one of police."
                : $"{RecordOptions.PlaceOf(place)}: found a record of police, expected one of the service side.");
    }

    /// <summary>Runs a host until it is stopped.</summary>
    public static async Task<int> Run<TContext>(
        ParseResult parsed, RecordStore<TContext> record, WebApplication host, string title, IPEndPoint end, Uri address, bool linksForAll, CancellationToken cancellation)
        where TContext : RecordContext
    {
        await Listening.Start(host, end, cancellation);
        var output = parsed.InvocationConfiguration.Output;
        output.WriteLine($"The pages of the {title}: {address}");
        foreach (var (handle, role, token) in await EntryLinksAtHost.Of(record, parsed.GetValue(Link) ?? [], everybody: linksForAll, cancellation))
            output.WriteLine($"To sign in first as {handle} ({role}): {new Uri(address, $"/entry/{token}")}");
        output.WriteLine("Ctrl+C ends it.");
        output.Flush();
        await Listening.UntilStopped(host, cancellation);
        record.Witness();
        return ExitCode.Interrupted;
    }
}
