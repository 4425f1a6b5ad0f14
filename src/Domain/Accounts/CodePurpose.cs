namespace Champions.Domain.Accounts;

/// <summary>What a one-time code from an email lets its reader do.</summary>
public enum CodePurpose
{
    SignIn,
    ResetPassword,

    /// <summary>Not sent to anybody: remembers that the answer of a passkey was used, so that it is never taken again.</summary>
    PasskeyAnswer,
}
