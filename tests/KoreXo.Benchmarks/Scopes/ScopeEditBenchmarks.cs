using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

namespace KoreXo.Benchmarks.Scopes;

/// <summary>
/// From one edit among 2,000 scoped calls to the warnings of the edited file. The budget is 50 ms, median; the analyzer's share of a build
/// of the project is printed when the benchmark ends.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 10, iterationCount: 60)]
[MedianColumn]
public class ScopeEditBenchmarks
{
    private EditWorkload _workload = null!;

    [GlobalSetup]
    public void Prepare() => _workload = new EditWorkload();

    [Benchmark]
    public Task<int> Edit() => _workload.EditAsync();

    [GlobalCleanup]
    public async Task ReportAsync()
    {
        var runs = new List<(TimeSpan Compiler, TimeSpan Analyzer)>();
        for (var run = 0; run < 5; run++)
        {
            runs.Add(await _workload.BuildAsync());
        }

        var (compiler, analyzer) = (runs.Min(static run => run.Compiler), runs.Min(static run => run.Analyzer));
        Console.WriteLine(
            $"// compiler {compiler.TotalMilliseconds:F0} ms, analyzer {analyzer.TotalMilliseconds:F0} ms: {analyzer / (compiler + analyzer):P1}"
        );
    }
}
