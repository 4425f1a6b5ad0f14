using Champions.Infrastructure.Persistence;
using Champions.Performance.Load;

namespace Champions.Performance.Bench;

/// <summary>One line of the report.</summary>
internal sealed record BenchRow(DatabaseProvider Provider, string What, LoadResult Floor, LoadResult Product);

/// <summary>Prints what was measured.</summary>
internal sealed class BenchReport
{
    private readonly List<BenchRow> rows = [];
    private readonly List<string> memory = [];

    public bool HasFailures => rows.Exists(r => r.Floor.Failures + r.Product.Failures > 0);

    public void Add(BenchRow row) => rows.Add(row);

    public void Memory(DatabaseProvider provider, double mib) => memory.Add($"{provider} {mib:F0} MiB");

    public void Print(BenchOptions options)
    {
        Console.WriteLine();
        Console.WriteLine($"{Data.BenchData.CallerCount} callers, {options.Rounds} rounds of {options.Seconds} s by turns, medians; waits in milliseconds; ratio = product ÷ floor, requests a second");
        Console.WriteLine($"{"database",-11} {"what",-22} {"product/s",9} {"p50",6} {"p99",6}   {"floor/s",8} {"p50",6} {"p99",6}   {"ratio",5}  failed");
        foreach (var (provider, what, floor, product) in rows)
        {
            Console.WriteLine(
                $"{provider,-11} {what,-22} {product.PerSecond,9:F0} {product.P50,6:F1} {product.P99,6:F1}   {floor.PerSecond,8:F0} {floor.P50,6:F1} {floor.P99,6:F1}   {product.PerSecond / floor.PerSecond,5:F2}  {product.Failures + floor.Failures}");
        }

        Console.WriteLine($"Memory of the product afterwards: {string.Join(", ", memory)}");
    }
}
