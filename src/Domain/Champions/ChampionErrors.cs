using Champions.Domain.Common;

namespace Champions.Domain.Champions;

public static class ChampionErrors
{
    public static readonly Error NotFound = Error.NotFound("Champion.NotFound", "We could not find this champion in your trust.");

    public static readonly Error NotAllowed =
        Error.Forbidden("Champion.NotAllowed", "Only a coordinator of your trust may do this.");

    public static readonly Error NotActive =
        Error.Conflict("Champion.NotActive", "This champion is not active now. Choose somebody else.");

    public static readonly Error NotChampion =
        Error.Conflict("Champion.NotChampion", "This person is not a champion now. Make them one first.");

    public static readonly Error AlreadyAssigned =
        Error.Conflict("Champion.AlreadyAssigned", "This champion is already assigned to this ward on some of these days.");

    public static readonly Error AssignmentNotFound =
        Error.NotFound("Champion.AssignmentNotFound", "We could not find this assignment.");

    public static readonly Error AssignmentEnded =
        Error.Conflict("Champion.AssignmentEnded", "This assignment has already ended.");

    public static readonly Error UntilBeforeFrom =
        Error.Invalid("Champion.UntilBeforeFrom", "The last day must be the same as or after the first day.");

    public static readonly Error FromTooEarly =
        Error.Invalid("Champion.FromTooEarly", "The first day must be today or later.");

    public static readonly Error FromTooLate =
        Error.Invalid("Champion.FromTooLate", "The first day must be within the next 12 months.");

    public static readonly Error UntilTooLate =
        Error.Invalid("Champion.UntilTooLate", $"The last day must be within the next {Champion.MaxYearsAhead} years.");

    public static readonly Error EndTooEarly =
        Error.Invalid("Champion.EndTooEarly", "The last day must be today or later.");
}
