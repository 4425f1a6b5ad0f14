using Champions.Application.Abstractions;
using Champions.Domain.HelpSlots;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Help;

/// <summary>What "free" means, in one place for every list of times.</summary>
internal static class FreeSlots
{
    /// <summary>Offered, not started, with a place left, and not the person's own or already theirs.</summary>
    public static IQueryable<HelpSlot> FreeFor(this IChampionsDb db, StaffMemberId person, DateTimeOffset now) =>
        db.HelpSlots.AsNoTracking().Where(s =>
            s.Status == HelpSlotStatus.Offered
            && s.StartsAt > now
            && s.PersonId != person
            && s.Bookings.Count(b => b.Status != BookingStatus.CancelledByStaff && b.Status != BookingStatus.CancelledByChampion) < s.Capacity
            && (s.Capacity == 1
                || !s.Bookings.Any(b => b.Status != BookingStatus.CancelledByStaff && b.Status != BookingStatus.CancelledByChampion && b.BookedById == person)));

    public static IQueryable<HelpSlot> OnWard(this IQueryable<HelpSlot> slots, WardId? ward) =>
        ward is { } id ? slots.Where(s => s.WardId == id) : slots;

    /// <summary>Only times of champions who know the system.</summary>
    public static IQueryable<HelpSlot> Knowing(this IQueryable<HelpSlot> slots, IChampionsDb db, DigitalSystemId? system) =>
        system is { } id ? slots.Where(s => db.ChampionSystems.Any(k => k.ChampionId == s.ChampionId && k.DigitalSystemId == id)) : slots;

    /// <summary>Cut the slots to length before: one row comes back for each system a champion knows.</summary>
    public static IQueryable<FreeSlot> AsRows(this IQueryable<HelpSlot> slots, IChampionsDb db) =>
        slots.Select(s => new FreeSlot(
            s.Id,
            s.StartsAt,
            s.Minutes,
            db.StaffMembers.First(p => p.Id == s.PersonId).Name,
            s.Mode,
            s.WardId,
            s.Place,
            s.Capacity,
            s.Bookings.Count(b => b.Status != BookingStatus.CancelledByStaff && b.Status != BookingStatus.CancelledByChampion),
            db.ChampionSystems.Where(k => k.ChampionId == s.ChampionId).Select(k => k.DigitalSystemId).ToList()));
}
