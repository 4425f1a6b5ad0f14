using Champions.Domain.Common;

namespace Champions.Domain.Wards;

public static class WardErrors
{
    public static readonly Error NotFound = Error.NotFound("Ward.NotFound", "We could not find this ward in your trust.");

    public static readonly Error Closed = Error.Conflict("Ward.Closed", "This ward has closed. Choose another ward.");
}
