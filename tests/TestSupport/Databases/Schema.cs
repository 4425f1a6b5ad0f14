using Champions.Application;
using Champions.Application.Abstractions;
using Champions.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.TestSupport.Databases;

internal static class Schema
{
    /// <summary>Applies every migration, as the program itself does, and lets go of the database.</summary>
    public static async Task MigrateAsync(DatabaseOptions options)
    {
        var folder = TemporaryFolder.Create();
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new EmailSender("champions@trust.example", "Champions"))
            .AddApplication()
            .AddPersistence(options)
            .AddSingleton(new AuditKeyFile(TestSettings.WriteAuditKey(folder)))
            .BuildServiceProvider();
        await services.GetRequiredService<ISchema>().MigrateAsync(CancellationToken.None);
    }
}
