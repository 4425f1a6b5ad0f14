using Champions.Domain.Common;

namespace Champions.Domain.FollowUps;

public static class FollowUpErrors
{
    public static readonly Error NotFound = Error.NotFound("FollowUp.NotFound", "We could not find this follow-up.");

    public static readonly Error DueInPast = Error.Invalid("FollowUp.DueInPast", "The follow-up day must be today or later.");

    public static readonly Error DueTooLate = Error.Invalid("FollowUp.DueTooLate", "The follow-up day must be within the next 12 months.");

    public static readonly Error WhatNeeded = Error.Invalid("FollowUp.WhatNeeded", "Enter what is to be done at the follow-up.");

    public static readonly Error Needed = Error.Invalid("FollowUp.Needed", "Enter the follow-up day and what is to be done.");

    public static readonly Error NotOpen = Error.Conflict("FollowUp.NotOpen", "This follow-up has already been closed.");

    public static readonly Error OutcomeNeeded = Error.Invalid("FollowUp.OutcomeNeeded", "Choose what came of it.");
}
