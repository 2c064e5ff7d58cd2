using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Credence.Web;

/// <summary>Where a request comes from, as limits count it.</summary>
public static class RemoteNetwork
{
    // Whoever has one address of IPv6 has the 2^64 beside it (RFC 6177).
    private const int NetworkBytes = 8;

    /// <summary>The address of IPv4; of IPv6 the network, in which one customer may change addresses at will.</summary>
    public static string Of(HttpContext context) => Of(context.Connection.RemoteIpAddress);

    /// <inheritdoc cref="Of(HttpContext)"/>
    public static string Of(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => new IPAddress([.. address.GetAddressBytes().Take(NetworkBytes), .. new byte[NetworkBytes]]).ToString(),
        _ => address.ToString(),
    };
}
