using Champions.Domain.Common;

namespace Champions.Domain.Staff;

/// <summary>Anyone employed by a trust; may be helped, may be a champion.</summary>
public sealed class StaffMember : Aggregate<StaffMemberId>, ITrustOwned
{
    public const int NameMax = 80;
    public const int EmailMax = 254;

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

    public string FirstName => Name.Split(' ')[0];

    public static Result<StaffMember> Join(
        TrustId trust, string name, string email, StaffGroup group, WardId? ward, DateTimeOffset now)
    {
        if (Text.Tidy(name) is not { Length: <= NameMax } tidyName)
        {
            return Error.Invalid("StaffMember.Name", $"Enter a name of up to {NameMax} characters.");
        }

        if (!EmailAddress.IsUsable(email))
        {
            return StaffErrors.EmailNotUsable;
        }

        return new StaffMember
        {
            Id = Common.Id.New<StaffMemberId>(now),
            TrustId = trust,
            Name = tidyName,
            Email = email.Trim(),
            NormalisedEmail = Text.Normalise(email),
            StaffGroup = group,
            WardId = ward,
        };
    }
}
