namespace Champions.Web.Access;

/// <summary>The invented people that a visitor of the demo may log in as.</summary>
public sealed class DemoPersonas(bool enabled)
{
    /// <summary>Shown on the log-in page of the demo; the demo is refused in Production.</summary>
    public const string Password = "demo password 1";

    public IReadOnlyList<DemoPersona> All { get; } = !enabled ? [] :
    [
        new("coordinator@demo.example", "the coordinator"),
        new("champion@demo.example", "a champion"),
        new("staff@demo.example", "a staff member"),
        new("helpdesk@demo.example", "the IT helpdesk"),
        new("admin@demo.example", "the administrator"),
        new("coordinator@other.example", "the coordinator of another trust"),
        new("champion@other.example", "a champion of another trust"),
    ];
}

/// <param name="Email">Address to sign in with.</param>
/// <param name="Words">Who it is, as in "Log in as a champion".</param>
public sealed record DemoPersona(string Email, string Words);
