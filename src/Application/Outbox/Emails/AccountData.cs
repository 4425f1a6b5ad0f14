namespace Champions.Application.Outbox.Emails;

/// <summary>Lets its reader in: sealed in the row.</summary>
internal sealed record SignInCodeData
{
    /// <summary>Six digits.</summary>
    public required string Code { get; init; }

    /// <summary>Of the link that logs in.</summary>
    public required string Path { get; init; }
}

/// <summary>Lets its reader set a password: sealed in the row.</summary>
internal sealed record PasswordResetData
{
    /// <summary>Of the page that sets the password.</summary>
    public required string Path { get; init; }
}

/// <summary>What an invitation says. It lets nobody in by itself: whoever reads it logs in with a code.</summary>
internal sealed record InvitationData
{
    public string? Trust { get; init; }

    /// <summary>Who invites; null when nobody in particular does.</summary>
    public string? By { get; init; }

    /// <summary>What the person may do, for example "Coordinator".</summary>
    public string? Roles { get; init; }
}

/// <summary>What the email about a changed log-in says.</summary>
internal sealed record AccountChangedData
{
    /// <summary>A sentence of ours.</summary>
    public required string Happened { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>In our words; null when it was not done at the person's own device.</summary>
    public string? Device { get; init; }
}
