using System.Text.RegularExpressions;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using KoreXo.Generator;
using KoreXo.Testing.Generators;

namespace KoreXo.Benchmarks.Generation;

/// <summary>
/// What a build pays for a document, and what an editor pays for a key. Parsing of the emitted code by the compiler is included.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 2, iterationCount: 7)]
[MemoryDiagnoser]
public partial class GenerationBenchmarks
{
    private IReadOnlyList<TestDocument> _documents = null!;
    private GeneratorRun _run = null!;
    private TestDocument _edited = null!;
    private int _typed;

    public static IEnumerable<string> Names => GenerationInput.Names;

    [ParamsSource(nameof(Names))]
    public string Documents { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        _documents = GenerationInput.Load(Documents);
        _run = Generate();
        var text = _documents[0].GetText().ToString();
        _edited = _documents[0].WithText(FirstTitle().Replace(text, "$0New ", 1));
    }

    /// <summary>The first generation of a build server.</summary>
    [Benchmark]
    public int Cold() => First(precompiled: true);

    /// <summary>The first generation of an editor, or of a compiler that does not come with the SDK.</summary>
    [Benchmark]
    public int ColdIL() => First(precompiled: false);

    [Benchmark]
    public int Warm() => Generate().Files.Count;

    [Benchmark]
    public int UnrelatedEdit() => _run.AfterTyping($"class Typed{_typed++};").Files.Count;

    [Benchmark]
    public int OneDocumentEdited() => _run.AfterEdit(_documents[0], _edited).Files.Count;

    [GeneratedRegex("title\"?: [\"']?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FirstTitle();

    private GeneratorRun Generate() => GeneratorRun.Start(new KoreXoGenerator(), _documents);

    private int First(bool precompiled) => GeneratorRun.Start(FreshGenerator.Load(precompiled), _documents).Files.Count;
}
