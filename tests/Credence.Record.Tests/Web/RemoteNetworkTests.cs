using System.Net;
using Credence.Web;

namespace Credence.Record.Tests.Web;

public class RemoteNetworkTests
{
    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff")]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7")]
    public void Addresses_that_one_customer_can_change_between_are_one_place(string one, string other) =>
        Assert.Equal(RemoteNetwork.Of(IPAddress.Parse(one)), RemoteNetwork.Of(IPAddress.Parse(other)));

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1")]
    [InlineData("192.0.2.7", "192.0.2.8")]
    [InlineData("::1", "2001:db8::1")]
    public void Addresses_of_different_networks_are_different_places(string one, string other) =>
        Assert.NotEqual(RemoteNetwork.Of(IPAddress.Parse(one)), RemoteNetwork.Of(IPAddress.Parse(other)));
}
