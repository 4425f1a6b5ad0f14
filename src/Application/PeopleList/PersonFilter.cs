namespace Champions.Application.PeopleList;

/// <summary>Where somebody on the list of people stands.</summary>
public enum PersonState
{
    /// <summary>Works for the trust and may log in, once invited or by a known address.</summary>
    Active,
    Disabled,
    Left,
}

/// <summary>Which people to list.</summary>
/// <param name="Search">Words of the name or of the address.</param>
/// <param name="Role">Who hold this role.</param>
/// <param name="Ward">Who work on this ward.</param>
/// <param name="State">Who stand so.</param>
/// <param name="Trust">Who work for this trust; for those who reach several.</param>
/// <param name="Sort">Order.</param>
/// <param name="Descending">The other way round.</param>
public sealed record PersonFilter(
    string? Search = null,
    Roles? Role = null,
    WardId? Ward = null,
    PersonState? State = null,
    TrustId? Trust = null,
    PersonSort Sort = PersonSort.Name,
    bool Descending = false);

public enum PersonSort
{
    Name,
    LastLogIn,
}
