using Champions.Domain.Champions;
using Champions.Domain.Staff;
using Champions.Domain.Systems;
using Champions.Domain.Trusts;
using Champions.Domain.Wards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Champions.Infrastructure.Persistence.Configurations;

internal sealed class ChampionConfiguration : IEntityTypeConfiguration<Champion>
{
    public void Configure(EntityTypeBuilder<Champion> builder)
    {
        builder.HasOne<Trust>().WithMany().HasForeignKey(c => c.TrustId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.StaffMemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Systems).WithOne().HasForeignKey(s => s.ChampionId);
        builder.HasMany(c => c.Assignments).WithOne().HasForeignKey(a => a.ChampionId);
        builder.HasIndex(c => c.StaffMemberId).IsUnique();
        builder.HasIndex(c => new { c.TrustId, c.Status });
    }
}

internal sealed class ChampionSystemConfiguration : IEntityTypeConfiguration<ChampionSystem>
{
    public void Configure(EntityTypeBuilder<ChampionSystem> builder)
    {
        builder.HasKey(s => new { s.ChampionId, s.DigitalSystemId });
        builder.HasOne<DigitalSystem>().WithMany().HasForeignKey(s => s.DigitalSystemId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class WardAssignmentConfiguration : IEntityTypeConfiguration<WardAssignment>
{
    public void Configure(EntityTypeBuilder<WardAssignment> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Ignore(a => a.IsCalledOff);
        builder.HasOne<Ward>().WithMany().HasForeignKey(a => a.WardId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.ChampionId, a.WardId }).IsUnique()
            .HasFilter("\"Until\" IS NULL")
            .HasDatabaseName(Application.Abstractions.UniqueKeys.OpenAssignment);
        builder.HasIndex(a => new { a.TrustId, a.WardId, a.From });
    }
}
