using Champions.Application.Lists;
using Champions.Domain.HelpSlots;

namespace Champions.Application.SupportSessions;

/// <summary>What the log form and the filters offer, all of one trust and in reading order.</summary>
/// <param name="Wards">Closed ones too: sessions were held there.</param>
/// <param name="Systems">The trust's catalogue.</param>
/// <param name="Topics">In the trust's own order.</param>
/// <param name="Champions">For coordinators only.</param>
public sealed record SessionChoices(
    IReadOnlyList<WardChoice> Wards, IReadOnlyList<Choice> Systems, IReadOnlyList<Choice> Topics, IReadOnlyList<Choice> Champions)
{
    public static SessionChoices None { get; } = new([], [], [], []);
}

/// <param name="Id">The ward.</param>
/// <param name="Name">With its code, as in "Maple Ward (7B)".</param>
/// <param name="IsClosed">No longer offered on the log form.</param>
public sealed record WardChoice(Guid Id, string Name, bool IsClosed);

/// <summary>What a champion most likely answers: what they answered last time, else where and with what they work.</summary>
public sealed record SessionDefaults(WardId? Ward, DigitalSystemId? System, SupportMode Mode);

/// <summary>A booking whose session is about to be logged.</summary>
/// <param name="Id">The booking.</param>
/// <param name="ChampionId">Whose time it was.</param>
/// <param name="Champion">Their name.</param>
/// <param name="StartsAt">When it began.</param>
/// <param name="Minutes">How long it was to take.</param>
/// <param name="Mode">How they were to meet.</param>
/// <param name="Ward">Where they were to meet, else where the booker works.</param>
/// <param name="System">What it was about, if said.</param>
/// <param name="BookedBy">Who booked.</param>
/// <param name="BookedByEmail">Their work email.</param>
/// <param name="Topic">In the booker's words.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Session">The session that was logged for it, if any.</param>
public sealed record BookingToLog(
    BookingId Id,
    ChampionId ChampionId,
    string Champion,
    DateTimeOffset StartsAt,
    int Minutes,
    SupportMode Mode,
    WardId? Ward,
    DigitalSystemId? System,
    string BookedBy,
    string BookedByEmail,
    string? Topic,
    BookingStatus Status,
    SupportSessionId? Session);
