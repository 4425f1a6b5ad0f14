using System.Linq.Expressions;
using Champions.Application.Abstractions;
using Champions.Application.Auditing;
using Champions.Application.Jobs;
using Champions.Application.Outbox;
using Champions.Application.Reminders;
using Champions.Domain.Champions;
using Champions.Domain.Common;
using Champions.Domain.FollowUps;
using Champions.Domain.HelpSlots;
using Champions.Domain.Staff;
using Champions.Domain.SupportSessions;
using Champions.Domain.Systems;
using Champions.Domain.Trusts;
using Champions.Domain.Wards;
using Microsoft.EntityFrameworkCore;

namespace Champions.Infrastructure.Persistence;

/// <summary>
/// The model, once, for both databases. The sealed children say how values are stored and who waits for whom. Contexts are
/// pooled: each one enters the scope that uses it.
/// </summary>
internal abstract class ChampionsDbContext(DbContextOptions options) : DbContext(options), IChampionsDb
{
    /// <summary>Name of the filter that keeps trusts apart.</summary>
    public const string TrustFilter = "Trust";

    private readonly List<AuditNote> notes = [];
    private ChangeScope? entered;

    public DbSet<Trust> Trusts => Set<Trust>();

    public DbSet<Site> Sites => Set<Site>();

    public DbSet<Ward> Wards => Set<Ward>();

    public DbSet<StaffMember> StaffMembers => Set<StaffMember>();

    public DbSet<Champion> Champions => Set<Champion>();

    public DbSet<ChampionSystem> ChampionSystems => Set<ChampionSystem>();

    public DbSet<WardAssignment> WardAssignments => Set<WardAssignment>();

    public DbSet<DigitalSystem> DigitalSystems => Set<DigitalSystem>();

    public DbSet<SupportTopic> SupportTopics => Set<SupportTopic>();

    public DbSet<HelpSlot> HelpSlots => Set<HelpSlot>();

    public DbSet<Booking> Bookings => Set<Booking>();

    public DbSet<TimeClaim> TimeClaims => Set<TimeClaim>();

    public DbSet<SupportSession> SupportSessions => Set<SupportSession>();

    public DbSet<FollowUp> FollowUps => Set<FollowUp>();

    public DbSet<Reminder> Reminders => Set<Reminder>();

    public DbSet<OutboxEmail> OutboxEmails => Set<OutboxEmail>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<JobRun> JobRuns => Set<JobRun>();

    /// <summary>The ends of the chains of audit rows.</summary>
    public DbSet<AuditChain> AuditChains => Set<AuditChain>();

    public DbSet<AuditAnchor> AuditAnchors => Set<AuditAnchor>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<AccountSession> AccountSessions => Set<AccountSession>();

    public DbSet<OneTimeCode> OneTimeCodes => Set<OneTimeCode>();

    public DbSet<Passkey> Passkeys => Set<Passkey>();

    public DbSet<ExternalLogin> ExternalLogins => Set<ExternalLogin>();

    public DbSet<SingleSignOn> SingleSignOns => Set<SingleSignOn>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Read when a query runs, so a context made before sign-in was checked still sees the right trust.</summary>
    public TrustId CurrentTrust => Scope.Actor.TrustId;

    private ChangeScope Scope => entered ?? throw new InvalidOperationException("This context has not entered a scope.");

    /// <summary>Called once for each use of a pooled context, before anything else.</summary>
    public void Enter(ChangeScope scope)
    {
        entered = scope;
        notes.Clear();

        // Nobody goes on in a transaction after a save in it failed, so the way back to the start of the save is not worth its round trips
        Database.AutoSavepointsEnabled = false;
    }

    /// <summary>Says to the audit trail, with the next save of the same transaction, what was changed set by set past the tracker.</summary>
    public void Note(TrustId? trust, AuditChange change) => notes.Add(new AuditNote(trust, change));

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        await Scope.PrepareAsync(this, cancellationToken);
        var changes = await AuditTrail.ChangesInAsync(this, notes, cancellationToken);
        if (Database.CurrentTransaction is not null)
        {
            return await StoreAsync(changes, acceptAllChangesOnSuccess, cancellationToken);
        }

        var stored = await TakeTurnAsync(
            async ct =>
            {
                // The rows of the audit trail follow each other, so a writer holds the end of its chain until it is done
                await using var transaction = changes.Count == 0 ? null : await Database.BeginTransactionAsync(ct);
                var count = await StoreAsync(changes, acceptAllChangesOnSuccess, ct);
                await (transaction?.CommitAsync(ct) ?? Task.CompletedTask);
                return count;
            },
            cancellationToken);
        Scope.Committed();
        return stored;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Saving is asynchronous, so that writers can wait their turn.");

    public Task<Result<T>> RunAsync<T>(
        Func<CancellationToken, Task<Result<T>>> command, Func<string, Error?> onTaken, CancellationToken cancellationToken) =>
        CommandRetry.RunAsync(this, command, onTaken, cancellationToken);

    public Task<T> InTransactionAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        TakeTurnAsync(
            async ct =>
            {
                await using var transaction = await Database.BeginTransactionAsync(ct);
                var result = await work(ct);
                await transaction.CommitAsync(ct);
                Scope.Committed();
                return result;
            },
            cancellationToken);

    /// <summary>Runs a write when it is this context's turn. Writes inside a transaction already have it.</summary>
    protected abstract Task<T> TakeTurnAsync<T>(Func<CancellationToken, Task<T>> write, CancellationToken cancellationToken);

    /// <summary>The end of a chain of audit rows, tracked and begun if need be; nobody else adds to the chain until the transaction ends.</summary>
    public async Task<AuditChain> HoldChainAsync(Guid chain, IAuditSeal seal, CancellationToken cancellationToken)
    {
        // What an earlier save knew is old
        foreach (var earlier in ChangeTracker.Entries<AuditChain>().Where(e => e.Entity.Id == chain).ToList())
        {
            earlier.State = EntityState.Detached;
        }

        if (await FindAndLockAsync(chain, cancellationToken) is { } held)
        {
            return held;
        }

        var begun = new AuditChain(chain);
        begun.Extend(0, [], seal.MarkOf(chain, 0, []));
        return await BeginAndLockAsync(begun, cancellationToken);
    }

    protected abstract Task<AuditChain?> FindAndLockAsync(Guid chain, CancellationToken cancellationToken);

    protected abstract Task<AuditChain> BeginAndLockAsync(AuditChain begun, CancellationToken cancellationToken);

    /// <summary>SQL that is true when an instant column lies on a multiple of five minutes.</summary>
    protected abstract string OnFiveMinutes(string column);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ChampionsDbContext).Assembly);
        modelBuilder.Entity<HelpSlot>().ToTable(table => table.HasCheckConstraint("CK_HelpSlots_StartsAt", OnFiveMinutes("StartsAt")));

        foreach (var type in modelBuilder.Model.GetEntityTypes().Select(t => t.ClrType).ToList())
        {
            if (typeof(ITrustOwned).IsAssignableFrom(type))
            {
                modelBuilder.Entity(type).HasQueryFilter(TrustFilter, OfCurrentTrust(type));
            }

            // An account of no trust is nobody's to see
            if (type == typeof(Account))
            {
                modelBuilder.Entity<Account>().HasQueryFilter(TrustFilter, account => account.TrustId == CurrentTrust);
            }

            // The same goes for the installation's own part of the audit trail
            if (type == typeof(AuditEntry))
            {
                modelBuilder.Entity<AuditEntry>().HasQueryFilter(TrustFilter, entry => entry.TrustId == CurrentTrust);
            }

            if (typeof(IAggregate).IsAssignableFrom(type))
            {
                modelBuilder.Entity(type).Property(nameof(IAggregate.Version)).IsConcurrencyToken();
                modelBuilder.Entity(type).Ignore(nameof(IAggregate.Events));
            }
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        var enums = typeof(Trust).Assembly.GetTypes().Concat(typeof(OutboxState).Assembly.GetTypes())
            .Where(t => t.IsEnum && t.GetCustomAttributes(typeof(FlagsAttribute), inherit: false).Length == 0);
        foreach (var type in enums)
        {
            configurationBuilder.Properties(type).HaveConversion<string>().HaveMaxLength(50);
        }

        foreach (var type in typeof(TrustId).Assembly.GetTypes().Where(t => t.IsValueType && t.GetInterfaces().Any(IsId)))
        {
            configurationBuilder.Properties(type).HaveConversion(IdConverter(type));
        }
    }

    /// <summary>The converter that stores ids of one kind.</summary>
    protected abstract Type IdConverter(Type idType);

    private static bool IsId(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IId<>);

    private async Task<int> StoreAsync(
        IReadOnlyList<IGrouping<TrustId?, AuditChange>> changes, bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        try
        {
            await AuditTrail.AddAsync(this, changes, Scope, cancellationToken);
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch
        {
            // Whoever tries again with the same context makes new ones
            AuditTrail.Forget(this);
            throw;
        }
        finally
        {
            notes.Clear();
        }
    }

    private LambdaExpression OfCurrentTrust(Type type)
    {
        var row = Expression.Parameter(type, "row");
        var owner = Expression.Property(row, nameof(ITrustOwned.TrustId));
        var current = Expression.Property(Expression.Constant(this), nameof(CurrentTrust));
        return Expression.Lambda(Expression.Equal(owner, current), row);
    }
}
