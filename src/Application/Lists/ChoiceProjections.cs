using AutoMapper;
using Champions.Domain.Systems;
using Champions.Domain.Trusts;
using Champions.Domain.Wards;

namespace Champions.Application.Lists;

/// <summary>Sites, wards and systems as people choose them.</summary>
internal sealed class ChoiceProjections : Profile
{
    public ChoiceProjections()
    {
        CreateProjection<Site, Choice>().ForCtorParam(nameof(Choice.Id), to => to.MapFrom(site => site.Id.Value));
        CreateProjection<DigitalSystem, Choice>().ForCtorParam(nameof(Choice.Id), to => to.MapFrom(system => system.Id.Value));
        CreateProjection<Ward, Choice>()
            .ForCtorParam(nameof(Choice.Id), to => to.MapFrom(ward => ward.Id.Value))
            .ForCtorParam(nameof(Choice.Name), to => to.MapFrom(ward => ward.Name + " (" + ward.Code + ")"));
    }
}
