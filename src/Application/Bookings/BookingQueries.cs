using AutoMapper;
using AutoMapper.QueryableExtensions;
using Champions.Application.Abstractions;
using Champions.Application.Home;
using Champions.Application.Time;
using Champions.Domain.Common;
using Champions.Domain.HelpSlots;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Bookings;

/// <summary>Bookings as their people see them: the booker their own, a champion those of their times too, a coordinator the trust's.</summary>
public sealed class BookingQueries(IChampionsDb db, TimeProvider clock, IConfigurationProvider projections)
{
    /// <summary>One page; soonest first for what is to come, newest first for what was.</summary>
    public async Task<BookingPage> ListAsync(BookingSearch search, Actor actor, CancellationToken cancellationToken)
    {
        var found = Matching(OfList(BookingInSlot.Of(db, Visible(actor)), search, actor), search);
        var total = await found.CountAsync(cancellationToken);
        var ordered = search.List is BookingList.ToCome or BookingList.Later
            ? found.OrderBy(x => x.Slot.StartsAt).ThenBy(x => x.Booking.Id)
            : found.OrderByDescending(x => x.Slot.StartsAt).ThenByDescending(x => x.Booking.Id);
        var rows = await ordered.Skip((search.Page - 1) * search.PageSize).Take(search.PageSize)
            .ProjectTo<BookingRow>(projections)
            .ToListAsync(cancellationToken);
        return new BookingPage(rows, total);
    }

    /// <summary>Null when there is no such booking or it is none of the actor's business.</summary>
    public Task<BookingDetails?> FindAsync(BookingId id, Actor actor, CancellationToken cancellationToken)
    {
        var found = BookingInSlot.Of(db, db.Bookings.Where(b => b.Id == id));
        if (!actor.IsCoordinator)
        {
            var (me, champion) = (actor.PersonId, actor.ChampionId ?? default);
            found = found.Where(x => x.Booking.BookedById == me || x.Slot.ChampionId == champion);
        }

        return found.ProjectTo<BookingDetails>(projections).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Two short lists of ids, each from an index of its own, instead of one condition over two tables.</summary>
    private IQueryable<Booking> Visible(Actor actor)
    {
        if (actor.IsCoordinator)
        {
            return db.Bookings;
        }

        var mine = db.Bookings.Where(b => b.BookedById == actor.PersonId);
        if (actor.ChampionId is not { } champion)
        {
            return mine;
        }

        var ids = mine.Select(b => b.Id).Concat(db.HelpSlots.Where(s => s.ChampionId == champion).SelectMany(s => s.Bookings).Select(b => b.Id));
        return db.Bookings.Where(b => ids.Contains(b.Id));
    }

    /// <summary>Conditions of the lists are those of the counts on the home pages, which lead here.</summary>
    private IQueryable<BookingInSlot> OfList(IQueryable<BookingInSlot> bookings, BookingSearch search, Actor actor)
    {
        var now = clock.GetUtcNow();
        var soon = now.AddDays(HomeQueries.ComingDays);
        var offered = bookings.Where(x => x.Slot.Status == HelpSlotStatus.Offered);
        return search.List switch
        {
            BookingList.ToCome when actor.IsCoordinator && search.Day is null => offered.Where(
                x => x.Slot.StartsAt > now && x.Slot.StartsAt <= soon && x.Booking.Status == BookingStatus.Booked),
            BookingList.ToCome => offered.Where(x => x.Slot.StartsAt > now && x.Booking.Status == BookingStatus.Booked),
            BookingList.Later => offered.Where(x => x.Slot.StartsAt > soon && x.Booking.Status == BookingStatus.Booked),
            BookingList.NotLogged => offered.Where(x => x.Slot.StartsAt <= now && x.Booking.Status == BookingStatus.Booked),
            BookingList.Past => offered.Where(x => x.Slot.StartsAt <= now
                && x.Booking.Status != BookingStatus.CancelledByStaff && x.Booking.Status != BookingStatus.CancelledByChampion),
            BookingList.Cancelled => bookings.Where(
                x => x.Booking.Status == BookingStatus.CancelledByStaff || x.Booking.Status == BookingStatus.CancelledByChampion),
            _ => throw new ArgumentOutOfRangeException(nameof(search), search.List, "A list without a condition."),
        };
    }

    private static IQueryable<BookingInSlot> Matching(IQueryable<BookingInSlot> bookings, BookingSearch search)
    {
        if (search.Ward is { } ward)
        {
            bookings = bookings.Where(x => x.Slot.WardId == ward);
        }

        if (search.Day is { } day)
        {
            var (from, until) = (UkCalendar.StartOfDay(day), UkCalendar.StartOfDay(day.AddDays(1)));
            bookings = bookings.Where(x => x.Slot.StartsAt >= from && x.Slot.StartsAt < until);
        }

        if (Text.Tidy(search.Name) is { } name)
        {
            // SQLite lifts only the letters of ASCII to capitals, PostgreSQL all: a name is found by either form
            var (upper, ascii) = (name.ToUpperInvariant(), string.Concat(name.Select(c => char.IsAscii(c) ? char.ToUpperInvariant(c) : c)));
            bookings = bookings.Where(x =>
                x.Champion.Name.ToUpper().Contains(upper) || x.Champion.Name.ToUpper().Contains(ascii)
                || x.Booker.Name.ToUpper().Contains(upper) || x.Booker.Name.ToUpper().Contains(ascii));
        }

        return bookings;
    }
}
