using Champions.Application.Auditing;
using Champions.Application.Jobs;
using Champions.Application.Outbox;
using Champions.Application.Reminders;
using Champions.Domain.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Champions.Infrastructure.Persistence.Configurations;

internal sealed class OutboxEmailConfiguration : IEntityTypeConfiguration<OutboxEmail>
{
    public void Configure(EntityTypeBuilder<OutboxEmail> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.State).IsConcurrencyToken();
        builder.Ignore(e => e.IsSealed);
        builder.Property(e => e.DedupeKey).HasMaxLength(160);
        builder.Property(e => e.OrderKey).HasMaxLength(80);
        builder.Property(e => e.ToAddress).HasMaxLength(StaffMember.EmailMax);
        builder.Property(e => e.ToName).HasMaxLength(StaffMember.NameMax);
        builder.Property(e => e.MessageId).HasMaxLength(300);
        builder.Property(e => e.LastReply).HasMaxLength(OutboxEmail.ReplyMax);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(e => e.RecipientId).OnDelete(DeleteBehavior.Restrict);

        builder.HasIndex(e => e.DedupeKey).IsUnique();
        builder.HasIndex(e => new { e.NextTryAt, e.Priority, e.AppointmentAt }).HasFilter("\"State\" = 'Pending'");
        builder.HasIndex(e => e.LeaseUntil).HasFilter("\"State\" = 'Sending'");
        builder.HasIndex(e => new { e.OrderKey, e.SubjectVersion });
        builder.HasIndex(e => new { e.TrustId, e.State, e.QueuedAt });
    }
}

internal sealed class ReminderConfiguration : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(r => r.RecipientId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<OutboxEmail>().WithMany().HasForeignKey(r => r.OutboxEmailId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.SubjectId, r.RecipientId, r.Reason, r.DueAt }).IsUnique();
    }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.HasKey(a => new { a.Chain, a.Number });
        builder.Property(a => a.Network).HasMaxLength(AccountSession.NetworkMax);
        builder.Property(a => a.Entity).HasMaxLength(AuditEntry.EntityMax);
        builder.Property(a => a.EntityId).HasMaxLength(AuditEntry.EntityIdMax);
        builder.Property(a => a.Action).HasMaxLength(20);
        builder.Property(a => a.Hash).HasMaxLength(AuditEntry.HashBytes);
        builder.HasIndex(a => new { a.TrustId, a.At, a.Number });
        builder.HasIndex(a => a.At);
        builder.HasIndex(a => new { a.EntityId, a.At });
        builder.HasIndex(a => new { a.AccountId, a.At });
    }
}

internal sealed class AuditChainConfiguration : IEntityTypeConfiguration<AuditChain>
{
    public void Configure(EntityTypeBuilder<AuditChain> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Hash).HasMaxLength(AuditEntry.HashBytes);
        builder.Property(c => c.Mark).HasMaxLength(AuditEntry.HashBytes);
    }
}

internal sealed class AuditAnchorConfiguration : IEntityTypeConfiguration<AuditAnchor>
{
    public void Configure(EntityTypeBuilder<AuditAnchor> builder)
    {
        builder.HasKey(a => new { a.Chain, a.Day });
        builder.Property(a => a.Hash).HasMaxLength(AuditEntry.HashBytes);
        builder.Property(a => a.Mark).HasMaxLength(AuditEntry.HashBytes);
    }
}

internal sealed class JobRunConfiguration : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Job).HasMaxLength(60);
        builder.Property(r => r.Detail).HasMaxLength(JobRun.DetailMax);
        builder.HasIndex(r => new { r.Job, r.StartedAt });
    }
}

internal sealed class DataProtectionKeyConfiguration : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> builder) => builder.ToTable("DataProtectionKeys");
}
