using Champions.Application.Abstractions;
using Champions.Domain.Common;
using Champions.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Champions.Infrastructure.Demo;

/// <summary>Makes the demo in memory and stores it in one transaction, so that a demo is either there or not.</summary>
internal sealed class DemoFiller(IServiceScopeFactory scopes, TimeProvider clock) : IDemo
{
    public async Task<bool> FillIfEmptyAsync(string password, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ChampionsDbContext>();

        // Two nodes may start at once: the slower one meets a taken key, looks again and finds the demo there.
        var filled = await db.RunAsync<bool>(
            async ct => await IsEmptyAsync(db, ct) && await db.InTransactionAsync(inside => FillAsync(scope.ServiceProvider, db, password, inside), ct),
            _ => null,
            cancellationToken);
        if (!filled.IsSuccess)
        {
            throw new InvalidOperationException(filled.Error.Message);
        }

        if (filled.Value)
        {
            await scope.ServiceProvider.GetRequiredService<ISchema>().MeasureAsync(cancellationToken);
        }

        return filled.Value;
    }

    public async Task<bool> IsHereAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<IAccountsOfAllTrusts>().Accounts;
        foreach (var domain in DemoPlan.Trusts.Select(t => t.Domain))
        {
            var ending = Text.Normalise("@" + domain);
            if (await accounts.AnyAsync(a => a.NormalisedEmail.EndsWith(ending), cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<bool> IsEmptyAsync(ChampionsDbContext db, CancellationToken cancellationToken) =>
        !await db.Trusts.AnyAsync(cancellationToken) && !await db.Accounts.AnyAsync(cancellationToken);

    private async Task<bool> FillAsync(IServiceProvider services, ChampionsDbContext db, string password, CancellationToken cancellationToken)
    {
        var story = await DemoStory.MakeAsync(clock.GetUtcNow(), cancellationToken);

        // Everything is made before it is added, so there is nothing for the tracker to detect.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var trust in story.Trusts)
        {
            await StoreAsync(db, [trust.Trust, .. trust.Sites, .. trust.Wards, .. trust.Systems, .. trust.Topics, .. trust.People, .. trust.Champions], cancellationToken);
            await StoreAsync(db, [.. trust.Slots, .. trust.Sessions, .. trust.FollowUps], cancellationToken);
        }

        var hash = (await services.GetRequiredService<IPasswords>().HashAsync(password, cancellationToken)).Value;
        var accounts = story.Trusts.SelectMany(AccountsOf).Append(AdministratorAccount()).ToList();
        accounts.ForEach(account => account.SetPassword(hash, clock.GetUtcNow()));
        await StoreAsync(db, [.. accounts], cancellationToken);
        db.ChangeTracker.Clear();
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        await new StaffBookings(story.Trusts[0], story.Time).MakeAsync(services, db, cancellationToken);
        return true;
    }

    /// <summary>What has happened is told to nobody: no email is queued for it.</summary>
    private static async Task StoreAsync(ChampionsDbContext db, List<object> rows, CancellationToken cancellationToken)
    {
        rows.OfType<IAggregate>().ToList().ForEach(row => row.ClearEvents());
        db.AddRange(rows);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private Account AdministratorAccount() =>
        Account.Open(null, null, "Alex Morgan", DemoPlan.Administrator, Roles.Administrator, clock.GetUtcNow());

    private IEnumerable<Account> AccountsOf(DemoTrust trust)
    {
        var roles = trust.Plan.Personas.ToDictionary(p => trust.Persona(p.Mailbox).Id, p => p.Roles);
        return trust.People.Select(p => Account.For(p, roles.GetValueOrDefault(p.Id), clock.GetUtcNow()));
    }
}
