using Champions.Application.Abstractions;
using Champions.Application.Outbox;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Entering;

/// <summary>Somebody says that they forgot the password of this address.</summary>
/// <param name="Email">As typed.</param>
/// <param name="Guesser">Who says so.</param>
public sealed record RequestPasswordReset(string Email, Guesser Guesser);

public sealed class RequestPasswordResetHandler(
    IChampionsDb db, IAccountsOfAllTrusts accounts, MailLimit limit, AccountEmails emails, TimeProvider clock)
{
    /// <summary>
    /// Always done, whoever asks for whomever: nobody learns from it who has an account. Both the known and the unknown address get a row
    /// and its secret; only the email is not there for the unknown one. Beyond the limit nothing is stored.
    /// </summary>
    public Task<Result<OneTimeCodeId>> HandleAsync(RequestPasswordReset command, CancellationToken cancellationToken) => db.RunAsync<OneTimeCodeId>(
        async ct =>
        {
            var now = clock.GetUtcNow();
            var normalised = Text.Normalise(command.Email);
            var account = await accounts.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.NormalisedEmail == normalised, ct);

            var isKnownDevice = account is not null && command.Guesser.DeviceOf(account.Id) is not null;

            // Before the transaction: the first seal of all makes the installation's key, which is a write of its own
            var (token, linkHash) = OneTimeLink.New();
            var code = OneTimeCode.For(CodePurpose.ResetPassword, command.Email, [], linkHash, now);
            var email = emails.PasswordReset(
                code, account ?? Account.Open(null, null, "", command.Email, Roles.None, now), $"/password/new/{token}");
            return await db.InTransactionAsync(
                async inside =>
                {
                    if (!await limit.IsReachedAsync(normalised, isKnownDevice, now, inside))
                    {
                        db.OneTimeCodes.Add(code);
                        if (account is { IsDisabled: false })
                        {
                            db.OutboxEmails.Add(email);
                        }

                        await db.SaveChangesAsync(inside);
                    }

                    return code.Id;
                },
                ct);
        },
        _ => null,
        cancellationToken);
}
