using Champions.Domain.Common;

namespace Champions.Domain.Wards;

public static class WardErrors
{
    public static readonly Error NotFound = Error.NotFound("Ward.NotFound", "We could not find this ward in your trust.");

    public static readonly Error Closed = Error.Conflict("Ward.Closed", "This ward has closed. Choose another ward.");

    public static readonly Error CodeNotUsable = Error.Invalid("Ward.Code", $"Enter a ward code of up to {Ward.CodeMax} characters, for example 7B.");

    public static readonly Error NameNotUsable = Error.Invalid("Ward.Name", $"Enter a ward name of up to {Ward.NameMax} characters.");

    public static readonly Error SpecialtyNotUsable =
        Error.Invalid("Ward.Specialty", $"Enter a specialty of up to {Ward.SpecialtyMax} characters.");

    public static readonly Error CodeTaken =
        Error.Conflict("Ward.CodeTaken", "Another ward of your trust has this code. Use a different code, or change the other ward.");

    public static readonly Error SiteNotFound = Error.Invalid("Ward.Site", "Choose the site the ward is on.");

    public static readonly Error NotAllowed = Error.Forbidden("Ward.NotAllowed", "Only a coordinator of your trust may do this.");

    public static Error HasChampions(int count) => Error.Conflict(
        "Ward.HasChampions",
        count == 1 ? "1 champion looks after this ward. End the assignment first." : $"{count} champions look after this ward. End their assignments first.");

    public static Error HasTimes(int count) => Error.Conflict(
        "Ward.HasTimes",
        count == 1 ? "1 time to come is offered on this ward. Cancel it first." : $"{count} times to come are offered on this ward. Cancel them first.");
}
