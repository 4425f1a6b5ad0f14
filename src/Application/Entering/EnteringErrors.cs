using Champions.Domain.Common;

namespace Champions.Application.Entering;

public static class EnteringErrors
{
    public static readonly Error WrongCode = Error.Invalid("Entering.WrongCode", "That is not the code we sent. Check the newest email and try again.");

    public static readonly Error TriesUsedUp = Error.Invalid(
        "Entering.TriesUsedUp", $"That was the last of {OneTimeCode.Tries} tries. Send another code, or use the link in the email.");

    public static readonly Error CodeExpired = Error.Invalid(
        "Entering.CodeExpired", $"This code has expired. A code works for {OneTimeCode.CodeLife.TotalMinutes:0} minutes. Send another code.");

    public static readonly Error CodeUsed = Error.Invalid("Entering.CodeUsed", "This code has been used. A code works once. Send another code.");

    /// <summary>Told to nobody but those who read the emails of the address.</summary>
    public static readonly Error NotOpen = Error.Invalid("Entering.NotOpen", "This account cannot be used. Ask your coordinator.");

    public static readonly Error LinkGone = Error.NotFound("Entering.LinkGone", "This link no longer works.");

    public static readonly Error AlreadyIn = Error.Conflict("Entering.AlreadyIn", "You are in Champions already. Log in with your email address.");

    public static readonly Error WardUnknown = Error.Invalid("Entering.Ward", "Choose a ward from the list.");
}
