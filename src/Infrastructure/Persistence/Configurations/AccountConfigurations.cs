using Champions.Domain.Staff;
using Champions.Domain.Trusts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Champions.Infrastructure.Persistence.Configurations;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.Property(a => a.Name).HasMaxLength(StaffMember.NameMax);
        builder.Property(a => a.Email).HasMaxLength(StaffMember.EmailMax);
        builder.Property(a => a.NormalisedEmail).HasMaxLength(StaffMember.EmailMax);
        builder.Property(a => a.PasswordHash).HasMaxLength(Account.SecretMax);
        builder.Property(a => a.AuthenticatorKey).HasMaxLength(Account.SecretMax);
        builder.HasOne<Trust>().WithMany().HasForeignKey(a => a.TrustId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(a => a.StaffMemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.RecoveryCodes).WithOne().HasForeignKey(c => c.AccountId);
        builder.HasIndex(a => a.NormalisedEmail).IsUnique();
        builder.HasIndex(a => a.StaffMemberId).IsUnique();
        builder.HasIndex(a => new { a.TrustId, a.Name });
    }
}

internal sealed class RecoveryCodeConfiguration : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("RecoveryCodes");
        builder.HasKey(c => new { c.AccountId, c.Hash });
        builder.Property(c => c.Hash).HasMaxLength(RecoveryCode.HashBytes);
    }
}

internal sealed class AccountSessionConfiguration : IEntityTypeConfiguration<AccountSession>
{
    public void Configure(EntityTypeBuilder<AccountSession> builder)
    {
        builder.Property(s => s.Device).HasMaxLength(AccountSession.DeviceMax);
        builder.Property(s => s.Network).HasMaxLength(AccountSession.NetworkMax);
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
        builder.HasIndex(s => new { s.AccountId, s.StartedAt });
        builder.HasIndex(s => s.StartedAt);
    }
}

internal sealed class OneTimeCodeConfiguration : IEntityTypeConfiguration<OneTimeCode>
{
    public void Configure(EntityTypeBuilder<OneTimeCode> builder)
    {
        builder.Property(c => c.Email).HasMaxLength(StaffMember.EmailMax);
        builder.Property(c => c.NormalisedEmail).HasMaxLength(StaffMember.EmailMax);
        builder.Property(c => c.CodeHash).HasMaxLength(OneTimeCode.HashBytes);
        builder.Property(c => c.LinkHash).HasMaxLength(OneTimeCode.HashBytes);
        builder.HasIndex(c => c.LinkHash).IsUnique();
        builder.HasIndex(c => new { c.NormalisedEmail, c.MadeAt });
        builder.HasIndex(c => c.ExpiresAt);
    }
}

internal sealed class PasskeyConfiguration : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.HasKey(p => p.CredentialId);
        builder.Property(p => p.CredentialId).HasMaxLength(Passkey.CredentialIdMax);
        builder.Property(p => p.Name).HasMaxLength(Passkey.NameMax);
        builder.Property(p => p.Transports).HasMaxLength(200);
        builder.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId);
    }
}

internal sealed class ExternalLoginConfiguration : IEntityTypeConfiguration<ExternalLogin>
{
    public void Configure(EntityTypeBuilder<ExternalLogin> builder)
    {
        builder.HasKey(l => new { l.Issuer, l.Subject });
        builder.Property(l => l.Issuer).HasMaxLength(ExternalLogin.IssuerMax);
        builder.Property(l => l.Subject).HasMaxLength(ExternalLogin.SubjectMax);
        builder.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId);
    }
}

internal sealed class SingleSignOnConfiguration : IEntityTypeConfiguration<SingleSignOn>
{
    public void Configure(EntityTypeBuilder<SingleSignOn> builder)
    {
        builder.ToTable("SingleSignOns");
        builder.Property(s => s.Name).HasMaxLength(SingleSignOn.NameMax);
        builder.Property(s => s.Issuer).HasMaxLength(SingleSignOn.IssuerMax);
        builder.Property(s => s.ClientId).HasMaxLength(SingleSignOn.ClientIdMax);
        builder.Property(s => s.ProtectedSecret).HasMaxLength(SingleSignOn.SecretMax);
        builder.Property(s => s.RequiredAcr).HasMaxLength(SingleSignOn.AcrMax);
        builder.HasOne<Trust>().WithMany().HasForeignKey(s => s.TrustId).OnDelete(DeleteBehavior.Restrict);
    }
}
