namespace Champions.Web.Access;

/// <summary>Why somebody who was in has to log in again, as the log-in page is told in its address.</summary>
internal static class WhyLogIn
{
    /// <summary>They have come to a role that needs a second factor.</summary>
    public const string SecondFactor = "why=second-step";

    public static string? Words(HttpRequest request) => request.Query["why"] == "second-step"
        ? "You have a new role in Champions that needs a second step to log in. Log in again, and we will help you set it up."
        : null;
}
