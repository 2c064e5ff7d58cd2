using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Credence.Care.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddPartnerNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "partner_names",
                columns: table => new
                {
                    Organization = table.Column<Guid>(type: "uuid", nullable: false),
                    Partner = table.Column<string>(type: "text", nullable: false),
                    Called = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partner_names", x => new { x.Organization, x.Partner });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "partner_names");
        }
    }
}
