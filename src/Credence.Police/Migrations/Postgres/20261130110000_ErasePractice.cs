using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Credence.Police.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ErasePractice : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Content",
                table: "practices",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "Id",
                table: "practices",
                type: "uuid",
                nullable: false,
                defaultValueSql: "gen_random_uuid()");

            // By its default each row has one of its own, whichever rows the one who migrates may see; new rows bring theirs.
            migrationBuilder.Sql("ALTER TABLE practices ALTER COLUMN \"Id\" DROP DEFAULT");

            migrationBuilder.CreateIndex(
                name: "IX_practices_Id",
                table: "practices",
                column: "Id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_practices_Id",
                table: "practices");

            migrationBuilder.DropColumn(
                name: "Content",
                table: "practices");

            migrationBuilder.DropColumn(
                name: "Id",
                table: "practices");
        }
    }
}
