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

    /// <summary>Takes over what ODS says now. Tells what changed; nothing when all was known.</summary>
    public IReadOnlyList<OdsChange> Update(SiteRecord record)
    {
        var changes = Differences(record).ToList();
        if (changes.Count > 0)
        {
            Take(TrustId, record);
        }

        return changes;
    }

    /// <summary>Another trust runs the site now. Its wards must have been closed or moved before.</summary>
    /// <param name="from">The trust that ran it.</param>
    /// <param name="to">The trust that runs it now.</param>
    /// <returns>Null when it is the same trust.</returns>
    public OdsChange? HandOver(Trust from, Trust to)
    {
        if (to.Id == TrustId)
        {
            return null;
        }

        TrustId = to.Id;
        return new OdsChange(OdsChangeKind.HandedOver, $"handed over from {from.Code} to {to.Code}");
    }

    private IEnumerable<OdsChange> Differences(SiteRecord record)
    {
        if (record.OdsName != OdsName || record.Name != Name)
        {
            yield return OdsChange.Renamed(Name, record.Name);
        }

        if (record.ClosedOn != ClosedOn)
        {
            yield return OdsChange.Closing(record.ClosedOn);
        }

        if (record.Address != Address || record.Postcode != Postcode)
        {
            yield return OdsChange.Moved(record.Address, record.Postcode);
        }

        if (record.OpenedOn != OpenedOn)
        {
            yield return OdsChange.Details;
        }
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
