using AutoMapper;

namespace Champions.Application.Bookings;

/// <summary>Member for member: each name says which of the joined rows it comes from.</summary>
internal sealed class BookingProjections : Profile
{
    public BookingProjections()
    {
        CreateProjection<BookingInSlot, BookingRow>();
        CreateProjection<BookingInSlot, BookingDetails>();
    }
}
