using Champions.Application.Entering;

namespace Champions.Web.Access;

/// <summary>Who stands at the door with the first factor proved, and what they have to give before they come in.</summary>
public sealed class Doorstep(EnteringCookie entering, SecondFactorQueries queries)
{
    /// <summary>Null when nobody does: never did, for too long, or before the password was changed.</summary>
    public async Task<(Arrival Arrival, SecondFactorNeed Need)?> FindAsync(HttpContext context, CancellationToken cancellationToken) =>
        await entering.ReadAsync(context) is { } arrival
        && await queries.FindAsync(arrival.AccountId, cancellationToken) is { } need
        && need.Generation == arrival.Generation
            ? (arrival, need)
            : null;
}
