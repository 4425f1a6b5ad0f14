using Champions.Application.Wording;
using Champions.Domain.HelpSlots;

namespace Champions.Application.Help;

/// <summary>How far a time is from where the person works; nearer ones come first.</summary>
public enum Nearness
{
    OnMyWard,
    AtMySite,
    Elsewhere,
    Unknown,
}

/// <summary>A free time in the words of the help pages.</summary>
/// <param name="Id">The slot.</param>
/// <param name="StartsAt">Start.</param>
/// <param name="Minutes">Length.</param>
/// <param name="Champion">Who helps.</param>
/// <param name="Where">Where or how they meet.</param>
/// <param name="Nearness">Against the person's own ward.</param>
/// <param name="Knows">Systems the champion knows, by name; empty when none is noted.</param>
/// <param name="Capacity">Places in all.</param>
/// <param name="PlacesLeft">Free places, 1 or more.</param>
public sealed record HelpTime(
    HelpSlotId Id, DateTimeOffset StartsAt, int Minutes, string Champion, string Where, Nearness Nearness, string Knows, int Capacity, int PlacesLeft)
{
    internal static HelpTime From(FreeSlot slot, HelpCatalogue catalogue)
    {
        var ward = catalogue.Named(slot.WardId);
        return new HelpTime(
            slot.Id,
            slot.StartsAt,
            slot.Minutes,
            slot.Champion,
            SupportModeWords.Where(slot.Mode, ward?.Name, ward?.Site, slot.Place),
            catalogue.NearnessOf(ward),
            catalogue.NamesOf(slot.Knows),
            slot.Capacity,
            slot.Capacity - slot.Taken);
    }
}

/// <summary>A free slot as it comes out of the database; wards and systems are named afterwards, from the catalogue.</summary>
internal sealed record FreeSlot(
    HelpSlotId Id,
    DateTimeOffset StartsAt,
    int Minutes,
    string Champion,
    SupportMode Mode,
    WardId? WardId,
    string? Place,
    int Capacity,
    int Taken,
    IReadOnlyCollection<DigitalSystemId> Knows);
