using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Champions.Domain.Staff;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Entering;

/// <summary>Somebody new, who has shown that they read the emails of the address, says who they are.</summary>
/// <param name="Address">Proved. Its domain decides the trust.</param>
/// <param name="Name">As typed.</param>
/// <param name="Group">Staff group.</param>
/// <param name="Ward">Null for somebody who works on no one ward.</param>
public sealed record JoinTrust(string Address, string Name, StaffGroup Group, WardId? Ward);

public sealed class JoinTrustHandler(IChampionsDb db, AddressBook book, IPeopleAtTheDoor door, TimeProvider clock)
{
    /// <summary>The keys over addresses let one of two tabs through; the other finds the person in.</summary>
    public Task<Result<AccountId>> HandleAsync(JoinTrust command, CancellationToken cancellationToken) => db.RunAsync<AccountId>(
        async ct =>
        {
            var now = clock.GetUtcNow();
            var owner = await book.FindAsync(command.Address, ct);
            if (owner.Account is not null || owner.Person is not null)
            {
                return EnteringErrors.AlreadyIn;
            }

            if (!owner.MayComeIn || owner.Trust is not { } trust)
            {
                return EnteringErrors.NotOpen;
            }

            if (FreeText.Check(command.Name, StaffMember.NameMax, "Your name") is { } refused)
            {
                return refused;
            }

            if (command.Ward is { } ward && !await door.Wards.AnyAsync(w => w.Id == ward && w.TrustId == trust.Id && w.ClosedOn == null, ct))
            {
                return EnteringErrors.WardUnknown;
            }

            var person = StaffMember.Join(trust.Id, command.Name, command.Address, command.Group, command.Ward, now);
            if (!person.IsSuccess)
            {
                return person.Error;
            }

            var account = Account.For(person.Value, Roles.None, now);
            db.StaffMembers.Add(person.Value);
            db.Accounts.Add(account);
            await db.SaveChangesAsync(ct);
            return account.Id;
        },
        _ => null,
        cancellationToken);
}
