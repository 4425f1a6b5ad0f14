using Champions.Application.Abstractions;
using Champions.Application.Outbox;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Entering;

/// <summary>Somebody says that they forgot the password of this address.</summary>
public sealed record RequestPasswordReset(string Email);

public sealed class RequestPasswordResetHandler(IChampionsDb db, IAccountsOfAllTrusts accounts, AccountEmails emails, TimeProvider clock)
{
    /// <summary>Emails that public forms send to one address within an hour, whatever they are about.</summary>
    private const int MostAnHour = 5;

    /// <summary>
    /// Always done, whoever asks for whomever: nobody learns from it who has an account. Both the known and the unknown address get a row
    /// and its secret; only the email is not there for the unknown one.
    /// </summary>
    public Task<Result<OneTimeCodeId>> HandleAsync(RequestPasswordReset command, CancellationToken cancellationToken) => db.RunAsync<OneTimeCodeId>(
        async ct =>
        {
            var now = clock.GetUtcNow();
            var normalised = Text.Normalise(command.Email);
            var since = now.AddHours(-1);
            var asked = await db.OneTimeCodes.CountAsync(c => c.NormalisedEmail == normalised && c.MadeAt > since, ct);
            var account = await accounts.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.NormalisedEmail == normalised, ct);
            var token = ResetLink.Make();
            var code = OneTimeCode.For(CodePurpose.ResetPassword, command.Email, [], ResetLink.HashOf(token)!, now);
            var email = emails.PasswordReset(
                code, account ?? Account.Open(null, null, "", command.Email, Roles.None, now), $"/password/new/{token}");
            if (asked >= MostAnHour)
            {
                return code.Id;
            }

            db.OneTimeCodes.Add(code);
            if (account is { IsDisabled: false })
            {
                db.OutboxEmails.Add(email);
            }

            await db.SaveChangesAsync(ct);
            return code.Id;
        },
        _ => null,
        cancellationToken);
}
