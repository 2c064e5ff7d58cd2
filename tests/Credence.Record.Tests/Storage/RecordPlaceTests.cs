using Credence.Record.Storage;
using Npgsql;

namespace Credence.Record.Tests.Storage;

public class RecordPlaceTests
{
    [Theory]
    [InlineData("postgresql://credence@db.city.example/police", SslMode.VerifyFull)]
    [InlineData("postgresql://credence@10.1.2.3:5433/police", SslMode.VerifyFull)]
    [InlineData("postgresql://credence@localhost/police", SslMode.Prefer)]
    [InlineData("postgresql://credence@127.0.0.1/police", SslMode.Prefer)]
    public void A_server_elsewhere_is_asked_by_tls_under_its_own_name_or_not_at_all(string address, SslMode mode)
    {
        Assert.True(RecordPlace.TryParse(address, out var place));
        Assert.Equal(mode, new NpgsqlConnectionStringBuilder(Assert.IsType<RecordPlace.Server>(place).ConnectionString).SslMode);
    }

    [Theory]
    [InlineData("postgresql://credence:secret@db.city.example/police")]
    [InlineData("postgresql://credence@db.city.example/")]
    public void An_address_with_a_password_or_without_a_database_is_none(string address) => Assert.False(RecordPlace.TryParse(address, out _));
}
