using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Entering;

/// <summary>Somebody types the code they were sent.</summary>
/// <param name="Asked">The codes that this very browser asked for: any of them that still works will do, should emails come late.</param>
/// <param name="Digits">Six digits.</param>
/// <param name="Guesser">Who tries.</param>
public sealed record UseCode(IReadOnlyList<OneTimeCodeId> Asked, string Digits, Guesser Guesser);

public sealed class UseCodeHandler(
    IChampionsDb db, IAccountsOfAllTrusts accounts, AddressBook book, ICodeHash hashes, GuessLimits limits, DoorLog log, TimeProvider clock)
{
    /// <summary>A wrong code costs a try of the codes asked for in this browser, and nobody else's; and one of the network's.</summary>
    public async Task<Result<ProvedAddress>> HandleAsync(UseCode command, CancellationToken cancellationToken)
    {
        var owner = await OwnerAsync(command, cancellationToken);
        var guess = limits.TryCode(owner, command.Guesser);
        if (!guess.IsSuccess)
        {
            return log.Failed(nameof(SignInMethod.EmailCode), owner, guess.Error);
        }

        var proved = await UseAsync(command, cancellationToken);
        if (proved.IsSuccess || (proved.Error != EnteringErrors.WrongCode && proved.Error != EnteringErrors.TriesUsedUp))
        {
            guess.Value.GiveBack();
        }

        return proved.IsSuccess ? proved : log.Failed(nameof(SignInMethod.EmailCode), owner, proved.Error);
    }

    /// <summary>Whose address the codes went to; null when nobody has it.</summary>
    private Task<AccountId?> OwnerAsync(UseCode command, CancellationToken cancellationToken) =>
        (from code in db.OneTimeCodes
         where command.Asked.Contains(code.Id)
         join account in accounts.Accounts on code.NormalisedEmail equals account.NormalisedEmail
         select (AccountId?)account.Id).FirstOrDefaultAsync(cancellationToken);

    private Task<Result<ProvedAddress>> UseAsync(UseCode command, CancellationToken cancellationToken) => db.RunAsync<ProvedAddress>(
        async ct =>
        {
            var now = clock.GetUtcNow();
            var codes = await db.OneTimeCodes.Where(c => c.Purpose == CodePurpose.SignIn && command.Asked.Contains(c.Id))
                .OrderByDescending(c => c.MadeAt).ToListAsync(ct);
            if (codes.Count > 0 && !codes.Exists(c => c.IsUsable(now)))
            {
                return WhyNot(codes[0], now);
            }

            if (codes.Find(c => c.TryCode(hashes.Of(c.NormalisedEmail, command.Digits), now)) is not { } right)
            {
                await db.SaveChangesAsync(ct);
                return codes.Count > 0 && codes.TrueForAll(c => c.TriesLeft == 0) ? EnteringErrors.TriesUsedUp : EnteringErrors.WrongCode;
            }

            codes.ForEach(c => c.Void(now));
            var proved = await book.AdmitAsync(right.Email, now, ct);
            await db.SaveChangesAsync(ct);
            return proved;
        },
        _ => null,
        cancellationToken);

    private static Error WhyNot(OneTimeCode newest, DateTimeOffset now) => newest switch
    {
        { UsedAt: not null } => EnteringErrors.CodeUsed,
        { TriesLeft: 0 } => EnteringErrors.TriesUsedUp,
        _ => EnteringErrors.CodeExpired,
    };
}
