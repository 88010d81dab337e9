using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Zukunftswerkstatt.Portal.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Aliases",
                columns: table => new
                {
                    Alias = table.Column<string>(type: "TEXT", maxLength: 767, nullable: false),
                    ItemId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Aliases", x => x.Alias);
                });

            migrationBuilder.CreateTable(
                name: "ContentItems",
                columns: table => new
                {
                    ItemId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Stamp = table.Column<long>(type: "INTEGER", nullable: false),
                    DeletedUtc = table.Column<long>(type: "INTEGER", nullable: true),
                    DeletedBy = table.Column<string>(type: "TEXT", nullable: true),
                    DeletedVersionId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentItems", x => x.ItemId);
                });

            migrationBuilder.CreateTable(
                name: "ContentReferences",
                columns: table => new
                {
                    SourceId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Published = table.Column<bool>(type: "INTEGER", nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 512, nullable: false),
                    TargetId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SourceType = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentReferences", x => new { x.SourceId, x.Published, x.Field, x.TargetId });
                });

            migrationBuilder.CreateTable(
                name: "ContentVersions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ItemId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    OriginalId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    VersionId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    DisplayText = table.Column<string>(type: "TEXT", nullable: false),
                    SortText = table.Column<string>(type: "TEXT", nullable: false),
                    Latest = table.Column<bool>(type: "INTEGER", nullable: false),
                    Published = table.Column<bool>(type: "INTEGER", nullable: false),
                    ModifiedUtc = table.Column<long>(type: "INTEGER", nullable: true),
                    PublishedUtc = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedUtc = table.Column<long>(type: "INTEGER", nullable: true),
                    Owner = table.Column<string>(type: "TEXT", nullable: true),
                    Author = table.Column<string>(type: "TEXT", nullable: true),
                    Culture = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    LocalizationSet = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentVersions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Documents",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Documents", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Facts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true),
                    AtUtc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Facts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Paths",
                columns: table => new
                {
                    Path = table.Column<string>(type: "TEXT", maxLength: 1024, nullable: false),
                    ItemId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Use = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Paths", x => x.Path);
                });

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

            migrationBuilder.CreateTable(
                name: "RegionFigures",
                columns: table => new
                {
                    Ags = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Indicator = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<decimal>(type: "TEXT", precision: 20, scale: 4, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Licence = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegionFigures", x => new { x.Ags, x.Indicator, x.Year });
                });

            migrationBuilder.CreateTable(
                name: "Regions",
                columns: table => new
                {
                    Ags = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    FullName = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Latitude = table.Column<double>(type: "REAL", nullable: true),
                    Longitude = table.Column<double>(type: "REAL", nullable: true),
                    Unincorporated = table.Column<bool>(type: "INTEGER", nullable: false),
                    ListedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    GoneSince = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Regions", x => x.Ags);
                });

            migrationBuilder.CreateTable(
                name: "Schedules",
                columns: table => new
                {
                    ItemId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PublishUtc = table.Column<long>(type: "INTEGER", nullable: true),
                    ArchiveUtc = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Schedules", x => x.ItemId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Aliases_ItemId",
                table: "Aliases",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_ContentItems_DeletedUtc",
                table: "ContentItems",
                column: "DeletedUtc");

            migrationBuilder.CreateIndex(
                name: "IX_ContentReferences_TargetId_Published_SourceType_SourceId",
                table: "ContentReferences",
                columns: new[] { "TargetId", "Published", "SourceType", "SourceId" });

            migrationBuilder.CreateIndex(
                name: "IX_ContentVersions_ItemId_Id",
                table: "ContentVersions",
                columns: new[] { "ItemId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ContentVersions_LocalizationSet",
                table: "ContentVersions",
                column: "LocalizationSet");

            migrationBuilder.CreateIndex(
                name: "IX_ContentVersions_VersionId",
                table: "ContentVersions",
                column: "VersionId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "OneLatest",
                table: "ContentVersions",
                column: "ItemId",
                unique: true,
                filter: "\"Latest\"");

            migrationBuilder.CreateIndex(
                name: "OnePublished",
                table: "ContentVersions",
                column: "ItemId",
                unique: true,
                filter: "\"Published\"");

            migrationBuilder.CreateIndex(
                name: "PublishedByDate",
                table: "ContentVersions",
                columns: new[] { "ContentType", "Culture", "PublishedUtc", "ItemId" },
                filter: "\"Published\"");

            migrationBuilder.CreateIndex(
                name: "PublishedByDateInAllCultures",
                table: "ContentVersions",
                columns: new[] { "ContentType", "PublishedUtc", "ItemId" },
                filter: "\"Published\"");

            migrationBuilder.CreateIndex(
                name: "PublishedByTitle",
                table: "ContentVersions",
                columns: new[] { "ContentType", "Culture", "SortText", "ItemId" },
                filter: "\"Published\"");

            migrationBuilder.CreateIndex(
                name: "PublishedByTitleInAllCultures",
                table: "ContentVersions",
                columns: new[] { "ContentType", "SortText", "ItemId" },
                filter: "\"Published\"");

            migrationBuilder.CreateIndex(
                name: "IX_Paths_ItemId",
                table: "Paths",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "OneCurrentPath",
                table: "Paths",
                column: "ItemId",
                unique: true,
                filter: "\"Use\" = 1");

            migrationBuilder.CreateIndex(
                name: "IX_Schedules_ArchiveUtc",
                table: "Schedules",
                column: "ArchiveUtc");

            migrationBuilder.CreateIndex(
                name: "IX_Schedules_PublishUtc",
                table: "Schedules",
                column: "PublishUtc");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Aliases");

            migrationBuilder.DropTable(
                name: "ContentItems");

            migrationBuilder.DropTable(
                name: "ContentReferences");

            migrationBuilder.DropTable(
                name: "ContentVersions");

            migrationBuilder.DropTable(
                name: "Documents");

            migrationBuilder.DropTable(
                name: "Facts");

            migrationBuilder.DropTable(
                name: "Paths");

            migrationBuilder.DropTable(
                name: "ProjectionCursors");

            migrationBuilder.DropTable(
                name: "RegionFigures");

            migrationBuilder.DropTable(
                name: "Regions");

            migrationBuilder.DropTable(
                name: "Schedules");
        }
    }
}
