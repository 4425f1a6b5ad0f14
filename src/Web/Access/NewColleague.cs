namespace Champions.Web.Access;

/// <summary>Somebody who has shown that they read the emails of an address and has not told us yet who they are.</summary>
/// <param name="Address">Proved.</param>
/// <param name="ReturnUrl">As it came along.</param>
/// <param name="IsOwnPhone">They said so where they gave the code or pressed the button of the link.</param>
public sealed record NewColleague(string Address, string? ReturnUrl, bool IsOwnPhone) : IDoorState
{
    public static string Name => "welcome";

    public static TimeSpan Life => TimeSpan.FromMinutes(30);
}
