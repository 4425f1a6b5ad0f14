namespace Champions.Application.Outbox.Emails;

internal static class PasswordResetEmail
{
    public static EmailContent Of(PasswordResetData data) => new(
        "Choose a new password for Champions",
        Trust: null,
        ["You, or somebody who typed your email address, asked for a new password."],
        [],
        new EmailLink("Choose a new password", data.Path),
        [
            $"The link works once, within {OneTimeCode.ResetLife.TotalMinutes:0} minutes.",
            "If you did not ask for this, do nothing. Your password stays as it is. Never pass this email on.",
        ]);
}
