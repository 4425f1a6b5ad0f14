using Champions.Domain.Common;

namespace Champions.Domain.Staff;

public static class StaffErrors
{
    public static readonly Error NotFound = Error.NotFound("StaffMember.NotFound", "We could not find this person in your trust.");

    public static readonly Error DetailsChanged = Error.Conflict(
        "StaffMember.DetailsChanged", "Your details were changed while you had the page open. Check how they stand now, then save again.");

    public static readonly Error NameNotUsable =
        Error.Invalid("StaffMember.Name", $"Enter a name of up to {StaffMember.NameMax} characters.");

    public static readonly Error EmailNotUsable =
        Error.Invalid("StaffMember.Email", "Enter an email address in the correct format, like name@example.nhs.uk.");

    public static readonly Error EmailTaken =
        Error.Conflict("StaffMember.EmailTaken", "Somebody with this email address is already in Champions.");
}
