using Champions.Application.Abstractions;
using Champions.Application.Outbox;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Accounts;

/// <summary>What belongs to taking a passkey into use, whoever may do so: at most ten, one use of the answer, an email about it.</summary>
internal static class NewPasskey
{
    /// <summary>Adds it to the unit of work, which the caller saves.</summary>
    public static async Task<Result> TakeIntoUseAsync(
        this IChampionsDb db, Account account, Passkey made, PasskeyAnswer answer, OutboxEmail told, CancellationToken cancellationToken)
    {
        var added = account.AddPasskey(await db.Passkeys.CountAsync(p => p.AccountId == account.Id, cancellationToken));
        if (added.IsSuccess)
        {
            db.Passkeys.Add(made);
            db.OneTimeCodes.Add(answer.UsedUp(made.MadeAt));
            db.OutboxEmails.Add(told);
        }

        return added;
    }

    public static OutboxEmail PasskeyAdded(this AccountEmails emails, Account account, string device) =>
        emails.Changed(account, "A passkey was added.", device);

    /// <summary>The passkey was added by somebody else a moment ago, or the answer was used before.</summary>
    public static Error? IsTaken(string key) => key is UniqueKeys.Passkey or UniqueKeys.OneTimeCode ? PasskeyErrors.NotMade : null;
}
