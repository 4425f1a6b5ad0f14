namespace Champions.Infrastructure.Persistence;

/// <summary>Brings the tables up to what this build expects, or says that they are not.</summary>
public interface ISchema
{
    /// <summary>Applies what is missing. Refuses a database that a newer build has changed.</summary>
    /// <exception cref="StartRefusedException">The schema is newer than this build, or the file cannot be used.</exception>
    Task MigrateAsync(CancellationToken cancellationToken);

    /// <summary>What must be true before the program serves.</summary>
    /// <exception cref="StartRefusedException">Migrations are missing, or the schema is newer than this build.</exception>
    Task PrepareToServeAsync(CancellationToken cancellationToken);

    /// <summary>Reachable, and the schema is the one this build expects.</summary>
    Task<bool> IsReadyAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Lets the database measure how its rows are spread, so that it picks the narrowest index. For a start, and for after many rows came at once.
    /// </summary>
    Task MeasureAsync(CancellationToken cancellationToken);
}
