using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using KoreXo.Generator;
using KoreXo.Testing.Generators;

namespace KoreXo.Benchmarks.Generation;

/// <summary>Ten times the operations should take at most eleven times the time.</summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 12, iterationCount: 15)]
[MemoryDiagnoser]
public class GrowthBenchmarks
{
    private TestDocument _document = null!;

    [Params(100, 1_000)]
    public int Operations { get; set; }

    [GlobalSetup]
    public void Prepare() => _document = GenerationInput.Made(Operations);

    /// <summary>What a build pays.</summary>
    [Benchmark]
    public int Cold() => GeneratorRun.Start(FreshGenerator.Load(precompiled: true), [_document]).Files.Count;

    /// <summary>What an editor pays for an edit of the document.</summary>
    [Benchmark]
    public int Warm() => GeneratorRun.Start(new KoreXoGenerator(), [_document]).Files.Count;
}
