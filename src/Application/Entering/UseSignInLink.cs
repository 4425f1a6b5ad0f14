using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Entering;

/// <summary>Somebody presses the button behind the link they were sent, in whatever browser.</summary>
/// <param name="Token">As it stands in the address.</param>
public sealed record UseSignInLink(string Token);

public sealed class UseSignInLinkHandler(IChampionsDb db, AddressBook book, DoorLog log, TimeProvider clock)
{
    public Task<Result<ProvedAddress>> HandleAsync(UseSignInLink command, CancellationToken cancellationToken) => db.RunAsync<ProvedAddress>(
        async ct =>
        {
            var now = clock.GetUtcNow();
            var hash = OneTimeLink.HashOf(command.Token);
            var code = hash is null
                ? null
                : await db.OneTimeCodes.FirstOrDefaultAsync(c => c.LinkHash == hash && c.Purpose == CodePurpose.SignIn, ct);
            if (code is null || !code.TryLink(hash!, now))
            {
                return log.Failed(DoorLog.EmailLink, null, EnteringErrors.LinkGone);
            }

            var proved = await book.AdmitAsync(code.Email, now, ct);
            await db.SaveChangesAsync(ct);
            return proved;
        },
        _ => null,
        cancellationToken);
}
