using Champions.Infrastructure.Persistence;

namespace Champions.Performance.Floor;

/// <summary>What a floor is started with, as arguments of this program.</summary>
/// <param name="Database">A copy of the product's database of its own.</param>
/// <param name="DataFile">See <see cref="Data.BenchData"/>.</param>
/// <param name="Bytes">How many bytes each page of the product has, by its path.</param>
internal sealed record FloorOptions(DatabaseOptions Database, string DataFile, IReadOnlyDictionary<string, int> Bytes)
{
    public IEnumerable<string> ToArguments() =>
    [
        "floor", Database.Provider.ToString(), Database.ConnectionString, DataFile, .. Bytes.Select(b => $"{b.Key}={b.Value}"),
    ];

    public static FloorOptions From(string[] args) => new(
        new DatabaseOptions(Enum.Parse<DatabaseProvider>(args[1]), args[2]),
        args[3],
        args.Skip(4).Where(a => a.StartsWith('/')).Select(a => a.Split('=')).ToDictionary(p => p[0], p => int.Parse(p[1])));
}
