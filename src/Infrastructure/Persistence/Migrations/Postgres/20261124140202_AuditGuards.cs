using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Champions.Infrastructure.Persistence.Migrations.Postgres
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
                    Chain = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    TrustId = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    Network = table.Column<string>(type: "character varying(45)", maxLength: 45, nullable: true),
                    Entity = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    EntityId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Action = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Changes = table.Column<string>(type: "text", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
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
                type: "bytea",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            // The end of a chain is changed with every row, so its page keeps room for the next form of it
            migrationBuilder.Sql(
                """
                CREATE FUNCTION audit_trail_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'The audit trail is never changed.'; END $$;
                CREATE TRIGGER "AuditEntries_stay" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEntries" FOR EACH STATEMENT EXECUTE FUNCTION audit_trail_refuses();
                CREATE TRIGGER "AuditAnchors_stay" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditAnchors" FOR EACH STATEMENT EXECUTE FUNCTION audit_trail_refuses();
                CREATE TRIGGER "AuditChains_remain" BEFORE DELETE OR TRUNCATE ON "AuditChains" FOR EACH STATEMENT EXECUTE FUNCTION audit_trail_refuses();
                CREATE TRIGGER "AuditChains_grow" BEFORE UPDATE ON "AuditChains" FOR EACH ROW
                WHEN (NEW."Id" <> OLD."Id" OR NEW."Number" < OLD."Number") EXECUTE FUNCTION audit_trail_refuses();
                ALTER TABLE "AuditChains" SET (fillfactor = 20);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("The audit trail is never taken back. Restore the backup of before the migration.");
    }
}
