using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Champions.Domain.Staff;
using Champions.Domain.Wards;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Privacy;

/// <summary>A person puts right what is kept about them.</summary>
/// <param name="Version">As it stood when the form was made.</param>
/// <param name="Name">As others see it.</param>
/// <param name="StaffGroup">One of the NHS groups.</param>
/// <param name="WardId">Where they work; null for no ward in particular.</param>
public sealed record CorrectMyDetails(int Version, string Name, StaffGroup StaffGroup, WardId? WardId);

public sealed class CorrectMyDetailsHandler(IChampionsDb db)
{
    /// <summary>The same answers sent twice are saved once.</summary>
    public Task<Result<StaffMemberId>> HandleAsync(CorrectMyDetails command, Actor actor, CancellationToken cancellationToken) =>
        db.RunAsync<StaffMemberId>(
            async ct =>
            {
                var person = await db.StaffMembers.FirstOrDefaultAsync(s => s.Id == actor.PersonId, ct);
                if (person is null)
                {
                    return StaffErrors.NotFound;
                }

                if (person.Name == Text.Tidy(command.Name) && person.StaffGroup == command.StaffGroup && person.WardId == command.WardId)
                {
                    return person.Id;
                }

                if (person.Version != command.Version)
                {
                    return StaffErrors.DetailsChanged;
                }

                if (command.WardId is { } ward && ward != person.WardId && await StoppedAtAsync(ward, ct) is { } stopped)
                {
                    return stopped;
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

    /// <summary>What keeps somebody from working on a ward from now on, or null.</summary>
    private async Task<Error?> StoppedAtAsync(WardId ward, CancellationToken cancellationToken)
    {
        var found = await db.Wards.AsNoTracking().FirstOrDefaultAsync(w => w.Id == ward, cancellationToken);
        return found is null ? WardErrors.NotFound : found.ClosedOn is not null ? WardErrors.Closed : null;
    }
}
