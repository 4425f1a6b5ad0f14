using Champions.Application.SupportSessions;
using Champions.Application.Time;
using Champions.Application.Wording;

namespace Champions.Web.Pages.Sessions;

/// <summary>"Tom Reid, Allied health professionals", "2 people, Students", "1 other person".</summary>
internal static class HelpedWords
{
    public static string Of(HelpedRow helped) => (helped.Name, helped.Group) switch
    {
        ({ } name, { } group) => $"{name}, {StaffGroupWords.Of(group)}",
        ({ } name, null) => name,
        (null, { } group) => $"{UkFormat.Count(helped.People, "person", "people")}, {StaffGroupWords.Of(group)}",
        _ => UkFormat.Count(helped.People, "other person", "other people"),
    };
}
