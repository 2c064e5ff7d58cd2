using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Credence.Police.Migrations.Sqlite
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
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "Id",
                table: "practices",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.Sql(
                """
                UPDATE practices SET "Id" = hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6))
                """);

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
