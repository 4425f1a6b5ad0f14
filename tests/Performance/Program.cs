using Champions.Performance.Bench;
using Champions.Performance.Floor;

// scripts/bench builds and starts this; "floor" is the server that the product is compared with.
if (args is ["floor", ..])
{
    await FloorServer.RunAsync(FloorOptions.From(args), args[^1]);
    return 0;
}

return await Benchmark.RunAsync(BenchOptions.From(args));
