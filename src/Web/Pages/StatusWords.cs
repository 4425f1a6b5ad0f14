namespace Champions.Web.Pages;

/// <summary>What a status page says: what happened, then what to do.</summary>
public sealed record StatusWords(int Status, string Title, params IReadOnlyList<string> Paragraphs)
{
    public static StatusWords For(string? code) => code switch
    {
        "400" => new(400, "We could not read that page address or form",
            "Some of what your browser sent is missing or is not what this page expects.",
            "Go back, check what you entered and try again. Nothing was saved."),
        "401" => new(401, "Log in to see this page", "You are not logged in, or you were logged out because the page was open for a long time.",
            "Go to the home page and log in."),
        "403" => new(403, "You do not have access to this page",
            "This page is for people with another role in your trust.",
            "If you need it for your work, ask the coordinator of your digital champions."),
        "404" or null => new(404, "Page not found",
            "If you typed the address, check it is correct. If you pasted it, check you copied all of it.",
            "The page may have been removed, or it may belong to another trust."),
        "405" => new(405, "This page cannot do that", "The address exists, but not for what your browser asked.", "Go back and try from the page you came from."),
        "409" => new(409, "Somebody else changed this first",
            "What you were working on was changed while you had the page open. Your change was not saved.",
            "Go back, reload the page to see how it stands now, and try again."),
        "413" => new(413, "That is too large to send", "The form or file is larger than this service accepts. Nothing was saved.",
            "Shorten the text or send a smaller file."),
        "429" => new(429, "Too many tries in a short time", "To keep accounts safe we limit how often this can be done.", "Wait a few minutes and try again."),
        "503" => new(503, "Champions is not available for a moment",
            "We cannot reach our data just now. Nothing you did before is lost.",
            "Wait a minute and try again."),
        "expired" => new(400, "This page was open for too long",
            "For safety a form only works for a limited time. What you entered was not saved.",
            "Go back, reload the page and enter it again. You may need to log in first."),
        _ when int.TryParse(code, out var status) && status is >= 400 and < 500 => new(status, "That did not work",
            "Your browser asked for something this service cannot give.", "Go back and try again."),
        _ when code != "500" && !int.TryParse(code, out _) => For("404"),
        _ => new(500, "Something went wrong on our side",
            "We could not show this page. The problem has been recorded.",
            "Try again in a few minutes. If you were saving something, check whether it is there before you enter it again.")
    };
}
