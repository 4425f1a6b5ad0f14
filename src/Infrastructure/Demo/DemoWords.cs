namespace Champions.Infrastructure.Demo;

/// <summary>What people of the demo ask, note and promise. Nothing about patients.</summary>
internal static class DemoWords
{
    public static IReadOnlyList<string> Asked { get; } =
    [
        "Finding blood results", "Ordering a scan", "Setting up favourites", "Prescribing a course of tablets", "Recording observations on the tablet",
        "Writing a discharge summary", "Swapping a shift", "Joining a video meeting", "Sharing a file with the team", "Printing labels", "Handover list",
        "Looking up a bed", "Requesting leave", "Logging in on a shared computer",
    ];

    public static IReadOnlyList<string> BookingNotes { get; } =
    [
        "I am new on this ward.", "I have tried the online guide.", "Ten minutes is enough.", "Can two of us come?",
    ];

    public static IReadOnlyList<string> SessionNotes { get; } =
    [
        "Went through it twice, then they did it alone.", "Shared computer was slow, so we used the tablet.", "Wants a one-page guide for the team.",
        "Smartcard had expired; sent to the helpdesk.", "Asked for a refresher before the next release.", "The whole bay watched and asked good questions.",
    ];

    public static IReadOnlyList<string> Promises { get; } =
    [
        "Show how to order a blood test", "Check that the new log-in works", "Bring the one-page guide", "Go through prescribing again",
        "Watch a discharge summary being written", "Set up favourites together", "Ask the helpdesk about the printer", "Practise the handover list",
    ];

    public static IReadOnlyList<string> Outcomes { get; } = ["Can do it alone now.", "Helpdesk has fixed it.", "Showed it to the whole team.", "Guide is on the noticeboard."];

    public static IReadOnlyList<string> Places { get; } = ["Seminar Room 2", "Education Centre, level 3", "Staff room, level 5", "Library training room"];
}
