using Champions.Domain.Common;

namespace Champions.Domain.Trusts;

/// <summary>A place a trust works from, as ODS lists it. A site code is unique in the country.</summary>
public sealed class Site : Aggregate<SiteId>, ITrustOwned
{
    public const int CodeMax = 9;
    public const int NameMax = 100;

    private Site()
    {
    }

    public TrustId TrustId { get; private set; }

    public string Code { get; private set; } = "";

    public string OdsName { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Address { get; private set; } = "";

    public string Postcode { get; private set; } = "";

    public DateOnly OpenedOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public static Site FromOds(TrustId trust, SiteRecord record, DateTimeOffset now)
    {
        var site = new Site { Id = Common.Id.New<SiteId>(now), Code = record.Code, TrustId = trust };
        site.Take(trust, record);
        return site;
    }

    /// <summary>Takes over what ODS says now; false when all was known.</summary>
    public bool Update(SiteRecord record)
    {
        var same = record.OdsName == OdsName && record.Name == Name && record.Address == Address
            && record.Postcode == Postcode && record.OpenedOn == OpenedOn && record.ClosedOn == ClosedOn;
        if (!same)
        {
            Take(TrustId, record);
        }

        return !same;
    }

    private void Take(TrustId trust, SiteRecord record)
    {
        TrustId = trust;
        OdsName = record.OdsName;
        Name = record.Name;
        Address = record.Address;
        Postcode = record.Postcode;
        OpenedOn = record.OpenedOn;
        ClosedOn = record.ClosedOn;
    }
}
