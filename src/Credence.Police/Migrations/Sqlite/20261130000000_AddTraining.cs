using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Credence.Police.Migrations.Sqlite
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
                    Organization = table.Column<Guid>(type: "TEXT", nullable: false),
                    Officer = table.Column<Guid>(type: "TEXT", nullable: false),
                    What = table.Column<string>(type: "TEXT", nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AssignedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssignedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_practice_assignments", x => new { x.Organization, x.Officer, x.What });
                });

            migrationBuilder.CreateTable(
                name: "practices",
                columns: table => new
                {
                    Organization = table.Column<Guid>(type: "TEXT", nullable: false),
                    Officer = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<Guid>(type: "TEXT", nullable: false),
                    What = table.Column<string>(type: "TEXT", nullable: false),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Right = table.Column<int>(type: "INTEGER", nullable: false),
                    Of = table.Column<int>(type: "INTEGER", nullable: false)
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
