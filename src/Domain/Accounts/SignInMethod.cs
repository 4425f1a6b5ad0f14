namespace Champions.Domain.Accounts;

/// <summary>How a session began.</summary>
public enum SignInMethod
{
    /// <summary>A code, or the link beside it, from an email.</summary>
    EmailCode,
    Password,
    Passkey,
    SingleSignOn,

    /// <summary>One click in the demo, which Production refuses.</summary>
    Demo,
}
