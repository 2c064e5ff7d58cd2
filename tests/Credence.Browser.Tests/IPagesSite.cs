using System.Net;
using System.Net.Sockets;

namespace Credence.Browser.Tests;

/// <summary>The pages of an invented record of either side.</summary>
internal interface IPagesSite
{
    public Uri Address { get; }

    /// <summary>A link by which an account sets up its sign-in.</summary>
    public Task<Uri> Link(string handle);

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
