using Champions.Application.Abstractions;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Entering;

/// <summary>
/// How many emails an hour anybody may cause to one address by typing it into a public form. Counted in the database, so it holds over
/// nodes and restarts; addresses that nobody has are counted too, so the limit tells strangers nothing.
/// </summary>
public sealed class MailLimit(IChampionsDb db, IPeopleAtTheDoor door)
{
    public const int MostAnHour = 5;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Call it inside the transaction that stores the <see cref="OneTimeCode"/>, which is what is counted.</summary>
    public async Task<bool> IsReachedAsync(string normalisedEmail, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await door.HoldAddressAsync(normalisedEmail, cancellationToken);
        var since = now - Hour;
        return await db.OneTimeCodes.CountAsync(c => c.NormalisedEmail == normalisedEmail && c.MadeAt > since, cancellationToken) >= MostAnHour;
    }
}
