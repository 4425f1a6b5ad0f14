using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Champions.Domain.Staff;
using Champions.Domain.Wards;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Privacy;

/// <summary>A person puts right what is kept about them.</summary>
/// <param name="Name">As others see it.</param>
/// <param name="StaffGroup">One of the NHS groups.</param>
/// <param name="WardId">Where they work; null for no ward in particular.</param>
public sealed record CorrectMyDetails(string Name, StaffGroup StaffGroup, WardId? WardId);

public sealed class CorrectMyDetailsHandler(IChampionsDb db)
{
    public Task<Result<StaffMemberId>> HandleAsync(CorrectMyDetails command, Actor actor, CancellationToken cancellationToken) =>
        db.RunAsync<StaffMemberId>(
            async ct =>
            {
                var person = await db.StaffMembers.FirstOrDefaultAsync(s => s.Id == actor.PersonId, ct);
                if (person is null)
                {
                    return StaffErrors.NotFound;
                }

                if (command.WardId is { } ward && !await db.Wards.AnyAsync(w => w.Id == ward, ct))
                {
                    return WardErrors.NotFound;
                }

                if (person.Correct(command.Name, command.StaffGroup, command.WardId) is { IsSuccess: false, Error: var error })
                {
                    return error!;
                }

                var account = await db.Accounts.FirstOrDefaultAsync(a => a.Id == actor.AccountId, ct);
                account?.Rename(person.Name);
                await db.SaveChangesAsync(ct);
                return person.Id;
            },
            _ => null,
            cancellationToken);
}
