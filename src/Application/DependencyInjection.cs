using Champions.Application.Abstractions;
using Champions.Application.Entering;
using Champions.Application.Auditing;
using Champions.Application.Jobs;
using Champions.Application.Outbox;
using Champions.Application.Outbox.Emails;
using Champions.Application.Outbox.Planning;
using Champions.Application.Outbox.Sending;
using Champions.Application.Reminders;
using Champions.Application.Time;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Application;

public static class DependencyInjection
{
    /// <summary>
    /// Registers every use case, every reader and every job: the classes named <c>…Handler</c> and <c>…Queries</c>, and those that
    /// implement <see cref="IRecurringJob"/>.
    /// </summary>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        services.AddScoped<CurrentActor>();
        services.AddScoped<IOutboxPlanner, OutboxPlanner>();
        services.AddScoped<AddressBook>();
        services.AddScoped<DoorLog>();
        services.AddScoped<MailLimit>();
        services.AddScoped<BookingEmails>();
        services.AddScoped<AssignmentEmails>();
        services.AddScoped<BookingSnapshots>();
        services.AddScoped<BookingReminders>();
        services.AddScoped<FollowUpReminders>();
        services.AddScoped<ChainReader>();
        services.AddSingleton<ClockWatch>();
        services.AddSingleton<AccountEmails>();
        services.AddSingleton<GuessLimits>();
        services.AddSingleton<FirstAdministrator>();
        services.AddSingleton<EmailWriter>();
        services.AddSingleton<SenderState>();

        foreach (var type in typeof(DependencyInjection).Assembly.GetTypes().Where(IsUseCase))
        {
            services.AddScoped(type);
        }

        return services;
    }

    private static bool IsUseCase(Type type) =>
        type is { IsClass: true, IsAbstract: false, IsGenericType: false }
        && (type.Name.EndsWith("Handler", StringComparison.Ordinal) || type.Name.EndsWith("Queries", StringComparison.Ordinal) || type.IsAssignableTo(typeof(IRecurringJob)));
}
