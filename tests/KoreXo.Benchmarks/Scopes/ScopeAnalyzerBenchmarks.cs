using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

namespace KoreXo.Benchmarks.Scopes;

/// <summary>
/// Compiling and analyzing a method, the compiler's share included. The budget of the analyzer's own share is 50, 50, 400 and 500 µs; it is
/// printed when a benchmark ends.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 5)]
[MemoryDiagnoser]
public class ScopeAnalyzerBenchmarks
{
    private const int Methods = 10_000;

    private ScopeWorkload _workload = null!;
    private TimeSpan _least = TimeSpan.MaxValue;

    [Params(ScopeWorkloadKind.NoCall, ScopeWorkloadKind.Held, ScopeWorkloadKind.Missing, ScopeWorkloadKind.Guarded)]
    public ScopeWorkloadKind Kind { get; set; }

    [GlobalSetup]
    public void Prepare() => _workload = new ScopeWorkload(Kind, Methods);

    [Benchmark(OperationsPerInvoke = Methods)]
    public async Task<int> AnalyzeMethod()
    {
        var (perMethod, _, warnings) = await _workload.RunAsync();
        _least = perMethod < _least ? perMethod : _least;
        return warnings;
    }

    [GlobalCleanup]
    public void Report() => Console.WriteLine($"// {Kind}: {_least.TotalMicroseconds:F1} µs of analyzer time per method");
}
