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
        var ward = new Ward { Id = Common.Id.New<WardId>(now), TrustId = trust, SiteId = site };
        return ward.Rename(code, name, specialty) is { IsSuccess: false, Error: var error } ? error! : ward;
    }

    /// <summary>Sets right what the ward is called; what happened on it stays with it.</summary>
    public Result Rename(string code, string name, string specialty)
    {
        if (Text.Tidy(code) is not { Length: <= CodeMax } tidyCode)
        {
            return WardErrors.CodeNotUsable;
        }

        if (Text.Tidy(name) is not { Length: <= NameMax } tidyName)
        {
            return WardErrors.NameNotUsable;
        }

        if ((Text.Tidy(specialty) ?? "") is not { Length: <= SpecialtyMax } tidySpecialty)
        {
            return WardErrors.SpecialtyNotUsable;
        }

        var error = FreeText.Check(tidyCode, CodeMax, "The code")
            ?? FreeText.Check(tidyName, NameMax, "The name")
            ?? FreeText.Check(tidySpecialty, SpecialtyMax, "The specialty");
        if (error is not null)
        {
            return error;
        }

        (Code, Name, Specialty) = (tidyCode, tidyName, tidySpecialty);
        return Result.Success;
    }

    /// <summary>Nothing new begins on the ward. Closing it again keeps the first day.</summary>
    public void Close(DateOnly on) => ClosedOn ??= on;

    public void Reopen() => ClosedOn = null;
}
