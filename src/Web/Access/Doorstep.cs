using Champions.Application.Entering;

namespace Champions.Web.Access;

/// <summary>Who stands at the door with the first factor proved, and what they have to give before they come in.</summary>
public sealed class Doorstep(EnteringCookie entering, SecondFactorQueries queries)
{
    /// <summary>Null when nobody does: never did, for too long, or before the password was changed.</summary>
    public async Task<(Arrival Arrival, SecondFactorNeed Need)?> FindAsync(HttpContext context, CancellationToken cancellationToken) =>
        await entering.ReadAsync(context) is { } on
        && await queries.FindAsync(on.Arrival.AccountId, cancellationToken) is { } need
        && need.Generation == on.Generation
            ? (on.Arrival, need)
            : null;
}
