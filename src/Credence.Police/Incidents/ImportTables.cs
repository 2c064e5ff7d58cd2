using Credence.Incidents;
using Credence.Record.Access;
using Credence.Record.Storage;
using NpgsqlTypes;

namespace Credence.Police.Incidents;

/// <summary>The tables of an import as they are written in bulk.</summary>
internal static class ImportTables
{
    private static readonly BulkColumn[] Changing =
    [
        new("Date", NpgsqlDbType.Date), new("Offenses", NpgsqlDbType.Text), new("Location", NpgsqlDbType.Text), new("Persons", NpgsqlDbType.Text),
        new("Level", NpgsqlDbType.Integer), new("Type", NpgsqlDbType.Integer), new("Minor", NpgsqlDbType.Integer), new("Clause", NpgsqlDbType.Text),
        new("Score", NpgsqlDbType.Double), new("IsMissed", NpgsqlDbType.Boolean), new("IsRecordedAsTrafficking", NpgsqlDbType.Boolean),
        new("PackSet", NpgsqlDbType.Integer), new("Findings", NpgsqlDbType.Bytea), new("SourceRows", NpgsqlDbType.Integer),
        new("LastImport", NpgsqlDbType.Bigint), new("Facets", NpgsqlDbType.Bigint), new("ChangedAt", NpgsqlDbType.Bigint),
    ];

    /// <summary>New incidents: place, id, organization, number, agency, received, content state, and what may change.</summary>
    public static readonly BulkTable Incidents = new("incidents",
    [
        new("Row", NpgsqlDbType.Bigint), new("Id", NpgsqlDbType.Uuid), new("Organization", NpgsqlDbType.Uuid), new("Number", NpgsqlDbType.Text),
        new("Agency", NpgsqlDbType.Text), new("ReceivedAt", NpgsqlDbType.Bigint), new("Content", NpgsqlDbType.Integer), .. Changing,
    ]);

    /// <summary>Incidents that have changed: place, and what may change.</summary>
    public static readonly BulkTable ChangedIncidents = new("incidents", [new("Row", NpgsqlDbType.Bigint), .. Changing]);

    /// <summary>Incidents that came again as they were: place and import.</summary>
    public static readonly BulkTable MetIncidents = new("incidents", new("Row", NpgsqlDbType.Bigint), new("LastImport", NpgsqlDbType.Bigint));

    /// <summary>New rows.</summary>
    public static readonly BulkTable Rows = new(
        "incident_rows", new("Incident", NpgsqlDbType.Bigint), new("Organization", NpgsqlDbType.Uuid), new("Fingerprint", NpgsqlDbType.Bytea),
        new("Content", NpgsqlDbType.Bytea), new("FirstImport", NpgsqlDbType.Bigint), new("LastImport", NpgsqlDbType.Bigint));

    /// <summary>Rows that came again or hold no more.</summary>
    public static readonly BulkTable MovedRows = new(
        "incident_rows", new("Id", NpgsqlDbType.Bigint), new("LastImport", NpgsqlDbType.Bigint), new("EndedBy", NpgsqlDbType.Bigint));

    public static readonly BulkTable Problems = new(
        "import_problems", new("Organization", NpgsqlDbType.Uuid), new("Run", NpgsqlDbType.Bigint), new("Row", NpgsqlDbType.Bigint),
        new("Column", NpgsqlDbType.Text), new("Found", NpgsqlDbType.Text), new("Expected", NpgsqlDbType.Text));

    public static readonly BulkTable Runs = new(
        "imports", new("Id", NpgsqlDbType.Bigint), new("Rows", NpgsqlDbType.Bigint), new("Added", NpgsqlDbType.Bigint), new("Changed", NpgsqlDbType.Bigint),
        new("Unchanged", NpgsqlDbType.Bigint), new("Problems", NpgsqlDbType.Bigint), new("State", NpgsqlDbType.Integer), new("EndedAt", NpgsqlDbType.Bigint));

    public static object?[] Problem(OrganizationId organization, long run, RowProblem problem) =>
        [organization.Value, run, problem.Row, problem.Column, problem.Found, problem.Expected];

    public static object?[] Run(ImportRun run) =>
    [
        run.Id, run.Rows, run.Added, run.Changed, run.Unchanged, run.Problems, (int)run.State,
        run.EndedAt is { } at ? Microseconds.Of(at) : null,
    ];
}
