using Champions.Application.Outbox;
using Champions.Application.Outbox.Sending;
using Champions.Application.Reminders;
using Champions.Infrastructure.AcrossTrusts;
using Champions.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Outbox;

internal static class OutboxRegistration
{
    public static void AddOutbox(this IServiceCollection services, DatabaseProvider provider)
    {
        services.AddSingleton<IEmailSecrets, EmailSecrets>();
        services.AddSingleton<IRowsOfAnyTrust, RowsOfAnyTrust>();
        services.AddSingleton<IReminderCandidates, ReminderCandidates>();
        services.AddSingleton(new OutboxSql(provider));
        services.AddSingleton<IOutboxStore, OutboxStore>();
        if (provider == DatabaseProvider.Sqlite)
        {
            services.AddSingleton<ISenderNode, SqliteSenderNode>();
        }
        else
        {
            services.AddSingleton<ISenderNode, PostgresSenderNode>();
        }
    }
}
