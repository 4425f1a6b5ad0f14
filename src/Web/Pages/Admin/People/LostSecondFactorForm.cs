namespace Champions.Web.Pages.Admin.People;

/// <summary>The form that takes a lost second factor away, the same for people of trusts and for administrators.</summary>
/// <param name="Checked">Whoever sends it has checked who asks.</param>
/// <param name="Back">Where to go without doing anything.</param>
public sealed record LostSecondFactorForm(bool Checked, string Back)
{
    public const string NotChecked = "Check that it is them who asks, then tick the box";
}
