namespace Champions.Domain.HelpSlots;

/// <summary>What a champion offers: when, how long, how and where, for how many.</summary>
/// <param name="StartsAt">Start, on a multiple of five minutes.</param>
/// <param name="Minutes">Length in minutes, 10 to 240 in steps of 5.</param>
/// <param name="Mode">How they meet.</param>
/// <param name="Ward">The ward of meeting; needed for <see cref="SupportMode.InPersonOnWard"/>.</param>
/// <param name="Place">Another place, or how to reach the champion; needed when they meet in person and not on a ward.</param>
/// <param name="Capacity">Places, 1 to 50.</param>
/// <param name="SeriesId">Made when the form was shown, and so the same for all times of one offer; null when it came from no form.</param>
public sealed record HelpSlotOffer(
    DateTimeOffset StartsAt,
    int Minutes,
    SupportMode Mode,
    WardId? Ward,
    string? Place,
    int Capacity,
    Guid? SeriesId);
