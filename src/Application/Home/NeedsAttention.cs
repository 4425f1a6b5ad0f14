namespace Champions.Application.Home;

/// <summary>What a coordinator should look at, as counts of the lists behind.</summary>
/// <param name="WardsWithNobody">Open wards without a champion today.</param>
/// <param name="FollowUpsOverdue">Open follow-ups whose day has passed.</param>
/// <param name="BookingsNotLogged">Bookings that took place and have no session yet.</param>
/// <param name="EmailsFailed">Emails that could not be delivered in the last 30 days.</param>
public sealed record NeedsAttention(int WardsWithNobody, int FollowUpsOverdue, int BookingsNotLogged, int EmailsFailed);

/// <summary>Four figures of a network.</summary>
/// <param name="Sessions">Logged in the last 30 days.</param>
/// <param name="PeopleHelped">In those sessions.</param>
/// <param name="ActiveChampions">Champions with a session in the last 60 days.</param>
/// <param name="BookingsToCome">Live bookings in the next 7 days.</param>
public sealed record NetworkFigures(int Sessions, int PeopleHelped, int ActiveChampions, int BookingsToCome);

/// <param name="Monday">First day of the week.</param>
/// <param name="Sessions">Logged for days of that week.</param>
public sealed record WeekOfSessions(DateOnly Monday, int Sessions);

/// <summary>The coordinator's home.</summary>
public sealed record CoordinatorHome(NeedsAttention Attention, NetworkFigures Figures, IReadOnlyList<WeekOfSessions> Weeks);

/// <summary>A booking in a champion's day.</summary>
public sealed record ChampionBooking(Guid Id, DateTimeOffset StartsAt, int Minutes, string BookedBy, string? Place, string? Topic);

/// <summary>A promise to keep.</summary>
public sealed record FollowUpToDo(Guid Id, DateOnly DueOn, string What);

/// <summary>The champion's home.</summary>
/// <param name="Today">Bookings of today, by time.</param>
/// <param name="ToLog">Past bookings without a session.</param>
/// <param name="FollowUps">Open follow-ups due today or earlier.</param>
public sealed record ChampionHome(IReadOnlyList<ChampionBooking> Today, IReadOnlyList<ChampionBooking> ToLog, IReadOnlyList<FollowUpToDo> FollowUps);

/// <summary>The next booking of a person, in the words of their home page.</summary>
public sealed record NextBooking(Guid Id, DateTimeOffset StartsAt, int Minutes, string Champion, string? Place);
