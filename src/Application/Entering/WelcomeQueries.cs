using AutoMapper;
using AutoMapper.QueryableExtensions;
using Champions.Application.Lists;
using Microsoft.EntityFrameworkCore;

namespace Champions.Application.Entering;

/// <summary>What somebody new is shown when they say who they are.</summary>
public sealed class WelcomeQueries(AddressBook book, IPeopleAtTheDoor door, IConfigurationProvider mapping)
{
    /// <summary>Null when the address belongs to somebody by now, or to no trust any more.</summary>
    public async Task<Welcome?> FindAsync(string address, CancellationToken cancellationToken)
    {
        var owner = await book.FindAsync(address, cancellationToken);
        if (owner is not { Account: null, Person: null, MayComeIn: true, Trust: { } trust })
        {
            return null;
        }

        var wards = await door.Wards.Where(w => w.TrustId == trust.Id && w.ClosedOn == null)
            .OrderBy(w => w.Name).ThenBy(w => w.Code)
            .ProjectTo<Choice>(mapping)
            .ToListAsync(cancellationToken);
        return new Welcome(trust.Name, wards);
    }
}

/// <param name="Trust">Name of the trust that the address's domain belongs to.</param>
/// <param name="Wards">Its open wards.</param>
public sealed record Welcome(string Trust, IReadOnlyList<Choice> Wards);
