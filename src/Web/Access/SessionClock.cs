using System.Security.Cryptography;
using Champions.Infrastructure.AcrossTrusts;

namespace Champions.Web.Access;

/// <summary>
/// When the session of a request ends by itself, for the warning on the page. No claim: form tokens hold for the claims they were made
/// with, and this changes with every request.
/// </summary>
/// <param name="UnusedSeconds">Left unless there is a further request.</param>
/// <param name="LatestSeconds">Left however much it is used.</param>
/// <param name="Owner">The same in every session of one account and of no other; tells nothing about it.</param>
public sealed record SessionClock(int UnusedSeconds, int LatestSeconds, string Owner)
{
    /// <summary>Null for somebody who is not logged in.</summary>
    public static SessionClock? Of(HttpContext context) => context.Items[typeof(SessionClock)] as SessionClock;

    internal static void Set(HttpContext context, CurrentRights rights, DateTimeOffset now) => context.Items[typeof(SessionClock)] =
        new SessionClock(Seconds(rights.Ends.Unused - now), Seconds(rights.Ends.Latest - now), OwnerOf(rights.Actor.AccountId));

    /// <summary>Rounded up, so that the page never thinks that a session is over while it is not.</summary>
    private static int Seconds(TimeSpan left) => (int)Math.Ceiling(left.TotalSeconds) + 1;

    private static string OwnerOf(AccountId account) =>
        Convert.ToHexStringLower(SHA256.HashData([.. "drafts of "u8, .. account.Value.ToByteArray()]).AsSpan(0, 12));
}
