namespace Champions.Infrastructure.Demo;

/// <summary>Fills a database with three real trusts, invented people, eight weeks of work and two weeks to come.</summary>
public interface IDemo
{
    /// <summary>Fills an empty database, all or nothing; one with anything in it is left as it is.</summary>
    /// <param name="password">Given to every account of the demo.</param>
    /// <param name="cancellationToken">Stops the work; nothing stays behind.</param>
    /// <returns>False when there was something in the database.</returns>
    Task<bool> FillIfEmptyAsync(string password, CancellationToken cancellationToken);

    /// <summary>Whether anybody of the demo has an account here, with the password that everybody knows.</summary>
    Task<bool> IsHereAsync(CancellationToken cancellationToken);
}
