using System.Net;
using System.Net.Sockets;
using System.Text;
using Credence.Record.Handovers;

namespace Credence.Record.Tests.Handovers;

public class HandoverSenderTests
{
    [Fact]
    public async Task A_message_goes_where_it_was_agreed_and_not_where_a_host_sends_it_on()
    {
        using var host = new TcpListener(IPAddress.Loopback, 0);
        host.Start();
        var address = new Uri($"http://{host.LocalEndpoint}");
        var asked = Answer(host, $"HTTP/1.1 307 Temporary Redirect\r\nLocation: {address}elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var sender = new HandoverSender();

        var carried = await sender.Carry(address, "sealed"u8.ToArray(), default);

        Assert.Equal(Trouble.Refused, carried.Trouble);
        Assert.StartsWith($"POST /{HandoverSender.Resource} ", await asked, StringComparison.Ordinal);
        Assert.False(host.Pending());
    }

    private static async Task<string> Answer(TcpListener host, string answer)
    {
        using var client = await host.AcceptTcpClientAsync();
        var bytes = new byte[4096];
        var length = await client.GetStream().ReadAsync(bytes);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer));
        return Encoding.ASCII.GetString(bytes, 0, length);
    }
}
