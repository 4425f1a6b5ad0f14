using Champions.Application.Abstractions;

namespace Champions.Web.Tests.Access;

/// <summary>
/// What to put in the place of route values. One line serves every address that begins with its route; the longest wins. A page
/// with a route value and no line fails the matrix.
/// </summary>
internal static class Samples
{
    public const Roles Everybody = Roles.Staff | Roles.Champion | Roles.Coordinator | Roles.Helpdesk | Roles.Administrator;

    public static IReadOnlyList<Sample> All { get; } =
    [
        new("/status/{code}", _ => ["404"], Answer: 404),
        new("/sign-in/code", _ => [], Answer: 303),
        new("/sign-in/welcome", _ => [], Answer: 303),
        new("/sign-in/link/{token}", _ => ["no-such-token"], Answer: 410),

        // Nobody stands at the door; there is an administrator; nobody has an app
        new("/sign-in/second-factor", _ => [], Answer: 303),
        new("/password/new/{token}", _ => ["nobodys"], Answer: 404),
        new("/set-up", _ => [], Answer: 404),
        new("/account/security/stop-app", _ => [], Answer: 303),
        new("/account/security/recovery-codes", _ => [], Answer: 303),

        new("/wards/{id}", rows => [rows.Trust.Ward.Id.Value]),
        new("/wards/{id}/assignments/{assignmentId}", rows => [rows.Trust.Ward.Id.Value, rows.Assignment.Id.Value]),
        new("/champions/{id}", rows => [rows.Trust.Champion.Id.Value]),

        new("/admin/trusts/{id}", rows => [rows.Trust.Trust.Id.Value], OfNoTrust: true),
        new("/admin/trusts/{trustId}/retention", rows => [rows.Trust.Trust.Id.Value], OfNoTrust: true),
        new("/admin/trusts/{trustId}/single-sign-on", rows => [rows.Trust.Trust.Id.Value], OfNoTrust: true),
        new("/admin/trusts/{trustId}/single-sign-on/{id}", rows => [rows.Trust.Trust.Id.Value, rows.SingleSignOn.Id.Value], OfNoTrust: true),

        // The provider of the sample answers nobody, and nobody has asked it
        new("/sign-in/single-sign-on/{id}", rows => [rows.SingleSignOn.Id.Value], Answer: 503),
        new("/sign-in/single-sign-on/{id}/return", rows => [rows.SingleSignOn.Id.Value], Answer: 400),
        new("/sign-in/single-sign-on/link", _ => [], Answer: 303),
        new("/admin/people/{id}", rows => [rows.Trust.Colleague.Id.Value], Across: Roles.Administrator),

        // Another administrator's: there is none
        new("/admin/administrators/{id}/second-factor", rows => [rows.Trust.Colleague.Id.Value], Answer: 404, OfNoTrust: true),
        new("/admin/wards/{id}", rows => [rows.Trust.OtherWard.Id.Value]),
        new("/slots/{id}", rows => [rows.FreeSlot.Id.Value]),
        new("/slots/offered/{key}", rows => [rows.FreeSlot.SeriesId!.Value]),
        new("/dev/mail/{id}", _ => ["nobody@champions.example"], Answer: 404),
        new("/admin/email/{id}", rows => [rows.Email.Id], Across: Roles.Administrator),

        new("/sessions/{id}", rows => [rows.Session.Id.Value]),
        new("/sessions/{id}/edit", rows => [rows.Session.Id.Value], Sees: Roles.Champion),
        new("/sessions/{id}/{handler}", rows => [rows.Session.Id.Value, "undo"]),
        new("/follow-ups/{id}", rows => [rows.FollowUp.Id.Value]),
        new("/help/slots/{id}", rows => [rows.FreeSlot.Id.Value]),
        new("/bookings/{id}", rows => [rows.Booking.Id.Value]),
        new("/account/passkeys/{id}", rows => [rows.Passkey.Handle]),
        new("/bookings/{id}/booked", rows => [rows.Booking.Id.Value]),
    ];

    /// <summary>Endpoints that are no pages, and who may call them. <see cref="Roles.None"/> is everybody.</summary>
    public static IReadOnlyDictionary<string, Roles> OtherEndpoints { get; } = new Dictionary<string, Roles>(StringComparer.Ordinal)
    {
        ["/health/live"] = Roles.None,
        ["/health/ready"] = Roles.None,
    };

    /// <summary>
    /// Those who hold a role that sees such rows, as everybody is staff, and yet have nothing to do with the very row: a booking is for
    /// the person who booked, its champion and the coordinator; its confirmation for the person who booked alone. A passkey is its owner's.
    /// </summary>
    public static bool IsStranger(Who who, string route) => For(route)?.Route switch
    {
        "/bookings/{id}" => who == Who.Helpdesk,
        "/bookings/{id}/booked" => who is Who.Champion or Who.Coordinator or Who.Helpdesk,
        "/account/passkeys/{id}" => who != Who.Staff,
        _ => false,
    };

    public static Sample? For(string route) => All
        .Where(s => route.StartsWith(s.Route, StringComparison.OrdinalIgnoreCase))
        .MaxBy(s => s.Route.Length);

    /// <param name="Route">How the route begins, without constraints: <c>/wards/{id}</c>.</param>
    /// <param name="Values">Route values of one trust, in the order of the route.</param>
    /// <param name="Sees">Those among the people of the page's row who may see this very row; others get 404.</param>
    /// <param name="Query">What the page needs besides its route, with the question mark.</param>
    /// <param name="Answer">What the page answers when all is well.</param>
    /// <param name="OfNoTrust">The row is the installation's: whoever sees one sees the other trust's as well.</param>
    /// <param name="Across">Those who see this row of a trust whichever trust it belongs to.</param>
    internal sealed record Sample(
        string Route, Func<SampleRows, object[]> Values, Roles Sees = Everybody, Func<SampleRows, string>? Query = null, int Answer = 200,
        bool OfNoTrust = false, Roles Across = Roles.None);
}
