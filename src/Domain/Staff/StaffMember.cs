using Champions.Domain.Common;

namespace Champions.Domain.Staff;

/// <summary>Anyone employed by a trust; may be helped, may be a champion.</summary>
public sealed class StaffMember : Aggregate<StaffMemberId>, ITrustOwned
{
    public const int NameMax = 80;
    public const int EmailMax = 254;

    /// <summary>What a person is called whose name was taken away.</summary>
    public const string AnonymousName = "Former colleague";

    /// <summary>A domain that can never be delivered to (RFC 2606).</summary>
    private const string AnonymousDomain = "left.invalid";

    private StaffMember()
    {
    }

    public TrustId TrustId { get; private set; }

    public string Name { get; private set; } = "";

    public string Email { get; private set; } = "";

    /// <summary>The form in which addresses are compared; unique in the installation.</summary>
    public string NormalisedEmail { get; private set; } = "";

    public StaffGroup StaffGroup { get; private set; }

    /// <summary>Where the person works; null for those without a ward.</summary>
    public WardId? WardId { get; private set; }

    /// <summary>Day on which the person left the trust, UK; null for those who work there.</summary>
    public DateOnly? LeftOn { get; private set; }

    /// <summary>The name is gone for good; what the person did still counts.</summary>
    public bool IsAnonymised { get; private set; }

    public string FirstName => Name.Split(' ')[0];

    public static Result<StaffMember> Join(
        TrustId trust, string name, string email, StaffGroup group, WardId? ward, DateTimeOffset now)
    {
        var tidyName = TidyName(name);
        if (!tidyName.IsSuccess)
        {
            return tidyName.Error;
        }

        if (!EmailAddress.IsUsable(email))
        {
            return StaffErrors.EmailNotUsable;
        }

        return new StaffMember
        {
            Id = Common.Id.New<StaffMemberId>(now),
            TrustId = trust,
            Name = tidyName.Value,
            Email = email.Trim(),
            NormalisedEmail = Text.Normalise(email),
            StaffGroup = group,
            WardId = ward,
        };
    }

    /// <summary>The person, or who looks after the list of people, puts right what is written here.</summary>
    public Result Correct(string name, StaffGroup group, WardId? ward)
    {
        var tidyName = TidyName(name);
        if (!tidyName.IsSuccess)
        {
            return tidyName.Error!;
        }

        (Name, StaffGroup, WardId) = (tidyName.Value, group, ward);
        return Result.Success;
    }

    /// <summary>The person has left the trust. Doing it again changes nothing.</summary>
    public void Leave(DateOnly today) => LeftOn ??= today;

    public void ComeBack() => LeftOn = null;

    /// <summary>Takes name and address away for good; what the person did still counts.</summary>
    public void Anonymise(DateOnly today)
    {
        Leave(today);
        Name = AnonymousName;
        Email = $"{Id.Value:N}@{AnonymousDomain}";
        NormalisedEmail = Text.Normalise(Email);
        WardId = null;
        IsAnonymised = true;
    }

    /// <summary>The name as it may stand, of a person or of an account without one.</summary>
    internal static Result<string> TidyName(string name) =>
        Text.Tidy(name) is not { Length: <= NameMax } tidy ? StaffErrors.NameNotUsable
        : FreeText.Check(tidy, NameMax, "The name") is { } error ? error
        : tidy;
}
