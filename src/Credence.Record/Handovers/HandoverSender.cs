using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Authentication;

namespace Credence.Record.Handovers;

/// <summary>
/// Carries envelopes over HTTP. TLS as the system checks it, no redirect (a message goes to the address that was agreed, or nowhere),
/// no cookies, no proxy, and nothing of a message in an address or a log.
/// </summary>
public sealed class HandoverSender : IDisposable
{
    /// <summary>The resource of every host.</summary>
    public const string Resource = "handover";

    /// <summary>The type of an envelope on the wire.</summary>
    public const string EnvelopeType = "application/vnd.credence.envelope";

    /// <summary>The type of a receipt on the wire.</summary>
    public const string ReceiptType = "application/vnd.credence.receipt";

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        // Null: no header that ties hosts' logs together.
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        MaxResponseHeadersLength = 16,
        SslOptions = new SslClientAuthenticationOptions { EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13 },
    })
    {
        Timeout = TimeSpan.FromSeconds(20),
        MaxResponseContentBufferSize = Receipt.Longest,
    };

    public async Task<Carried> Carry(Uri address, byte[] envelope, CancellationToken cancellation)
    {
        using var body = new ByteArrayContent(envelope);
        body.Headers.ContentType = new MediaTypeHeaderValue(EnvelopeType);
        try
        {
            using var response = await _http.PostAsync(Target(address), body, cancellation);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => new Carried(await response.Content.ReadAsByteArrayAsync(cancellation), Trouble.None),
                HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => new Carried(null, Trouble.Busy),
                _ => new Carried(null, Trouble.Refused),
            };
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConfigurationLimitExceeded)
        {
            return new Carried(null, Trouble.NoReceipt);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return new Carried(null, Trouble.Unreachable);
        }
    }

    public void Dispose() => _http.Dispose();

    private static Uri Target(Uri address) => new(address.AbsoluteUri.EndsWith('/') ? address : new Uri($"{address.AbsoluteUri}/"), Resource);
}
