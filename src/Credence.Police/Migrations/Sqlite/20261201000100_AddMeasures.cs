using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Credence.Police.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddMeasures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Facets",
                table: "incidents",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_incidents_arrested",
                table: "incidents",
                columns: new[] { "Organization", "Facets" },
                filter: "(\"Facets\" & 524288) <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_incidents_measured",
                table: "incidents",
                columns: new[] { "Organization", "Facets" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_incidents_arrested",
                table: "incidents");

            migrationBuilder.DropIndex(
                name: "IX_incidents_measured",
                table: "incidents");

            migrationBuilder.DropColumn(
                name: "Facets",
                table: "incidents");
        }
    }
}
