using Champions.Application.PeopleList;
using Champions.Application.Time;

namespace Champions.Application.Wording;

/// <summary>What somebody gives as a second step, and what is said when it was taken away.</summary>
public static class SecondFactorWords
{
    public static string Of(SecondFactors factors) => (factors.HasAuthenticator, factors.Passkeys) switch
    {
        (false, 0) => "None",
        (true, 0) => "Authenticator app",
        (false, var passkeys) => UkFormat.Count(passkeys, "passkey"),
        (true, var passkeys) => $"Authenticator app and {UkFormat.Count(passkeys, "passkey")}",
    };

    public static string Done(SecondFactorTaken done) => $"The second step of {done.Name} is taken away. They will get an email.";

    public static string Already(SecondFactorTaken done) => $"{done.Name} has no second step.";
}
