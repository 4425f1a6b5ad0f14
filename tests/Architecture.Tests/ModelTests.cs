using Champions.Domain.Common;
using Champions.Infrastructure.Persistence;
using Champions.Infrastructure.Persistence.Postgres;
using Champions.Infrastructure.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Champions.Architecture.Tests;

/// <summary>One model, two databases, the same names and the same walls between trusts. Nothing here connects to a database.</summary>
public sealed class ModelTests : IDisposable
{
    private readonly ChampionsDbContext sqlite = new SqliteDesignTime().CreateDbContext([]);
    private readonly ChampionsDbContext postgres = new PostgresDesignTime().CreateDbContext([]);

    [Fact]
    public void Every_row_that_a_trust_owns_is_filtered_by_trust()
    {
        var owned = Code.TypesOf(Code.Domain, Code.Application).Where(t => t.IsClass && !t.IsAbstract && t.IsAssignableTo(typeof(ITrustOwned))).ToList();

        owned.Should().HaveCountGreaterThan(10);
        foreach (var type in owned)
        {
            var mapped = sqlite.Model.FindEntityType(type);
            mapped.Should().NotBeNull($"{type.Name} is owned by a trust and must be filtered");
            mapped!.FindDeclaredQueryFilter(ChampionsDbContext.TrustFilter).Should().NotBeNull($"of {type.Name}");
        }
    }

    [Fact]
    public void Whatever_names_a_trust_is_owned_by_it()
    {
        // An administrator works for no trust; which trust a domain belongs to is asked before anybody is in
        string[] acrossTrusts = ["AuditEntry", "Account", "AccountSession", "TrustDomain"];

        sqlite.Model.GetEntityTypes().Where(t => t.FindProperty("TrustId") is not null && !t.ClrType.IsAssignableTo(typeof(ITrustOwned)))
            .Select(t => t.ClrType.Name).Should().BeSubsetOf(acrossTrusts);
    }

    [Fact]
    public void The_migrations_make_the_model_on_both_databases()
    {
        sqlite.Database.HasPendingModelChanges().Should().BeFalse("scripts/add-migration was forgotten");
        postgres.Database.HasPendingModelChanges().Should().BeFalse("scripts/add-migration was forgotten");
    }

    [Fact]
    public void Migrations_come_in_pairs_in_the_same_order()
    {
        sqlite.Database.GetMigrations().Select(NameOf).Should().Equal(postgres.Database.GetMigrations().Select(NameOf)).And.NotBeEmpty();

        static string NameOf(string id) => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..];
    }

    [Fact]
    public void Tables_columns_keys_and_indexes_have_the_same_names_on_both_databases() =>
        NamesOf(sqlite.Model).Should().BeEquivalentTo(NamesOf(postgres.Model));

    [Fact]
    public void Tables_are_plain_plurals()
    {
        var tables = sqlite.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct(StringComparer.Ordinal).ToList();

        tables.Should().Contain(["Trusts", "Sites", "Wards", "StaffMembers", "Champions", "HelpSlots", "Bookings", "TimeClaims", "SupportSessions", "FollowUps"]);
        tables.Should().OnlyContain(name => name.EndsWith('s') && name.All(char.IsLetter));
    }

    [Fact]
    public void Text_has_a_longest_length()
    {
        string[] unlimited = ["DataProtectionKey.FriendlyName", "DataProtectionKey.Xml", "OutboxEmail.Data", "AuditEntry.Changes", "SupportSession.Changes"];

        sqlite.Model.GetEntityTypes().Where(t => t.ClrType.Namespace?.StartsWith("Champions", StringComparison.Ordinal) == true)
            .SelectMany(t => t.GetDeclaredProperties().Where(p => p.ClrType == typeof(string) && p.GetMaxLength() is null)
                .Where(p => p.DeclaringType.ClrType.GetProperty(p.Name)?.DeclaringType?.Namespace?.StartsWith("Champions", StringComparison.Ordinal) == true)
                .Select(p => $"{t.ClrType.Name}.{p.Name}"))
            .Should().BeSubsetOf(unlimited);
    }

    public void Dispose()
    {
        sqlite.Dispose();
        postgres.Dispose();
    }

    private static List<string> NamesOf(IModel model) =>
    [
        .. from type in model.GetEntityTypes()
           let table = type.GetTableName()
           from name in type.GetProperties().Select(p => $"{table}.{p.GetColumnName()}{(p.IsNullable ? "?" : "")}")
               .Concat(type.GetKeys().Select(k => $"{table} {k.GetName()}"))
               .Concat(type.GetIndexes().Select(i => $"{table} {i.GetDatabaseName()} {i.IsUnique}"))
               .Concat(type.GetForeignKeys().Select(f => $"{table} {f.GetConstraintName()} {f.DeleteBehavior}"))
           select name,
    ];
}
