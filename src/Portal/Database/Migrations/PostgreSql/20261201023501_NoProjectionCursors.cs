using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Zukunftswerkstatt.Portal.Database.Migrations.PostgreSql
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
                    Projection = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    FactId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProjectionCursors", x => x.Projection);
                });
        }
    }
}
