using Champions.Application;
using Champions.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Tests.Outbox;

/// <summary>More than one process on one database.</summary>
internal static class Processes
{
    /// <param name="db">Its database.</param>
    /// <param name="other">Settings in the place of those of the test.</param>
    public static ServiceProvider Another(TestDatabase db, params (string Key, string Value)[] other)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(db.Settings)
            .AddInMemoryCollection(other.Select(o => KeyValuePair.Create(o.Key, (string?)o.Value))).Build();
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
