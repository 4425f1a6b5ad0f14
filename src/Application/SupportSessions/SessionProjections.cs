using AutoMapper;
using Champions.Application.Lists;
using Champions.Domain.FollowUps;
using Champions.Domain.SupportSessions;
using Champions.Domain.Systems;
using Champions.Domain.Wards;

namespace Champions.Application.SupportSessions;

/// <summary>Reads that are the stored members and nothing more.</summary>
internal sealed class SessionProjections : Profile
{
    public SessionProjections()
    {
        CreateProjection<SupportSession, SessionFacts>()
            .ForMember(f => f.Topics, m => m.MapFrom(s => s.Topics.Select(t => t.SupportTopicId)))
            .ForMember(f => f.Barriers, m => m.MapFrom(s => s.Barriers.Select(b => b.Barrier)));
        CreateProjection<Participant, ParticipantFacts>();
        CreateProjection<FollowUp, SessionFollowUpRow>();
        CreateProjection<SupportTopic, Choice>().ForCtorParam(nameof(Choice.Id), to => to.MapFrom(topic => topic.Id.Value));
        CreateProjection<Ward, WardChoice>()
            .ForCtorParam(nameof(WardChoice.Id), to => to.MapFrom(ward => ward.Id.Value))
            .ForCtorParam(nameof(WardChoice.Name), to => to.MapFrom(ward => ward.Name + " (" + ward.Code + ")"))
            .ForCtorParam(nameof(WardChoice.IsClosed), to => to.MapFrom(ward => ward.ClosedOn != null));
    }
}
