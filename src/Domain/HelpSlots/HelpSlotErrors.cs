using Champions.Domain.Common;

namespace Champions.Domain.HelpSlots;

public static class HelpSlotErrors
{
    public static readonly Error NotFound = Error.NotFound("HelpSlot.NotFound", "We could not find this time.");

    public static readonly Error BookingNotFound = Error.NotFound("HelpSlot.BookingNotFound", "We could not find this booking.");

    public static readonly Error AlreadyTaken =
        Error.Conflict("HelpSlot.AlreadyTaken", "Somebody has just booked this time. Choose another time.");

    public static readonly Error Cancelled =
        Error.Conflict("HelpSlot.Cancelled", "This time is no longer offered. Choose another time.");

    public static readonly Error Started =
        Error.Conflict("HelpSlot.Started", "This time has already started. Choose a later time.");

    public static readonly Error AlreadyCancelled =
        Error.Conflict("HelpSlot.AlreadyCancelled", "This time has already been cancelled.");

    public static readonly Error TooLateToCancel =
        Error.Conflict("HelpSlot.TooLateToCancel", "This time has already started, so it can no longer be cancelled.");

    public static readonly Error NotAChampion = Error.Forbidden("HelpSlot.NotAChampion", "Only champions offer times.");

    public static readonly Error ChampionPaused = Error.Conflict(
        "HelpSlot.ChampionPaused", "Your role as a champion is paused. Ask your coordinator to start it again.");

    public static readonly Error OwnSlot = Error.Conflict("HelpSlot.OwnSlot", "This is your own time. Choose another champion's time.");

    public static readonly Error AlreadyBooked =
        Error.Conflict("HelpSlot.AlreadyBooked", "You already have a place at this time.");

    public static readonly Error PersonBusy =
        Error.Conflict("HelpSlot.PersonBusy", "You already have something booked at this time. Choose another time.");

    public static readonly Error ChampionBusy =
        Error.Conflict("HelpSlot.ChampionBusy", "You already have a time or a booking then. Choose another time.");

    public static readonly Error SameSlot = Error.Conflict("HelpSlot.SameSlot", "The booking is already at this time.");

    public static readonly Error BookingClosed =
        Error.Conflict("HelpSlot.BookingClosed", "This booking has already been cancelled or has taken place.");

    public static readonly Error NotYetStarted =
        Error.Conflict("HelpSlot.NotYetStarted", "This booking has not started yet. Log it once it has taken place.");

    public static readonly Error StartsInPast = Error.Invalid("HelpSlot.StartsInPast", "The time must be in the future.");

    public static readonly Error StartsTooLate =
        Error.Invalid("HelpSlot.StartsTooLate", $"The time must be within the next {HelpSlot.HorizonWeeks} weeks.");

    public static readonly Error StartsOffGrid =
        Error.Invalid("HelpSlot.StartsOffGrid", "The time must start on a multiple of 5 minutes, for example 2:15pm.");

    public static readonly Error Length =
        Error.Invalid("HelpSlot.Length", $"The length must be {HelpSlot.MinMinutes} to {HelpSlot.MaxMinutes} minutes, in steps of 5.");

    public static readonly Error Weeks =
        Error.Invalid("HelpSlot.Weeks", $"The number of weeks must be 1 to {HelpSlot.MaxSeriesWeeks}.");

    public static readonly Error Capacity =
        Error.Invalid("HelpSlot.Capacity", $"The number of places must be 1 to {HelpSlot.MaxCapacity}.");

    public static readonly Error WardNeeded = Error.Invalid("HelpSlot.WardNeeded", "Choose the ward where you will meet.");

    public static readonly Error PlaceNeeded = Error.Invalid("HelpSlot.PlaceNeeded", "Enter where you will meet, for example Seminar Room 2.");

    public static readonly Error ModeNotOffered = Error.Invalid("HelpSlot.Mode", "Choose how you will meet.");
}
