using Champions.Domain.Common;

namespace Champions.Domain.HelpSlots;

public sealed record BookingMade(TrustId TrustId, HelpSlotId HelpSlotId, BookingId BookingId) : DomainEvent(TrustId);

public sealed record BookingMoved(TrustId TrustId, HelpSlotId HelpSlotId, BookingId BookingId, HelpSlotId FromSlotId) : DomainEvent(TrustId);

public sealed record BookingCancelled(TrustId TrustId, HelpSlotId HelpSlotId, BookingId BookingId, bool ByChampion) : DomainEvent(TrustId);
