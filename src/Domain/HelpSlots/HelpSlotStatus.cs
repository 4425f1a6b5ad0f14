namespace Champions.Domain.HelpSlots;

public enum HelpSlotStatus
{
    Offered,
    Cancelled,
}
