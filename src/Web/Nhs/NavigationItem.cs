namespace Champions.Web.Nhs;

internal sealed record NavigationItem(string Text, string Href);
