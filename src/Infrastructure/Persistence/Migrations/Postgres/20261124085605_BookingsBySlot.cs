using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Champions.Infrastructure.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class BookingsBySlot : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Bookings_TrustId_BookedAt",
                table: "Bookings");

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_TrustId_HelpSlotId",
                table: "Bookings",
                columns: new[] { "TrustId", "HelpSlotId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Bookings_TrustId_HelpSlotId",
                table: "Bookings");

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_TrustId_BookedAt",
                table: "Bookings",
                columns: new[] { "TrustId", "BookedAt" });
        }
    }
}
