using AutoMapper;
using Champions.Domain.Systems;

namespace Champions.Application.Help;

/// <summary>A ward as the help pages name it.</summary>
/// <param name="Id">The ward.</param>
/// <param name="SiteId">Its site.</param>
/// <param name="Name">Its name.</param>
/// <param name="Site">Name of its site.</param>
/// <param name="IsOpen">A closed ward is still named where a time says so, but nobody looks for it.</param>
/// <param name="IsMine">Where the person who asks works.</param>
public sealed record HelpWard(WardId Id, SiteId SiteId, string Name, string Site, bool IsOpen, bool IsMine);

/// <summary>A digital system to choose.</summary>
public sealed record SystemOption(DigitalSystemId Id, string Name);

internal sealed class HelpProjections : Profile
{
    public HelpProjections() => CreateProjection<DigitalSystem, SystemOption>();
}

/// <summary>The wards and systems of a trust: what a person may look for, and the words of what is found.</summary>
public sealed class HelpCatalogue(IReadOnlyList<HelpWard> wards, IReadOnlyList<SystemOption> systems)
{
    private readonly Dictionary<WardId, HelpWard> byId = wards.ToDictionary(w => w.Id);
    private readonly HelpWard? mine = wards.FirstOrDefault(w => w.IsMine);

    /// <summary>Open wards by name.</summary>
    public IEnumerable<HelpWard> Wards => wards.Where(w => w.IsOpen);

    /// <summary>Systems by name.</summary>
    public IReadOnlyList<SystemOption> Systems => systems;

    /// <summary>More than one site, so that a ward's name alone may not be enough.</summary>
    public bool HasSites => wards.DistinctBy(w => w.SiteId).Skip(1).Any();

    /// <summary>Null for an id that is no open ward of the trust.</summary>
    public HelpWard? Ward(Guid? id) => id is { } value && byId.GetValueOrDefault(new WardId(value)) is { IsOpen: true } ward ? ward : null;

    /// <summary>Null for an id that is no system of the trust.</summary>
    public SystemOption? System(Guid? id) => systems.FirstOrDefault(s => s.Id.Value == id);

    internal HelpWard? Named(WardId? id) => id is { } value ? byId.GetValueOrDefault(value) : null;

    internal Nearness NearnessOf(HelpWard? ward) =>
        ward is null || mine is null ? Nearness.Unknown
        : ward.Id == mine.Id ? Nearness.OnMyWard
        : ward.SiteId == mine.SiteId ? Nearness.AtMySite
        : Nearness.Elsewhere;

    internal string NamesOf(IReadOnlyCollection<DigitalSystemId> known) =>
        string.Join(", ", systems.Where(s => known.Contains(s.Id)).Select(s => s.Name));
}
