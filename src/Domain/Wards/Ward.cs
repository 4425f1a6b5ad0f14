using Champions.Domain.Common;

namespace Champions.Domain.Wards;

/// <summary>A patient area or team. Its code is the trust's own and must not reveal a diagnosis.</summary>
public sealed class Ward : Aggregate<WardId>, ITrustOwned
{
    public const int CodeMax = 12;
    public const int NameMax = 60;
    public const int SpecialtyMax = 100;

    private Ward()
    {
    }

    public TrustId TrustId { get; private set; }

    public SiteId SiteId { get; private set; }

    /// <summary>Local code, unique in the trust.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>NHS Data Dictionary treatment function, by name.</summary>
    public string Specialty { get; private set; } = "";

    public DateOnly? ClosedOn { get; private set; }

    public static Result<Ward> Open(TrustId trust, SiteId site, string code, string name, string specialty, DateTimeOffset now)
    {
        if (Text.Tidy(code) is not { Length: <= CodeMax } tidyCode)
        {
            return Error.Invalid("Ward.Code", $"Enter a ward code of up to {CodeMax} characters, for example 7B.");
        }

        if (Text.Tidy(name) is not { Length: <= NameMax } tidyName)
        {
            return Error.Invalid("Ward.Name", $"Enter a ward name of up to {NameMax} characters.");
        }

        return new Ward
        {
            Id = Common.Id.New<WardId>(now),
            TrustId = trust,
            SiteId = site,
            Code = tidyCode,
            Name = tidyName,
            Specialty = specialty,
        };
    }

    public void Close(DateOnly on) => ClosedOn = on;
}
