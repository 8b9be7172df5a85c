using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

namespace KoreXo.Benchmarks.Scopes;

/// <summary>
/// Compiling and analyzing a method, the compiler's share included. The budget of the analyzer's own share is 50, 50, 400 and 500 µs; it is
/// printed when a benchmark ends.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 2, iterationCount: 5)]
[MemoryDiagnoser]
public class ScopeAnalyzerBenchmarks
{
    private const int Methods = 10_000;

    private ScopeWorkload _workload = null!;
    private TimeSpan _leastOwn = TimeSpan.MaxValue;
    private TimeSpan _leastProcessor = TimeSpan.MaxValue;

    [Params(ScopeWorkloadKind.NoCall, ScopeWorkloadKind.Held, ScopeWorkloadKind.Missing, ScopeWorkloadKind.Guarded)]
    public ScopeWorkloadKind Kind { get; set; }

    [GlobalSetup]
    public void Prepare() => _workload = new ScopeWorkload(Kind, Methods);

    [Benchmark(OperationsPerInvoke = Methods)]
    public async Task<int> AnalyzeMethod()
    {
        var (own, processor, _, warnings) = await _workload.RunAsync();
        _leastOwn = own < _leastOwn ? own : _leastOwn;
        _leastProcessor = processor < _leastProcessor ? processor : _leastProcessor;
        return warnings;
    }

    [GlobalCleanup]
    public async Task Report()
    {
        var idle = TimeSpan.MaxValue;
        for (var run = 0; run < 3; run++)
        {
            var processor = await _workload.RunIdleAsync();
            idle = processor < idle ? processor : idle;
        }

        Console.WriteLine($"// {Kind}: {_leastOwn.TotalMicroseconds:F1} µs of analyzer time per method by the clock, {(_leastProcessor - idle).TotalMicroseconds:F1} µs more of the processor than without the analyzer");
    }
}
