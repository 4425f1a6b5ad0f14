using Champions.Application.Abstractions;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Entering;

/// <summary>
/// How many emails an hour anybody may cause to one address by typing it into a public form. Counted in the database, so it holds over
/// nodes and restarts; addresses that nobody has are counted too, so the limit tells strangers nothing. What was used does not count, and a
/// browser in which the person has come in before may go on beyond what strangers use up: they keep nobody from logging in.
/// </summary>
public sealed class MailLimit(IChampionsDb db, IPeopleAtTheDoor door)
{
    public const int MostAnHour = 5;

    /// <summary>As many again for the person's own devices.</summary>
    public const int MostAnHourWithKnownDevice = 10;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Call it inside the transaction that stores the <see cref="OneTimeCode"/>, which is what is counted.</summary>
    /// <param name="normalisedEmail">Where the email would go.</param>
    /// <param name="isKnownDevice">The account of the address, if any, was used in the browser that asks.</param>
    /// <param name="now">Instant of asking.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<bool> IsReachedAsync(string normalisedEmail, bool isKnownDevice, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await door.HoldAddressAsync(normalisedEmail, cancellationToken);
        var since = now - Hour;
        var sent = await db.OneTimeCodes.CountAsync(
            c => c.NormalisedEmail == normalisedEmail && c.MadeAt > since && c.UsedAt == null, cancellationToken);
        return sent >= (isKnownDevice ? MostAnHourWithKnownDevice : MostAnHour);
    }
}
