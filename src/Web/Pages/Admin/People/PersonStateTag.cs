using Champions.Application.PeopleList;

namespace Champions.Web.Pages.Admin.People;

/// <summary>Colour of the tag with a person's state.</summary>
internal static class PersonStateTag
{
    public static string Colour(PersonState state) => state switch
    {
        PersonState.Active => "green",
        PersonState.Disabled => "red",
        _ => "grey",
    };
}
