namespace Champions.Web.Pages;

public sealed class HomeModel : ChampionsPage
{
    public void OnGet()
    {
    }
}
