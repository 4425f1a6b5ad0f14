using System.Security.Cryptography;
using Champions.Application;
using Champions.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Tests.Persistence;

public sealed class KeysSealedTests
{
    private const string Secret = "the secret of an authenticator app";

    [Theory, EveryDatabase]
    public async Task Another_node_with_the_same_key_file_reads_what_one_has_written(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var written = Protector(db.Services).Protect(Secret);
        await using var other = Node(db, new byte[32]);

        Protector(other).Unprotect(written).Should().Be(Secret);
        (await db.AllAsync<DataProtectionKey>()).Should().ContainSingle("the other node found the key and made none");
    }

    [Theory, EveryDatabase]
    public async Task A_copy_of_the_database_without_the_key_file_opens_nothing(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var written = Protector(db.Services).Protect(Secret);
        await using var thief = Node(db, RandomNumberGenerator.GetBytes(32));

        var read = () => Protector(thief).Unprotect(written);

        read.Should().Throw<CryptographicException>();
        Protector(thief).Unprotect(Protector(thief).Protect(Secret)).Should().Be(Secret, "only what others have written stays shut");
        var stored = (await db.AllAsync<DataProtectionKey>()).Should().OnlyContain(k => k.Xml.Contains("<sealedByFile")).And.Subject;
        stored.Should().NotContain(k => k.Xml.Contains("masterKey"), "the framework keeps the key itself in an element of that name");
    }

    private static IDataProtector Protector(IServiceProvider services) => services.GetDataProtector("a test");

    /// <summary>The program once more on the same database, with this in its key file.</summary>
    private static ServiceProvider Node(TestDatabase db, byte[] keyFile) => new ServiceCollection()
        .AddLogging()
        .AddApplication()
        .AddInfrastructure(new ConfigurationBuilder().AddInMemoryCollection(db.Settings).Build(), db.MailFolder)
        .AddSingleton(TimeProvider.System)
        .AddSingleton(new AuditKey(() => keyFile))
        .BuildServiceProvider();
}
