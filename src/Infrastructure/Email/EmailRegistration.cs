using Champions.Application.Abstractions;
using Champions.Application.Outbox;
using Champions.Infrastructure.AcrossTrusts;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Email;

internal static class EmailRegistration
{
    /// <exception cref="StartRefusedException">This build cannot send the way the settings ask.</exception>
    public static void AddEmail(this IServiceCollection services, EmailOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Sender);
        services.AddSingleton<IMailFolder>(new MailFolder(options));
        services.AddScoped<IEmailsOfAllTrusts, EmailsOfAllTrusts>();
        if (options.Transport == EmailTransportKind.Folder)
        {
            services.AddSingleton<IEmailTransport>(provider => new FolderTransport(options.Folder, provider.GetRequiredService<TimeProvider>()));
            return;
        }

#if FULL_FEED
        services.AddSingleton<IEmailTransport>(provider => new MailKitTransport(options.Smtp, provider.GetRequiredService<TimeProvider>()));
#else
        if (options.Smtp.Security == SmtpSecurity.Tls)
        {
            throw new StartRefusedException("Email:Smtp:Security is Tls, which needs the full build (-p:FullFeed=true, MailKit). Use StartTls, or build with it.");
        }

        services.AddSingleton<IEmailTransport>(new SystemNetMailTransport(options.Smtp));
#endif
    }
}
