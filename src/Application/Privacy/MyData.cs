using Champions.Domain.Staff;

namespace Champions.Application.Privacy;

/// <summary>Everything that is kept about one person, as they may see it and take it away.</summary>
public sealed record MyData
{
    public required MyDetails Details { get; init; }

    public required IReadOnlyList<MyBooking> Bookings { get; init; }

    public required IReadOnlyList<MySession> SessionsLogged { get; init; }

    public required IReadOnlyList<MyHelp> HelpReceived { get; init; }

    public required IReadOnlyList<MyFollowUp> FollowUps { get; init; }

    public required IReadOnlyList<MyAssignment> WardAssignments { get; init; }

    public required IReadOnlyList<MyEmail> Emails { get; init; }

    public required IReadOnlyList<MyDevice> Devices { get; init; }

    public required IReadOnlyList<MyWayIn> WaysIn { get; init; }
}

/// <param name="Name">As shown to others.</param>
/// <param name="Email">Work address.</param>
/// <param name="Trust">Null for an administrator who works for none.</param>
/// <param name="StaffGroup">Null for an administrator who works for no trust.</param>
/// <param name="Ward">Where the person works.</param>
/// <param name="Site">Of the ward.</param>
/// <param name="Roles">In words.</param>
/// <param name="ChampionSince">Day on which the role was agreed.</param>
public sealed record MyDetails(
    string Name, string Email, string? Trust, StaffGroup? StaffGroup, string? Ward, string? Site, IReadOnlyList<string> Roles, DateOnly? ChampionSince);

public sealed record MyBooking(DateTimeOffset StartsAt, int Minutes, string Champion, string Status, string? Topic, string? Note, string? CancelReason);

public sealed record MySession(DateOnly Day, int Minutes, int People, string Outcome, string? Note);

/// <summary>Help that a champion logged with this person's name.</summary>
public sealed record MyHelp(DateOnly Day, int Minutes, string Champion);

public sealed record MyFollowUp(DateOnly DueOn, string What, string Status, string? ClosingNote);

public sealed record MyAssignment(string Ward, DateOnly From, DateOnly? Until);

public sealed record MyEmail(DateTimeOffset QueuedAt, string About, string State);

public sealed record MyDevice(DateTimeOffset StartedAt, DateTimeOffset LastSeenAt, string Device, string Network, bool HasEnded);

/// <param name="Kind">Passkey, password, authenticator app or identity provider.</param>
/// <param name="Name">Which one.</param>
/// <param name="Since">When it was set up; null when that is not known.</param>
public sealed record MyWayIn(string Kind, string Name, DateTimeOffset? Since);

/// <param name="Notes">Whole months that free text and emails are kept.</param>
/// <param name="Leavers">Whole months that a leaver's name is kept.</param>
public sealed record MonthsKept(int Notes, int Leavers);

/// <summary>What a person may put right about themselves.</summary>
/// <param name="Name">As shown to others.</param>
/// <param name="StaffGroup">One of the NHS groups.</param>
/// <param name="Ward">Where they work, even if it has closed.</param>
/// <param name="WardName">Null for those without a ward.</param>
/// <param name="Version">As it stands.</param>
public sealed record MyCorrection(string Name, StaffGroup StaffGroup, WardId? Ward, string? WardName, int Version);
