namespace Champions.Web.Tests.Access;

/// <summary>The columns of the access matrix.</summary>
public enum Who
{
    SignedOut,
    Staff,
    Champion,
    Coordinator,
    Helpdesk,
    Administrator,
}
