using Champions.Application.Auditing;
using Champions.Infrastructure.Persistence;
using Champions.Infrastructure.Tests.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Tests.Auditing;

/// <summary>The program starts only with the key that the trail was written with.</summary>
public sealed class KeyCheckTests
{
    [Theory, EveryDatabase]
    public async Task A_missing_key_stops_the_start_and_none_is_made(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var path = db.Settings["Audit:KeyFile"]!;
        File.Delete(path);

        var starting = () => StartAsync(db);

        (await starting.Should().ThrowAsync<StartRefusedException>()).WithMessage(
            $"The key of the audit trail is missing: there is no {path}. Put back the file this database was written with, or set Audit:KeyFile.");
        File.Exists(path).Should().BeFalse();
    }

    [Theory, EveryDatabase]
    public async Task Another_key_stops_the_start(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        await SmallTrust.CreateAsync(db);
        var path = db.Settings["Audit:KeyFile"]!;
        File.Delete(path);
        new AuditKeyFile(path).Make();

        var starting = () => StartAsync(db);

        (await starting.Should().ThrowAsync<StartRefusedException>()).WithMessage(
            $"The key of the audit trail in {path} does not fit this database. Put back the file it was written with, or set Audit:KeyFile.");
    }

    [Theory, EveryDatabase("no key")]
    [EveryDatabase("c2hvcnQ=")]
    [EveryDatabase("")]
    public async Task A_file_that_holds_no_key_stops_the_start(DatabaseKind kind, string content)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var path = db.Settings["Audit:KeyFile"]!;
        await File.WriteAllTextAsync(path, content);

        var starting = () => StartAsync(db);

        (await starting.Should().ThrowAsync<StartRefusedException>()).WithMessage(
            $"The key of the audit trail in {path} cannot be used. Put back the file that was there before, or set Audit:KeyFile.");
    }

    [Theory, EveryDatabase]
    public async Task The_right_key_starts_again_and_again(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        await SmallTrust.CreateAsync(db);

        await StartAsync(db);
        await StartAsync(db);

        (await db.AllAsync<AuditChain>()).Should().HaveCount(2, "the installation and the trust have one each");
    }

    [Theory, EveryDatabase]
    public async Task A_database_without_chains_gets_a_key_and_a_first_chain(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateEmptyAsync(kind);
        var path = db.Settings["Audit:KeyFile"]!;
        File.Delete(path);

        await db.Services.GetRequiredService<ISchema>().MigrateAsync(default);

        new AuditKeyFile(path).Read().Should().HaveCount(32).And.NotEqual(new byte[32]);
        (await db.AllAsync<AuditChain>()).Should().ContainSingle().Which.Id.Should().BeEmpty();
    }

    [Fact]
    public async Task A_second_node_with_a_key_of_its_own_is_refused_before_the_first_row()
    {
        await using var db = await TestDatabase.CreateEmptyAsync(DatabaseKind.PostgreSql);
        await db.Services.GetRequiredService<ISchema>().MigrateAsync(default);
        var ownKey = Path.Combine(db.MailFolder, "another-node.key");
        new AuditKeyFile(ownKey).Make();
        var second = () => StartAsync(db, ownKey);
        await second.Should().ThrowAsync<StartRefusedException>().WithMessage("*does not fit this database*");
    }

    [Fact]
    public void Only_its_owner_can_read_the_key()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("champions-key-").FullName, "data", "audit.key");

        new AuditKeyFile(path).Make();

        (OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite)).Should().BeTrue();
        var first = File.ReadAllText(path);
        new AuditKeyFile(path).Make();
        File.ReadAllText(path).Should().Be(first, "whoever was first counts");
        Directory.GetFiles(Path.GetDirectoryName(path)!).Should().ContainSingle();
        Directory.Delete(Path.GetDirectoryName(Path.GetDirectoryName(path))!, recursive: true);
    }

    /// <summary>What a process does at its start, with services of its own.</summary>
    private static async Task StartAsync(TestDatabase db, string? keyFile = null)
    {
        await using var process = Processes.Another(db, ("Audit:KeyFile", keyFile ?? db.Settings["Audit:KeyFile"]!));
        await process.GetRequiredService<ISchema>().PrepareToServeAsync(default);
    }
}
