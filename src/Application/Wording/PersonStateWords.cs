using Champions.Application.PeopleList;

namespace Champions.Application.Wording;

/// <summary>Where somebody on the list of people stands.</summary>
public static class PersonStateWords
{
    public static string Of(PersonState state) => state switch
    {
        PersonState.Active => "Active",
        PersonState.Disabled => "Disabled",
        PersonState.Left => "Left",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A state without words."),
    };
}
