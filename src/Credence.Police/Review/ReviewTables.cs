using Credence.Police.Incidents;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace Credence.Police.Review;

/// <summary>The tables of reviews.</summary>
internal static class ReviewTables
{
    /// <summary>Their names: every one belongs to a case.</summary>
    public static readonly string[] Names = ["reviews", "review_readers", "review_incidents", "review_turns", "readings", "review_audits"];

    public static readonly BulkTable Incidents = new(
        "review_incidents", new("Review", NpgsqlDbType.Uuid), new("Place", NpgsqlDbType.Integer), new("Organization", NpgsqlDbType.Uuid),
        new("Incident", NpgsqlDbType.Bigint), new("FirstRank", NpgsqlDbType.Integer));

    public static void Configure(ModelBuilder model)
    {
        model.Entity<RecordedReview>(table =>
        {
            table.ToTable("reviews");
            table.HasKey(row => row.Id);
            table.HasIndex(row => row.Organization);
        });
        model.Entity<RecordedReader>(table =>
        {
            table.ToTable("review_readers");
            table.HasKey(row => new { row.Review, row.Reader });
            table.HasOne<RecordedReview>().WithMany().HasForeignKey(row => row.Review).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ReviewedIncident>(table =>
        {
            table.ToTable("review_incidents");
            table.HasKey(row => new { row.Review, row.Place });
            table.HasOne<RecordedReview>().WithMany().HasForeignKey(row => row.Review).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<RecordedIncident>().WithMany().HasForeignKey(row => row.Incident).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ReadingTurn>(table =>
        {
            table.ToTable("review_turns");
            table.HasKey(row => new { row.Review, row.Place, row.Reader });
            table.HasIndex(row => new { row.Review, row.EndsAt });
            table.HasOne<ReviewedIncident>().WithMany().HasForeignKey(row => new { row.Review, row.Place }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<RecordedReading>(table =>
        {
            table.ToTable("readings");
            table.HasKey(row => row.Row);
            table.Property(row => row.Victim).HasConversion<string>();
            table.Property(row => row.Type).HasConversion<string>();
            table.HasIndex(row => new { row.Review, row.Row });
            table.HasIndex(row => new { row.Review, row.Place });
            table.HasIndex(row => new { row.Review, row.Reader, row.Id }).IsUnique();
            table.HasOne<ReviewedIncident>().WithMany().HasForeignKey(row => new { row.Review, row.Place }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<RecordedAuditStratum>(table =>
        {
            table.ToTable("review_audits");
            table.HasKey(row => row.Row);
            table.HasIndex(row => row.Review);
            table.HasOne<RecordedReview>().WithMany().HasForeignKey(row => row.Review).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
