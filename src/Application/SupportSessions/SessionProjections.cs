using AutoMapper;
using Champions.Domain.FollowUps;
using Champions.Domain.SupportSessions;
using Champions.Domain.Systems;

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
        CreateProjection<DigitalSystem, SystemChoice>();
        CreateProjection<SupportTopic, TopicChoice>();
    }
}
