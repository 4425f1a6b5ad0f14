namespace Champions.Domain.Accounts;

/// <summary>
/// Administrator stands above coordinator, coordinator above helpdesk, helpdesk above everybody else. Being a champion is no rank: it
/// follows from the champion's status.
/// </summary>
public static class Ranks
{
    /// <summary>Roles whose holders look after the list of people.</summary>
    public const Roles LookAfterPeople = Roles.Coordinator | Roles.Administrator;

    private static readonly Roles[] FromTheTop = [Roles.Administrator, Roles.Coordinator, Roles.Helpdesk];

    /// <summary>The highest of the roles stands above the highest of theirs.</summary>
    public static bool IsAbove(this Roles own, Roles theirs) => RankOf(own) > RankOf(theirs);

    /// <summary>The roles that somebody with these may give and take: those below their own.</summary>
    public static Roles MayGive(this Roles own) => (own & LookAfterPeople) == Roles.None
        ? Roles.None
        : FromTheTop.Where(role => own.IsAbove(role)).Aggregate(Roles.None, (sum, role) => sum | role);

    private static int RankOf(Roles roles)
    {
        var place = Array.FindIndex(FromTheTop, role => (roles & role) != Roles.None);
        return place < 0 ? 0 : FromTheTop.Length - place;
    }
}
