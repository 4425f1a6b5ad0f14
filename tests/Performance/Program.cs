using Champions.Performance.Access;
using Champions.Performance.Bench;
using Champions.Performance.Floor;
using Champions.Performance.Imports;

// scripts/bench builds and starts this; "floor" is the server that the product is compared with, "serve" the product itself with or
// without its question who is asking.
switch (args)
{
    case ["floor", ..]:
        await FloorServer.RunAsync(FloorOptions.From(args), args[^1]);
        return 0;
    case ["serve", ..]:
        await UncheckedServer.RunAsync(args);
        return 0;
    default:
        var options = BenchOptions.From(args);
        return args.Contains("--access") ? await AccessBenchmark.RunAsync(options)
            : args.Contains("--imports") ? await ImportBenchmark.RunAsync(options)
            : await Benchmark.RunAsync(options);
}
