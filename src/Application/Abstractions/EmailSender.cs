namespace Champions.Application.Abstractions;

/// <summary>Who every email is from: configuration key <c>Email:From</c>. Also the organiser in calendar files.</summary>
/// <param name="Address">A plain address.</param>
/// <param name="Name">What people see as the sender.</param>
public sealed record EmailSender(string Address, string Name);
