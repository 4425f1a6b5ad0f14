using Champions.Application.Wording;
using Champions.Domain.Staff;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Champions.Web.Pages.Admin.People;

/// <summary>Every staff group, to be chosen.</summary>
internal static class StaffGroupItems
{
    public static IReadOnlyList<SelectListItem> All { get; } =
        [.. Enum.GetValues<StaffGroup>().Select(g => new SelectListItem(StaffGroupWords.Of(g), g.ToString()))];
}
