using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Credence.Record.Storage;

/// <summary>Tells PostgreSQL on every connection who asks, so that row-level security is a second lock behind the model's filters.</summary>
internal sealed class PostgresScope : DbConnectionInterceptor
{
    public static readonly PostgresScope Instance = new();

    private const string Set = """
        SELECT set_config('credence.organization', @organization, false), set_config('credence.cases', @cases, false),
               set_config('credence.steward', @steward, false), set_config('credence.person', @person, false),
               set_config('credence.is_person', @isPerson, false)
        """;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection, eventData.Context);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Command(connection, eventData.Context);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DbCommand Command(DbConnection connection, DbContext? context)
    {
        var scope = ((RecordContext)context!).Scope;
        return connection.Command(Set)
            .Add("organization", scope.Organization.Value.ToString())
            .Add("cases", scope.SeesCases ? "on" : "off")
            .Add("steward", scope.IsSteward ? "on" : "off")
            .Add("person", scope.Person?.Value.ToString() ?? "")
            .Add("isPerson", scope.IsThePerson ? "on" : "off");
    }
}
