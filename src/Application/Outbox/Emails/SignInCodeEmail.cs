namespace Champions.Application.Outbox.Emails;

/// <summary>The subject says nothing that lets anybody in: it is read over shoulders and shown on locked phones.</summary>
internal static class SignInCodeEmail
{
    public static EmailContent Of(SignInCodeData data) => new(
        "Your code to log in to Champions",
        Trust: null,
        ["Your code to log in is:"],
        [],
        new EmailLink("Or open this link on any device and press the button there", data.Path),
        [
            $"Code and link work once, within {OneTimeCode.CodeLife.TotalMinutes:0} minutes.",
            "If you did not ask to log in, do nothing. Nobody gets in without this email, so never pass it on.",
        ],
        Code: data.Code);
}
