using Champions.Domain.Common;

namespace Champions.Domain.Trusts;

/// <summary>An NHS trust as the Organisation Data Service (ODS) lists it.</summary>
public sealed class Trust : Aggregate<TrustId>
{
    public const int CodeMax = 9;
    public const int NameMax = 100;

    /// <summary>Months after which free text and emails are cleared, unless the trust chooses otherwise.</summary>
    public const int DefaultMonthsKept = 24;

    public const int LeastMonthsKept = 3;
    public const int MostMonthsKept = 96;

    private readonly List<TrustDomain> domains = [];

    private Trust()
    {
    }

    /// <summary>ODS code, for example RA7. Never changes.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Name as ODS writes it, in capitals.</summary>
    public string OdsName { get; private set; } = "";

    /// <summary>Name as people read it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>National grouping code (NHS England region), for example Y58.</summary>
    public string Region { get; private set; } = "";

    /// <summary>Integrated care board code, for example QUY.</summary>
    public string Icb { get; private set; } = "";

    /// <summary>Address lines joined with commas.</summary>
    public string Address { get; private set; } = "";

    public string Postcode { get; private set; } = "";

    public string Telephone { get; private set; } = "";

    public DateOnly OpenedOn { get; private set; }

    /// <summary>Last day of the organisation; null while it is open.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>False until an administrator brings the trust in; only then can people sign in for it.</summary>
    public bool UsesChampions { get; private set; }

    /// <summary>Loaded only where they are used.</summary>
    public IReadOnlyList<TrustDomain> Domains => domains;

    /// <summary>People may stay logged in longer on a phone of their own.</summary>
    public bool AllowsOwnPhones { get; private set; }

    /// <summary>Whole months that notes, other free text and emails are kept.</summary>
    public int NotesMonths { get; private set; } = DefaultMonthsKept;

    /// <summary>Whole months that the name of a person who has left is kept.</summary>
    public int LeaversMonths { get; private set; } = DefaultMonthsKept;

    public static Trust FromOds(TrustRecord record, DateTimeOffset now)
    {
        var trust = new Trust { Id = Common.Id.New<TrustId>(now), Code = record.Code };
        trust.Take(record);
        return trust;
    }

    /// <summary>Takes over what ODS says now. Tells what changed; nothing when all was known.</summary>
    public IReadOnlyList<OdsChange> Update(TrustRecord record)
    {
        var changes = Differences(record).ToList();
        if (changes.Count > 0)
        {
            Take(record);
        }

        return changes;
    }

    /// <summary>From now on people can sign in for the trust. Doing it again changes nothing.</summary>
    public Result BringIn(DateOnly today)
    {
        if (ClosedOn < today)
        {
            return TrustErrors.Closed;
        }

        UsesChampions = true;
        return Result.Success;
    }

    /// <summary>New people with addresses in the domain join this trust. Doing it again changes nothing.</summary>
    /// <param name="typed">For example <c>uhbw.nhs.uk</c>; an @ before it is forgiven.</param>
    public Result AddDomain(string typed)
    {
        var domain = typed.Trim().TrimStart('@').ToLowerInvariant();
        if (domain.Length > TrustDomain.DomainMax || Uri.CheckHostName(domain) != UriHostNameType.Dns || !domain.Contains('.', StringComparison.Ordinal))
        {
            return TrustErrors.DomainNotUsable;
        }

        if (SharedDomains.Contains(domain))
        {
            return TrustErrors.DomainShared(domain);
        }

        if (domains.TrueForAll(d => d.Domain != domain))
        {
            domains.Add(new TrustDomain(Id, domain));
            Touch();
        }

        return Result.Success;
    }

    public void RemoveDomain(string domain)
    {
        if (domains.RemoveAll(d => d.Domain == domain) > 0)
        {
            Touch();
        }
    }

    public void AllowOwnPhones(bool allowed) => AllowsOwnPhones = allowed;

    /// <summary>How long free text and leavers' names are kept.</summary>
    public Result Keep(int notesMonths, int leaversMonths)
    {
        if (notesMonths is < LeastMonthsKept or > MostMonthsKept || leaversMonths is < LeastMonthsKept or > MostMonthsKept)
        {
            return TrustErrors.MonthsOutOfRange;
        }

        (NotesMonths, LeaversMonths) = (notesMonths, leaversMonths);
        return Result.Success;
    }

    /// <summary>Domains that many organisations share: they tell nothing about the trust.</summary>
    private static readonly HashSet<string> SharedDomains = ["nhs.net", "nhs.uk", "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "hotmail.co.uk", "yahoo.co.uk", "yahoo.com", "icloud.com", "btinternet.com", "live.co.uk"];

    private IEnumerable<OdsChange> Differences(TrustRecord record)
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

        if (record.Region != Region || record.Icb != Icb || record.Telephone != Telephone || record.OpenedOn != OpenedOn)
        {
            yield return OdsChange.Details;
        }
    }

    private void Take(TrustRecord record)
    {
        OdsName = record.OdsName;
        Name = record.Name;
        Region = record.Region;
        Icb = record.Icb;
        Address = record.Address;
        Postcode = record.Postcode;
        Telephone = record.Telephone;
        OpenedOn = record.OpenedOn;
        ClosedOn = record.ClosedOn;
    }
}
