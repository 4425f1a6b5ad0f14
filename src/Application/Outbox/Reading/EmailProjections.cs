using AutoMapper;

namespace Champions.Application.Outbox.Reading;

internal sealed class EmailProjections : Profile
{
    public EmailProjections()
    {
        CreateProjection<OutboxEmail, EmailRow>();
        CreateProjection<OutboxEmail, EmailDetail>();
    }
}
