using Champions.Domain.Common;

namespace Champions.Domain.Trusts;

public static class TrustErrors
{
    public static readonly Error NotFound = Error.NotFound("Trust.NotFound", "We could not find this trust.");

    public static readonly Error Closed =
        Error.Conflict("Trust.Closed", "This trust has closed. Bring in the trust that took over its work.");

    public static readonly Error OnlyAdministrators =
        Error.Forbidden("Trust.OnlyAdministrators", "Only an administrator can change a trust.");

    public static readonly Error OnlyAdministratorsSet =
        Error.Forbidden("Trust.OnlyAdministratorsSet", "Only an administrator changes the settings of a trust.");

    public static readonly Error DomainNotUsable =
        Error.Invalid("Trust.Domain", "Enter the part of a work email address after the @, for example uhbw.nhs.uk.");

    public static readonly Error DomainTaken = Error.Conflict("Trust.DomainTaken", "Another trust has this domain.");

    public static readonly Error Changed = Error.Conflict(
        "Trust.Changed", "Somebody else changed this trust while you had the page open. Check how it stands now, then save again.");

    public static readonly Error MonthsOutOfRange = Error.Invalid(
        "Trust.Months", $"Enter a number of months from {Trust.LeastMonthsKept} to {Trust.MostMonthsKept}.");

    public static Error DomainShared(string domain) => Error.Invalid(
        "Trust.DomainShared", $"Many organisations share {domain}, so it cannot decide the trust. Invite people with such addresses by name.");
}
