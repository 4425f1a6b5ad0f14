using Champions.Domain.Staff;
using Champions.Domain.Systems;
using Champions.Domain.Trusts;
using Champions.Domain.Wards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Champions.Infrastructure.Persistence.Configurations;

internal sealed class TrustConfiguration : IEntityTypeConfiguration<Trust>
{
    public void Configure(EntityTypeBuilder<Trust> builder)
    {
        builder.Property(t => t.Code).HasMaxLength(Trust.CodeMax);
        builder.Property(t => t.OdsName).HasMaxLength(Trust.NameMax);
        builder.Property(t => t.Name).HasMaxLength(Trust.NameMax);
        builder.Property(t => t.Region).HasMaxLength(10);
        builder.Property(t => t.Icb).HasMaxLength(10);
        builder.Property(t => t.Address).HasMaxLength(400);
        builder.Property(t => t.Postcode).HasMaxLength(10);
        builder.Property(t => t.Telephone).HasMaxLength(40);
        builder.Property(t => t.NotesMonths).HasDefaultValue(Trust.DefaultMonthsKept);
        builder.Property(t => t.LeaversMonths).HasDefaultValue(Trust.DefaultMonthsKept);
        builder.HasMany(t => t.Domains).WithOne().HasForeignKey(d => d.TrustId);
        builder.HasIndex(t => t.Code).IsUnique();
    }
}

internal sealed class TrustDomainConfiguration : IEntityTypeConfiguration<TrustDomain>
{
    public void Configure(EntityTypeBuilder<TrustDomain> builder)
    {
        builder.ToTable("TrustDomains");
        builder.HasKey(d => d.Domain);
        builder.Property(d => d.Domain).HasMaxLength(TrustDomain.DomainMax);
    }
}

internal sealed class SiteConfiguration : IEntityTypeConfiguration<Site>
{
    public void Configure(EntityTypeBuilder<Site> builder)
    {
        builder.Property(s => s.Code).HasMaxLength(Site.CodeMax);
        builder.Property(s => s.OdsName).HasMaxLength(Site.NameMax);
        builder.Property(s => s.Name).HasMaxLength(Site.NameMax);
        builder.Property(s => s.Address).HasMaxLength(400);
        builder.Property(s => s.Postcode).HasMaxLength(10);
        builder.HasOne<Trust>().WithMany().HasForeignKey(s => s.TrustId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => s.Code).IsUnique();
        builder.HasIndex(s => new { s.TrustId, s.Name });
    }
}

internal sealed class WardConfiguration : IEntityTypeConfiguration<Ward>
{
    public void Configure(EntityTypeBuilder<Ward> builder)
    {
        builder.Property(w => w.Code).HasMaxLength(Ward.CodeMax);
        builder.Property(w => w.Name).HasMaxLength(Ward.NameMax);
        builder.Property(w => w.Specialty).HasMaxLength(Ward.SpecialtyMax);
        builder.HasOne<Trust>().WithMany().HasForeignKey(w => w.TrustId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Site>().WithMany().HasForeignKey(w => w.SiteId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(w => new { w.TrustId, w.Code }).IsUnique();
    }
}

internal sealed class StaffMemberConfiguration : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.Property(s => s.Name).HasMaxLength(StaffMember.NameMax);
        builder.Property(s => s.Email).HasMaxLength(StaffMember.EmailMax);
        builder.Property(s => s.NormalisedEmail).HasMaxLength(StaffMember.EmailMax);
        builder.Ignore(s => s.FirstName);
        builder.HasOne<Trust>().WithMany().HasForeignKey(s => s.TrustId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Ward>().WithMany().HasForeignKey(s => s.WardId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => s.NormalisedEmail).IsUnique();
        builder.HasIndex(s => new { s.TrustId, s.Name });
    }
}

internal sealed class DigitalSystemConfiguration : IEntityTypeConfiguration<DigitalSystem>
{
    public void Configure(EntityTypeBuilder<DigitalSystem> builder)
    {
        builder.Property(s => s.Name).HasMaxLength(DigitalSystem.NameMax);
        builder.Property(s => s.NormalisedName).HasMaxLength(DigitalSystem.NameMax);
        builder.HasOne<Trust>().WithMany().HasForeignKey(s => s.TrustId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.TrustId, s.NormalisedName }).IsUnique();
    }
}

internal sealed class SupportTopicConfiguration : IEntityTypeConfiguration<SupportTopic>
{
    public void Configure(EntityTypeBuilder<SupportTopic> builder)
    {
        builder.Property(t => t.Name).HasMaxLength(SupportTopic.NameMax);
        builder.Property(t => t.NormalisedName).HasMaxLength(SupportTopic.NameMax);
        builder.HasOne<Trust>().WithMany().HasForeignKey(t => t.TrustId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => new { t.TrustId, t.NormalisedName }).IsUnique();
    }
}
