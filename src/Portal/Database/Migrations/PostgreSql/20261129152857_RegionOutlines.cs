using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Zukunftswerkstatt.Portal.Database.Migrations.PostgreSql
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
                    Ags = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false, collation: "C"),
                    Path = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Source = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false, collation: "C")
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
