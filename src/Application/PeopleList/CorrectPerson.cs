using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Champions.Domain.Staff;

namespace Champions.Application.PeopleList;

/// <summary>Puts right what the list of people says about somebody.</summary>
/// <param name="Id">Whom it is about.</param>
/// <param name="Version">As it stood when the form was made.</param>
/// <param name="Name">As colleagues know them.</param>
/// <param name="StaffGroup">Their staff group.</param>
/// <param name="Ward">Null for those without a ward.</param>
public sealed record CorrectPerson(StaffMemberId Id, int Version, string Name, StaffGroup StaffGroup, WardId? Ward);

public sealed class CorrectPersonHandler(IChampionsDb db, IPeopleInReach reach, TimeProvider clock)
{
    /// <returns>The name of the person. The same answers sent twice are saved once.</returns>
    public Task<Result<string>> HandleAsync(CorrectPerson command, Actor actor, CancellationToken cancellationToken) => db.RunAsync<string>(
        async ct =>
        {
            var found = await reach.FindToChangeAsync(command.Id, actor, clock.GetUtcNow(), ct);
            if (!found.IsSuccess)
            {
                return found.Error;
            }

            var (person, account) = found.Value;
            if (person.Name == Text.Tidy(command.Name) && person.StaffGroup == command.StaffGroup && person.WardId == command.Ward)
            {
                return person.Name;
            }

            if (person.Version != command.Version)
            {
                return PeopleErrors.Changed;
            }

            if (!await reach.MayWorkOnAsync(person.TrustId, command.Ward, person.WardId, actor, ct))
            {
                return PeopleErrors.WardNotFound;
            }

            var corrected = person.Correct(command.Name, command.StaffGroup, command.Ward);
            if (!corrected.IsSuccess)
            {
                return corrected.Error;
            }

            account?.Rename(person.Name);
            await db.SaveChangesAsync(ct);
            return person.Name;
        },
        _ => null,
        cancellationToken);
}
