namespace Champions.Application.Outbox.Emails;

internal static class InvitationEmail
{
    public static EmailContent Of(InvitationData data) => new(
        "You can use Champions now",
        data.Trust,
        [
            data.By is { } by ? $"{by} has invited you to Champions." : "You have been invited to Champions.",
            "It is where colleagues find help with digital systems, and where champions log the help they give.",
        ],
        [new("Trust", data.Trust), new("You are", data.Roles)],
        new EmailLink("Log in", "/sign-in"),
        ["Log in with this email address. We then send you a code, so you need no password."]);
}
