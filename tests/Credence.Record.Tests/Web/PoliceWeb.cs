using System.Collections.Concurrent;
using System.Net;
using Credence.Police.Storage;
using Credence.Police.Web;
using Credence.Record.Access;
using Credence.Record.SignIns;
using Credence.Record.Storage;
using Microsoft.AspNetCore.Builder;

namespace Credence.Record.Tests.Web;

/// <summary>The pages of an invented police record.</summary>
internal sealed class PoliceWeb : HostWeb
{
    // The packs are compiled once for all hosts of the suite.
    private static readonly Readers Shared = new(Testing.Cast.Packs);

    private PoliceWeb(RecordStore<PoliceContext> record, WebApplication host, IPEndPoint end, Uri address, ConcurrentQueue<string> said) : base(end, address, said, host) => Record = record;

    public RecordStore<PoliceContext> Record { get; }

    /// <param name="record">The record.</param>
    /// <param name="name">A name under which people come by TLS; null for this machine itself, without.</param>
    /// <param name="presses">How often an account may ask within a minute.</param>
    public static async Task<PoliceWeb> Start(RecordStore<PoliceContext> record, string? name = null, int presses = int.MaxValue)
    {
        var ((end, address), said) = (Ends(name), new ConcurrentQueue<string>());
        var web = new PoliceWeb(record, PoliceHost.Build(record, Shared, end, address, said.Enqueue, presses), end, address, said);
        await web.Start();
        return web;
    }

    public override Task<string?> Link(AccountId account) => new EntryLinks<PoliceContext>(Record).GiveAtHost(account, default);
}
