using Champions.Application.PeopleList;
using Champions.Application.Time;

namespace Champions.Application.Wording;

/// <summary>What somebody gives as a second step, and what is said when it was taken away.</summary>
public static class SecondFactorWords
{
    public static string Of(SecondFactors factors)
    {
        string?[] all =
        [
            factors.HasAuthenticator ? "Authenticator app" : null,
            factors.Passkeys > 0 ? UkFormat.Count(factors.Passkeys, "passkey") : null,
            factors.SingleSignOns > 0 ? UkFormat.Count(factors.SingleSignOns, "linked account") : null,
        ];
        string[] there = [.. all.OfType<string>()];
        return there.Length switch
        {
            0 => "None",
            1 => there[0],
            _ => $"{string.Join(", ", there[..^1])} and {there[^1]}",
        };
    }

    public static string Done(SecondFactorTaken done) => $"The second step of {done.Name} is taken away. They will get an email.";

    public static string Already(SecondFactorTaken done) => $"{done.Name} has no second step.";
}
