using System;
using Credence.Record.Storage;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Credence.Care.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddReach : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "provider_reach",
                columns: table => new
                {
                    Organization = table.Column<Guid>(type: "uuid", nullable: false),
                    Telephone = table.Column<string>(type: "text", nullable: true),
                    Hours = table.Column<string>(type: "text", nullable: true),
                    Zone = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_provider_reach", x => x.Organization);
                });

            RowSecurity.Own(migrationBuilder, "provider_reach");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "provider_reach");
        }
    }
}
