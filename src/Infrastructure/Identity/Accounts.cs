using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Champions.Domain.Staff;
using Champions.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Champions.Infrastructure.Identity;

internal sealed class Accounts(UserManager<Account> users, ChampionsDbContext db, TimeProvider clock) : IAccounts
{
    private static readonly Account Nobody = new();
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Account>().HashPassword(Nobody, "no such person here"));

    public async Task<Result<Guid>> CreateAsync(NewAccount account, CancellationToken cancellationToken)
    {
        if (!EmailAddress.IsUsable(account.Email))
        {
            return StaffErrors.EmailNotUsable;
        }

        var row = Row(account);
        var made = account.Password is null ? await users.CreateAsync(row) : await users.CreateAsync(row, account.Password);
        if (made.Succeeded)
        {
            return row.Id;
        }

        return made.Errors.Any(e => e.Code.StartsWith("Duplicate", StringComparison.Ordinal))
            ? StaffErrors.EmailTaken
            : Error.Invalid("Account.Password", $"Use a password of at least {users.Options.Password.RequiredLength} characters that is not one character repeated.");
    }

    public async Task<SignedInAccount?> CheckPasswordAsync(string email, string password, CancellationToken cancellationToken)
    {
        var account = await users.FindByNameAsync(email);
        var hash = account?.PasswordHash ?? NobodysHash.Value;
        var verdict = users.PasswordHasher.VerifyHashedPassword(account ?? Nobody, hash, password);
        return account is { IsDisabled: false, PasswordHash: not null } && verdict != PasswordVerificationResult.Failed
            ? new SignedInAccount(account.Id, account.SecurityStamp ?? "")
            : null;
    }

    public async Task<IReadOnlyList<Guid>> CreateAllAsync(
        IReadOnlyList<NewAccount> accounts, string password, CancellationToken cancellationToken)
    {
        var hash = users.PasswordHasher.HashPassword(Nobody, password);
        var rows = accounts.Select(Row).ToList();
        rows.ForEach(row => row.PasswordHash = hash);
        db.Accounts.AddRange(rows);
        await db.SaveChangesAsync(cancellationToken);
        return [.. rows.Select(r => r.Id)];
    }

    public async Task<SignedInAccount?> FindAsync(string email, CancellationToken cancellationToken)
    {
        var normalised = users.NormalizeName(email);
        var account = await db.Accounts.AsNoTracking()
            .FirstOrDefaultAsync(a => a.NormalizedUserName == normalised && !a.IsDisabled, cancellationToken);
        return account is null ? null : new SignedInAccount(account.Id, account.SecurityStamp ?? "");
    }

    private Account Row(NewAccount account) => new()
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        UserName = account.Email.Trim(),
        NormalizedUserName = users.NormalizeName(account.Email.Trim()),
        Email = account.Email.Trim(),
        NormalizedEmail = users.NormalizeEmail(account.Email.Trim()),
        EmailConfirmed = true,
        DisplayName = account.DisplayName,
        Roles = account.Roles,
        StaffMemberId = account.StaffMemberId,
        SecurityStamp = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"),
    };
}
