using Champions.Domain.Common;

namespace Champions.Web.Access;

/// <summary>The codes that this browser has asked for: they can be typed here and nowhere else.</summary>
/// <param name="Codes">Newest last. One that was never stored looks like any other.</param>
/// <param name="Address">As typed.</param>
/// <param name="ReturnUrl">A checked address of this site, or null.</param>
public sealed record CodesAsked(IReadOnlyList<Guid> Codes, string Address, string? ReturnUrl) : IDoorState
{
    private const int Most = 6;

    public static string Name => "code";

    /// <summary>Longer than any code works, so that somebody who comes late is told why.</summary>
    public static TimeSpan Life => TimeSpan.FromHours(1);

    /// <summary>With one more code; codes for another address no longer count.</summary>
    public static CodesAsked With(CodesAsked? before, OneTimeCodeId code, string address, string? returnUrl) => new(
        [.. (before is not null && Text.Normalise(before.Address) == Text.Normalise(address) ? before.Codes : []).Append(code.Value).TakeLast(Most)],
        address.Trim(),
        returnUrl);
}
