namespace Champions.Application.Wording;

/// <summary>How somebody logged in.</summary>
public static class SignInMethodWords
{
    public static string Of(SignInMethod method) => method switch
    {
        SignInMethod.EmailCode => "Code by email",
        SignInMethod.Password => "Password",
        SignInMethod.Passkey => "Passkey",
        SignInMethod.SingleSignOn => "Trust account",
        SignInMethod.Demo => "Demo button",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "A way in without words."),
    };
}
