using AutoMapper;
using Champions.Domain.HelpSlots;

namespace Champions.Application.HelpSlots;

internal sealed class OfferedSlotProjections : Profile
{
    public OfferedSlotProjections() =>
        CreateProjection<HelpSlot, OfferedTime>().ForCtorParam(nameof(OfferedTime.Id), id => id.MapFrom(s => s.Id.Value));
}
