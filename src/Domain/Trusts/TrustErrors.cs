using Champions.Domain.Common;

namespace Champions.Domain.Trusts;

public static class TrustErrors
{
    public static readonly Error NotFound = Error.NotFound("Trust.NotFound", "We could not find this trust.");

    public static readonly Error Closed =
        Error.Conflict("Trust.Closed", "This trust has closed. Bring in the trust that took over its work.");

    public static readonly Error OnlyAdministrators =
        Error.Forbidden("Trust.OnlyAdministrators", "Only an administrator can bring a trust in.");
}
