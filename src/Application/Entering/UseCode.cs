using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Entering;

/// <summary>Somebody types the code they were sent.</summary>
/// <param name="Asked">The codes that this very browser asked for: any of them that still works will do, should emails come late.</param>
/// <param name="Digits">Six digits.</param>
public sealed record UseCode(IReadOnlyList<OneTimeCodeId> Asked, string Digits);

public sealed class UseCodeHandler(IChampionsDb db, AddressBook book, ICodeHash hashes, TimeProvider clock)
{
    /// <summary>A wrong code costs a try of the codes asked for in this browser, and nobody else's.</summary>
    public Task<Result<ProvedAddress>> HandleAsync(UseCode command, CancellationToken cancellationToken) => db.RunAsync<ProvedAddress>(
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
