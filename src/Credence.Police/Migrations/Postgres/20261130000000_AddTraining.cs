using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Credence.Police.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddTraining : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "practice_assignments",
                columns: table => new
                {
                    Organization = table.Column<Guid>(type: "uuid", nullable: false),
                    Officer = table.Column<Guid>(type: "uuid", nullable: false),
                    What = table.Column<string>(type: "text", nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: false),
                    AssignedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    AssignedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_practice_assignments", x => new { x.Organization, x.Officer, x.What });
                });

            migrationBuilder.CreateTable(
                name: "practices",
                columns: table => new
                {
                    Organization = table.Column<Guid>(type: "uuid", nullable: false),
                    Officer = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<Guid>(type: "uuid", nullable: false),
                    What = table.Column<string>(type: "text", nullable: false),
                    FinishedAt = table.Column<long>(type: "bigint", nullable: false),
                    Right = table.Column<int>(type: "integer", nullable: false),
                    Of = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_practices", x => new { x.Organization, x.Officer, x.Name });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "practice_assignments");

            migrationBuilder.DropTable(
                name: "practices");
        }
    }
}
