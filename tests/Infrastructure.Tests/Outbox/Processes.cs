using Champions.Application;
using Champions.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Tests.Outbox;

/// <summary>More than one process on one database.</summary>
internal static class Processes
{
    public static ServiceProvider Another(TestDatabase db)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(db.Settings).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddApplication()
            .AddReadModels(licenceKey: null)
            .AddInfrastructure(configuration, db.MailFolder)
            .AddSingleton<TimeProvider>(db.Clock)
            .BuildServiceProvider();
    }
}
