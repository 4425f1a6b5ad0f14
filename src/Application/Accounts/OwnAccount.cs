using Champions.Application.Abstractions;

namespace Champions.Application.Accounts;

internal static class OwnAccount
{
    /// <summary>
    /// Whether the person has proved just now that it is them, before they change how they get in: with the second factor when they have
    /// one, because the first alone would let a thief take it away. What was proved before the sessions ended proves nothing any more, also
    /// for a request that was on its way at that moment: ask inside the transaction that changes the account.
    /// </summary>
    public static bool IsFresh(this Account account, Actor actor, DateTimeOffset now) =>
        account.SessionGeneration == actor.Generation
        && (account.HasAuthenticator || account.MustHaveSecondFactor ? actor.HasFreshSecondFactor(now) : actor.HasJustProved(now));
}
