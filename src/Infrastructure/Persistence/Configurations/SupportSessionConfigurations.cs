using Champions.Application.Abstractions;
using Champions.Domain.Champions;
using Champions.Domain.Common;
using Champions.Domain.FollowUps;
using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;
using Champions.Domain.SupportSessions;
using Champions.Domain.Systems;
using Champions.Domain.Wards;
using Champions.Infrastructure.Persistence.Conversions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Champions.Infrastructure.Persistence.Configurations;

internal sealed class SupportSessionConfiguration : IEntityTypeConfiguration<SupportSession>
{
    private const string Parent = "SupportSessionId";

    public void Configure(EntityTypeBuilder<SupportSession> builder)
    {
        builder.ToTable(table =>
        {
            table.HasCheckConstraint("CK_SupportSessions_Minutes", $"\"Minutes\" BETWEEN 1 AND {SupportSession.MaxMinutes}");
            table.HasCheckConstraint("CK_SupportSessions_People", $"\"People\" BETWEEN 1 AND {SupportSession.MaxPeople}");
        });
        builder.Property(s => s.Note).HasMaxLength(FreeText.NoteMax);
        builder.Ignore(s => s.Attendance);
        builder.HasOne<Champion>().WithMany().HasForeignKey(s => s.ChampionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Booking>().WithMany().HasForeignKey(s => s.BookingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Ward>().WithMany().HasForeignKey(s => s.WardId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DigitalSystem>().WithMany().HasForeignKey(s => s.DigitalSystemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Participants).WithOne().HasForeignKey(Parent);
        builder.HasMany(s => s.Topics).WithOne().HasForeignKey(Parent);
        builder.HasMany(s => s.Barriers).WithOne().HasForeignKey(Parent);
        builder.HasMany(s => s.Revisions).WithOne().HasForeignKey(Parent);

        builder.HasIndex(s => new { s.ChampionId, s.RequestKey }).IsUnique().HasDatabaseName(UniqueKeys.SessionRequestKey);
        builder.HasIndex(s => s.BookingId).IsUnique()
            .HasFilter("\"BookingId\" IS NOT NULL AND \"UndoneAt\" IS NULL").HasDatabaseName(UniqueKeys.SessionBooking);
        builder.HasIndex(s => new { s.ChampionId, s.OccurredOn });
        builder.HasIndex(s => new { s.TrustId, s.OccurredOn, s.WardId, s.Minutes });
        builder.HasIndex(s => new { s.WardId, s.OccurredOn });
    }
}

internal sealed class ParticipantConfiguration : IEntityTypeConfiguration<Participant>
{
    public void Configure(EntityTypeBuilder<Participant> builder)
    {
        builder.ToTable("Participants");
        builder.Property<SupportSessionId>("SupportSessionId");
        builder.HasKey("SupportSessionId", nameof(Participant.Position));
        builder.Property(p => p.Position).ValueGeneratedNever();
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(p => p.StaffMemberId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SessionTopicConfiguration : IEntityTypeConfiguration<SessionTopic>
{
    public void Configure(EntityTypeBuilder<SessionTopic> builder)
    {
        builder.ToTable("SessionTopics");
        builder.Property<SupportSessionId>("SupportSessionId");
        builder.HasKey("SupportSessionId", nameof(SessionTopic.SupportTopicId));
        builder.HasOne<SupportTopic>().WithMany().HasForeignKey(t => t.SupportTopicId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SessionBarrierConfiguration : IEntityTypeConfiguration<SessionBarrier>
{
    public void Configure(EntityTypeBuilder<SessionBarrier> builder)
    {
        builder.ToTable("SessionBarriers");
        builder.Property<SupportSessionId>("SupportSessionId");
        builder.HasKey("SupportSessionId", nameof(SessionBarrier.Barrier));
    }
}

internal sealed class SessionRevisionConfiguration : IEntityTypeConfiguration<SessionRevision>
{
    public void Configure(EntityTypeBuilder<SessionRevision> builder)
    {
        builder.ToTable("SessionRevisions");
        builder.Property<SupportSessionId>("SupportSessionId");
        builder.HasKey("SupportSessionId", nameof(SessionRevision.Number));
        builder.Property(r => r.Number).ValueGeneratedNever();
        builder.Property(r => r.Changes).HasConversion(new SessionChangesToJson(), SessionChangesToJson.Comparer).HasMaxLength(1000);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(r => r.ChangedById).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FollowUpConfiguration : IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<FollowUp> builder)
    {
        builder.Property(f => f.What).HasMaxLength(FreeText.NoteMax);
        builder.Property(f => f.ClosingNote).HasMaxLength(FreeText.NoteMax);
        builder.HasOne<SupportSession>().WithMany().HasForeignKey(f => f.SupportSessionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Champion>().WithMany().HasForeignKey(f => f.OwnerId).OnDelete(DeleteBehavior.Restrict);

        builder.HasIndex(f => new { f.OwnerId, f.DueOn }).HasFilter("\"Status\" = 'Open'");
        builder.HasIndex(f => new { f.TrustId, f.DueOn }).HasFilter("\"Status\" = 'Open'");
        builder.HasIndex(f => f.DueOn).HasFilter("\"Status\" = 'Open'");
    }
}
