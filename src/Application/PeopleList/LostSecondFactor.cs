using Champions.Application.Abstractions;
using Champions.Application.Entering;
using Champions.Application.Outbox;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.PeopleList;

/// <summary>
/// What becomes of an account whose second factor was lost: everything that counts as one goes, and so do linked accounts of
/// identity providers, which may count as one. Whoever is in must come in again, and the
/// person is told. What was sent to log in before is void. The password stays; where the role needs a second factor, the next log-in sets up another at the door.
/// </summary>
internal static class LostSecondFactor
{
    public static async Task<Result<SecondFactorTaken>> TakeSecondFactorAsync(
        this IChampionsDb db, IQueryable<Account> accounts, AccountId id, AccountEmails emails, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var account = await accounts.Include(a => a.RecoveryCodes).FirstAsync(a => a.Id == id, cancellationToken);
        var passkeys = await db.Passkeys.Where(p => p.AccountId == id).ToListAsync(cancellationToken);
        var links = await db.ExternalLogins.Where(l => l.AccountId == id).ToListAsync(cancellationToken);
        if (!account.HasAuthenticator && passkeys.Count + links.Count == 0)
        {
            return new SecondFactorTaken(account.Name, IsNothing: true);
        }

        account.RemoveAuthenticator();
        db.Passkeys.RemoveRange(passkeys);
        db.ExternalLogins.RemoveRange(links);
        db.OutboxEmails.Add(emails.Changed(account, "Your authenticator app, recovery codes, passkeys and linked accounts were taken out of use.", device: null));
        await db.VoidCodesAsync(account.NormalisedEmail, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new SecondFactorTaken(account.Name, IsNothing: false);
    }
}

/// <param name="Name">Of the person.</param>
/// <param name="IsNothing">There was no second factor to take away.</param>
public sealed record SecondFactorTaken(string Name, bool IsNothing);
