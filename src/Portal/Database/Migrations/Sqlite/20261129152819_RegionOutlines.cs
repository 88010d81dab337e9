using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Zukunftswerkstatt.Portal.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RegionOutlines : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "RegionOutlines",
                columns: table => new
                {
                    Ags = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    Path = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegionOutlines", x => x.Ags);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RegionOutlines");
        }
    }
}
