namespace Champions.Domain.Accounts;

/// <summary>What a person may do. One person may hold several, all in one trust, bar the administrator.</summary>
[Flags]
public enum Roles
{
    None = 0,
    Staff = 1,
    Champion = 2,
    Coordinator = 4,
    Helpdesk = 8,
    Administrator = 16,
}
