namespace Champions.Domain.HelpSlots;

/// <summary>What the booker says.</summary>
/// <param name="System">The digital system they need help with; null when they do not say.</param>
/// <param name="Topic">What about, in a few words.</param>
/// <param name="Note">Anything else for the champion.</param>
/// <param name="RequestKey">Made when the form was shown; the same key always means the same booking.</param>
public sealed record BookingRequest(DigitalSystemId? System, string? Topic, string? Note, Guid RequestKey);
