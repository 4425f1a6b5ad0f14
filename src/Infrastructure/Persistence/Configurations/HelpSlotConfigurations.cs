using Champions.Application.Abstractions;
using Champions.Domain.Champions;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;
using Champions.Domain.Systems;
using Champions.Domain.Wards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Champions.Infrastructure.Persistence.Configurations;

internal sealed class HelpSlotConfiguration : IEntityTypeConfiguration<HelpSlot>
{
    public void Configure(EntityTypeBuilder<HelpSlot> builder)
    {
        builder.ToTable(table =>
        {
            table.HasCheckConstraint(
                "CK_HelpSlots_Minutes", $"\"Minutes\" BETWEEN {HelpSlot.MinMinutes} AND {HelpSlot.MaxMinutes} AND \"Minutes\" % 5 = 0");
            table.HasCheckConstraint("CK_HelpSlots_Capacity", $"\"Capacity\" BETWEEN 1 AND {HelpSlot.MaxCapacity}");
        });
        builder.Property(s => s.Place).HasMaxLength(HelpSlot.PlaceMax);
        builder.Property(s => s.CancelReason).HasMaxLength(HelpSlot.ReasonMax);
        builder.Ignore(s => s.EndsAt);
        builder.Ignore(s => s.SeatsTaken);
        builder.HasOne<Champion>().WithMany().HasForeignKey(s => s.ChampionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Ward>().WithMany().HasForeignKey(s => s.WardId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Bookings).WithOne().HasForeignKey(b => b.HelpSlotId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Claims).WithOne().HasForeignKey(c => c.HelpSlotId).OnDelete(DeleteBehavior.Cascade);

        // Finding free times, a champion's day list, the reminder sweep.
        builder.HasIndex(s => new { s.TrustId, s.StartsAt }).HasFilter("\"Status\" = 'Offered'");
        builder.HasIndex(s => new { s.ChampionId, s.StartsAt });
        builder.HasIndex(s => s.StartsAt).HasFilter("\"Status\" = 'Offered'");
    }
}

internal sealed class BookingConfiguration : IEntityTypeConfiguration<Booking>
{
    private const string Live = "\"Status\" NOT IN ('CancelledByStaff', 'CancelledByChampion')";

    public void Configure(EntityTypeBuilder<Booking> builder)
    {
        builder.ToTable(table => table.HasCheckConstraint("CK_Bookings_Seat", $"\"Seat\" BETWEEN 1 AND {HelpSlot.MaxCapacity}"));
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Topic).HasMaxLength(Booking.TopicMax);
        builder.Property(b => b.Note).HasMaxLength(FreeText.NoteMax);
        builder.Property(b => b.CancelReason).HasMaxLength(HelpSlot.ReasonMax);
        builder.Ignore(b => b.IsLive);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(b => b.BookedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DigitalSystem>().WithMany().HasForeignKey(b => b.DigitalSystemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(b => b.Claims).WithOne().HasForeignKey(c => c.BookingId).OnDelete(DeleteBehavior.Cascade);

        builder.HasIndex(b => new { b.HelpSlotId, b.Seat }).IsUnique().HasFilter(Live).HasDatabaseName(UniqueKeys.Seat);
        builder.HasIndex(b => b.RequestKey).IsUnique().HasDatabaseName(UniqueKeys.BookingRequestKey);
        builder.HasIndex(b => new { b.BookedById, b.BookedAt });

        // Every read names the trust. With the slot beside it SQLite, which keeps no statistics, takes this index for the bookings of a slot;
        // without, it walked through all bookings of the trust for each slot.
        builder.HasIndex(b => new { b.TrustId, b.HelpSlotId });
    }
}

internal sealed class TimeClaimConfiguration : IEntityTypeConfiguration<TimeClaim>
{
    public void Configure(EntityTypeBuilder<TimeClaim> builder)
    {
        builder.ToTable(table => table.HasCheckConstraint(
            "CK_TimeClaims_Owner", "(\"HelpSlotId\" IS NULL) <> (\"BookingId\" IS NULL)"));
        builder.HasKey(c => new { c.PersonId, c.Quantum }).HasName(UniqueKeys.TimeClaim);
        builder.Property(c => c.Quantum).ValueGeneratedNever();
        builder.HasIndex(c => c.HelpSlotId).HasFilter("\"HelpSlotId\" IS NOT NULL");
        builder.HasIndex(c => c.BookingId).HasFilter("\"BookingId\" IS NOT NULL");
        builder.HasIndex(c => c.Quantum);
    }
}
