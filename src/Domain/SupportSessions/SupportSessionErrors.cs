using Champions.Domain.Common;

namespace Champions.Domain.SupportSessions;

public static class SupportSessionErrors
{
    public static readonly Error NotFound = Error.NotFound("SupportSession.NotFound", "We could not find this session.");

    public static readonly Error Minutes =
        Error.Invalid("SupportSession.Minutes", $"Enter how long it took, from 1 to {SupportSession.MaxMinutes} minutes.");

    public static readonly Error People =
        Error.Invalid("SupportSession.People", $"Enter how many people you helped, from 1 to {SupportSession.MaxPeople}.");

    public static readonly Error InFuture = Error.Invalid("SupportSession.InFuture", "The day must be today or in the past.");

    public static readonly Error TooOld =
        Error.Invalid("SupportSession.TooOld", $"The day must be within the last {SupportSession.LogWithinDays} days.");

    public static readonly Error TooManyTopics =
        Error.Invalid("SupportSession.TooManyTopics", $"Choose up to {SupportSession.MaxTopics} topics.");

    public static readonly Error NoLongerEditable =
        Error.Conflict("SupportSession.NoLongerEditable", $"A session can be changed for {SupportSession.EditWithinDays} days. Ask your coordinator to note a correction.");

    public static readonly Error NoLongerUndoable =
        Error.Conflict("SupportSession.NoLongerUndoable", $"A session can be undone for {SupportSession.UndoWithinMinutes} minutes. You can still change it.");

    public static readonly Error AlreadyUndone = Error.Conflict("SupportSession.AlreadyUndone", "This session has been undone.");

    public static readonly Error BookingAlreadyLogged =
        Error.Conflict("SupportSession.BookingAlreadyLogged", "A session has already been logged for this booking.");

    public static readonly Error SameKeyOtherContent =
        Error.Conflict("SupportSession.SameKeyOtherContent", "This form was already saved with other answers. Open the session to change it.");

    public static readonly Error ChampionNeeded =
        Error.Invalid("SupportSession.ChampionNeeded", "Choose the champion who gave the help.");

    public static readonly Error MayNotLog =
        Error.Forbidden("SupportSession.MayNotLog", "Only champions log sessions, and coordinators for a champion of their trust.");

    public static readonly Error WardUnknown = Error.Invalid("SupportSession.WardUnknown", "Choose a ward from the list.");

    public static readonly Error SystemUnknown = Error.Invalid("SupportSession.SystemUnknown", "Choose a system from the list.");

    public static readonly Error TopicUnknown = Error.Invalid("SupportSession.TopicUnknown", "Choose topics from the list.");

    public static readonly Error PeopleDoNotAddUp = Error.Invalid(
        "SupportSession.PeopleDoNotAddUp", "You listed more people than you helped. Change the number, or take somebody off the list.");

    public static readonly Error Changed =
        Error.Conflict("SupportSession.Changed", "This session was changed after you opened it. Open it again to see how it stands now.");

    public static Error ColleagueUnknown(string email) => Error.Invalid(
        "SupportSession.ColleagueUnknown", $"We could not find {email} in your trust. Check the address, or leave it out.");
}
