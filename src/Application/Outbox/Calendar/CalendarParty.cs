namespace Champions.Application.Outbox.Calendar;

/// <summary>A person or mailbox in a calendar message: the name shown and the bare email address.</summary>
public sealed record CalendarParty(string Name, string Address);
