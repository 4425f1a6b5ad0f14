using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Champions.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AuditGuards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // No version that was given out has written a trail in the earlier form, so it begins anew
            migrationBuilder.DropTable(name: "AuditEntries");
            migrationBuilder.Sql("DELETE FROM \"AuditChains\"");
            migrationBuilder.Sql("DELETE FROM \"AuditAnchors\"");

            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Chain = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    TrustId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Network = table.Column<string>(type: "TEXT", maxLength: 45, nullable: true),
                    Entity = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    EntityId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Changes = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => new { x.Chain, x.Number });
                });

            migrationBuilder.CreateIndex(name: "IX_AuditEntries_TrustId_At_Number", table: "AuditEntries", columns: new[] { "TrustId", "At", "Number" });

            migrationBuilder.CreateIndex(name: "IX_AuditEntries_At", table: "AuditEntries", column: "At");

            migrationBuilder.CreateIndex(name: "IX_AuditEntries_EntityId_At", table: "AuditEntries", columns: new[] { "EntityId", "At" });

            migrationBuilder.CreateIndex(name: "IX_AuditEntries_AccountId_At", table: "AuditEntries", columns: new[] { "AccountId", "At" });

            migrationBuilder.AddColumn<byte[]>(
                name: "Mark",
                table: "AuditChains",
                type: "BLOB",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            // REPLACE takes the row away before it puts the new one, without asking the trigger of DELETE
            migrationBuilder.Sql(
                """
                CREATE TRIGGER "AuditEntries_stay" BEFORE UPDATE ON "AuditEntries" BEGIN SELECT RAISE(ABORT, 'The audit trail is never changed.'); END;
                CREATE TRIGGER "AuditEntries_remain" BEFORE DELETE ON "AuditEntries" BEGIN SELECT RAISE(ABORT, 'The audit trail is never changed.'); END;
                CREATE TRIGGER "AuditEntries_are_new" BEFORE INSERT ON "AuditEntries" WHEN EXISTS (SELECT 1 FROM "AuditEntries" WHERE "Chain" = NEW."Chain" AND "Number" = NEW."Number")
                BEGIN SELECT RAISE(ABORT, 'The audit trail is never changed.'); END;
                CREATE TRIGGER "AuditAnchors_are_new" BEFORE INSERT ON "AuditAnchors" WHEN EXISTS (SELECT 1 FROM "AuditAnchors" WHERE "Chain" = NEW."Chain" AND "Day" = NEW."Day")
                BEGIN SELECT RAISE(ABORT, 'The audit trail is never changed.'); END;
                CREATE TRIGGER "AuditChains_are_new" BEFORE INSERT ON "AuditChains" WHEN EXISTS (SELECT 1 FROM "AuditChains" WHERE "Id" = NEW."Id")
                BEGIN SELECT RAISE(ABORT, 'The audit trail is never changed.'); END;
                CREATE TRIGGER "AuditAnchors_stay" BEFORE UPDATE ON "AuditAnchors" BEGIN SELECT RAISE(ABORT, 'The audit trail is never changed.'); END;
                CREATE TRIGGER "AuditAnchors_remain" BEFORE DELETE ON "AuditAnchors" BEGIN SELECT RAISE(ABORT, 'The audit trail is never changed.'); END;
                CREATE TRIGGER "AuditChains_grow" BEFORE UPDATE ON "AuditChains" WHEN NEW."Id" <> OLD."Id" OR NEW."Number" < OLD."Number"
                BEGIN SELECT RAISE(ABORT, 'The audit trail is never changed.'); END;
                CREATE TRIGGER "AuditChains_remain" BEFORE DELETE ON "AuditChains" BEGIN SELECT RAISE(ABORT, 'The audit trail is never changed.'); END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("The audit trail is never taken back. Restore the backup of before the migration.");
    }
}
