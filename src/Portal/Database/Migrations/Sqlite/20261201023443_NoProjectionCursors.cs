using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Zukunftswerkstatt.Portal.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NoProjectionCursors : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ProjectionCursors");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ProjectionCursors",
                columns: table => new
                {
                    Projection = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    FactId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProjectionCursors", x => x.Projection);
                });
        }
    }
}
