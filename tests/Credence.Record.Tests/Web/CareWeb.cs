using System.Collections.Concurrent;
using System.Net;
using Credence.Care.Storage;
using Credence.Care.Web;
using Credence.Record.Access;
using Credence.Record.SignIns;
using Credence.Record.Storage;
using Microsoft.AspNetCore.Builder;

namespace Credence.Record.Tests.Web;

/// <summary>The pages of an invented service record.</summary>
internal sealed class CareWeb : HostWeb
{
    private CareWeb(RecordStore<CareContext> record, WebApplication host, IPEndPoint end, Uri address, ConcurrentQueue<string> said) : base(end, address, said, host) => Record = record;

    public RecordStore<CareContext> Record { get; }

    /// <param name="record">The record.</param>
    public static async Task<CareWeb> Start(RecordStore<CareContext> record)
    {
        var ((end, address), said) = (Ends(null), new ConcurrentQueue<string>());
        var web = new CareWeb(record, CareHost.Build(record, Testing.Cast.Packs, end, address, said.Enqueue, int.MaxValue), end, address, said);
        await web.Start();
        return web;
    }

    public override Task<string?> Link(AccountId account) => new EntryLinks<CareContext>(Record).GiveAtHost(account, default);
}
