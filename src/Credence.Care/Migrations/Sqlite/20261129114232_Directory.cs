using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Credence.Care.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Directory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "directory_entries",
                columns: table => new
                {
                    Row = table.Column<Guid>(type: "TEXT", nullable: false),
                    Table = table.Column<string>(type: "TEXT", nullable: false),
                    EntryId = table.Column<string>(type: "TEXT", nullable: true),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    IsLoose = table.Column<bool>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    OrganizationId = table.Column<string>(type: "TEXT", nullable: true),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    Terms = table.Column<string>(type: "TEXT", nullable: false),
                    Import = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    GoneAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_entries", x => x.Row);
                });

            migrationBuilder.CreateTable(
                name: "directory_keepers",
                columns: table => new
                {
                    Listed = table.Column<string>(type: "TEXT", nullable: false),
                    Organization = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_keepers", x => x.Listed);
                });

            migrationBuilder.CreateTable(
                name: "service_notes",
                columns: table => new
                {
                    Service = table.Column<string>(type: "TEXT", nullable: false),
                    Capacity = table.Column<string>(type: "TEXT", nullable: false),
                    CapacityAt = table.Column<long>(type: "INTEGER", nullable: true),
                    VerifiedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    VerifiedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsConfidential = table.Column<bool>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_service_notes", x => x.Service);
                });

            migrationBuilder.CreateIndex(
                name: "IX_directory_entries_OrganizationId",
                table: "directory_entries",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_directory_entries_Source_IsLoose",
                table: "directory_entries",
                columns: new[] { "Source", "IsLoose" });

            migrationBuilder.CreateIndex(
                name: "IX_directory_entries_Table_EntryId",
                table: "directory_entries",
                columns: new[] { "Table", "EntryId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "directory_entries");

            migrationBuilder.DropTable(
                name: "directory_keepers");

            migrationBuilder.DropTable(
                name: "service_notes");
        }
    }
}
