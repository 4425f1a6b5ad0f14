using Champions.Infrastructure.Persistence;

namespace Champions.TestSupport.Databases;

/// <summary>Where the database of one test lives.</summary>
internal interface ITestStore
{
    DatabaseOptions Options { get; }

    /// <summary>Takes the database away. Nothing may be connected to it through this process's pools.</summary>
    Task DropAsync();
}
