namespace Champions.TestSupport.Databases;

/// <summary>The databases the product runs on.</summary>
public enum DatabaseKind
{
    Sqlite,
    PostgreSql,
}
