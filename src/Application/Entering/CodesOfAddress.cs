using Champions.Application.Abstractions;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Entering;

internal static class CodesOfAddress
{
    /// <summary>
    /// What was sent to an address lets nobody in any more once its way in has changed: whoever asked for it may be the reason. Stored with
    /// the change, by the caller; a code that is used at the same moment is read again, and found void.
    /// </summary>
    public static async Task VoidCodesAsync(this IChampionsDb db, string normalisedEmail, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var unused = await db.OneTimeCodes.Where(c => c.NormalisedEmail == normalisedEmail && c.UsedAt == null).ToListAsync(cancellationToken);
        unused.ForEach(c => c.Void(now));
    }
}
