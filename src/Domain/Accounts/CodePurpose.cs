namespace Champions.Domain.Accounts;

/// <summary>What a one-time code from an email lets its reader do.</summary>
public enum CodePurpose
{
    SignIn,
    ResetPassword,
}
