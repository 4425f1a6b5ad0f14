using Champions.Domain.Staff;
using Champions.Domain.Wards;

namespace Champions.Application.Entering;

/// <summary>What must be seen before anybody is signed in, whichever trust it belongs to. For the use cases of the door alone.</summary>
public interface IPeopleAtTheDoor
{
    /// <summary>Tracked.</summary>
    IQueryable<StaffMember> People { get; }

    /// <summary>To be narrowed to one trust by whoever asks; not tracked.</summary>
    IQueryable<Ward> Wards { get; }

    /// <summary>Inside a transaction: whoever asks for the same address, on any node, waits until it ends.</summary>
    Task HoldAddressAsync(string normalisedEmail, CancellationToken cancellationToken);
}
