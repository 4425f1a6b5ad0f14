using Champions.Application.Abstractions;
using Microsoft.AspNetCore.Identity;

namespace Champions.Infrastructure.Identity;

/// <summary>How a person signs in, and the roles they hold. Champion is not among them: it follows from the champion's status.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>The person; null for an administrator who works for no trust.</summary>
    public StaffMemberId? StaffMemberId { get; set; }

    public Roles Roles { get; set; }

    public string DisplayName { get; set; } = "";

    /// <summary>A disabled account is refused at its next request.</summary>
    public bool IsDisabled { get; set; }
}
