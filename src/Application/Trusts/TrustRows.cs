using AutoMapper;
using Champions.Domain.Trusts;

namespace Champions.Application.Trusts;

/// <summary>A trust in the administrator's list.</summary>
public sealed record TrustRow
{
    public Guid Id { get; init; }

    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>Code of the NHS England region; empty outside England.</summary>
    public string Region { get; init; } = "";

    public DateOnly? ClosedOn { get; init; }

    public bool UsesChampions { get; init; }

    /// <summary>Open sites.</summary>
    public int Sites { get; init; }
}

/// <summary>Everything ODS says about a trust.</summary>
public sealed record TrustDetails
{
    public Guid Id { get; init; }

    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    public string Region { get; init; } = "";

    /// <summary>Code of the integrated care board.</summary>
    public string Icb { get; init; } = "";

    public string Address { get; init; } = "";

    public string Postcode { get; init; } = "";

    public string Telephone { get; init; } = "";

    public DateOnly OpenedOn { get; init; }

    public DateOnly? ClosedOn { get; init; }

    public bool UsesChampions { get; init; }

    /// <summary>Whole months that free text and emails are kept.</summary>
    public int NotesMonths { get; init; }

    /// <summary>Whole months that a leaver's name is kept.</summary>
    public int LeaversMonths { get; init; }

    /// <summary>People may stay logged in longer on a phone of their own.</summary>
    public bool AllowsOwnPhones { get; init; }

    /// <summary>Grows with each change.</summary>
    public int Version { get; init; }
}

/// <summary>A site in the list of its trust.</summary>
public sealed record SiteRow
{
    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    public string Address { get; init; } = "";

    public string Postcode { get; init; } = "";

    public DateOnly? ClosedOn { get; init; }
}

/// <summary>Rows and details as they stand in the tables; the number of sites is counted apart.</summary>
internal sealed class TrustProjections : Profile
{
    public TrustProjections()
    {
        CreateProjection<Trust, TrustRow>()
            .ForMember(row => row.Id, from => from.MapFrom(trust => trust.Id.Value))
            .ForMember(row => row.Sites, from => from.Ignore());
        CreateProjection<Trust, TrustDetails>().ForMember(details => details.Id, from => from.MapFrom(trust => trust.Id.Value));
        CreateProjection<Site, SiteRow>();
    }
}
