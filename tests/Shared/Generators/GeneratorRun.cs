using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KoreXo.Testing.Generators;

/// <summary>
/// A run of a generator over documents, and the runs that follow an edit. A run does not change; an edit gives a new one. It drives the
/// compiler itself, since CSharpSourceGeneratorTest neither edits, nor sees tracked steps, nor hands on what was emitted.
/// </summary>
public sealed class GeneratorRun
{
    private readonly GeneratorDriver _driver;
    private readonly CSharpCompilation _input;
    private readonly string _rootNamespace;

    private GeneratorRun(GeneratorDriver driver, CSharpCompilation input, string rootNamespace)
    {
        _driver = driver.RunGeneratorsAndUpdateCompilation(input, out var output, out _);
        _input = input;
        _rootNamespace = rootNamespace;
        Compilation = (CSharpCompilation)output;
        Result = _driver.GetRunResult().Results.Single();
    }

    /// <summary>The user's sources and the emitted ones.</summary>
    public CSharpCompilation Compilation { get; }

    public GeneratorRunResult Result { get; }

    /// <summary>
    /// What the generator reported, as the build prints it, without the hint that ends each message: <c>pets.yaml(3,5): error KXO2004:
    /// …</c>.
    /// </summary>
    public IReadOnlyList<string> Diagnostics =>
        Result
            .Diagnostics.Select(static diagnostic =>
                diagnostic.ToString().Replace($" (korexo explain {diagnostic.Id})", "", StringComparison.Ordinal)
            )
            .ToList();

    /// <summary>The names of the emitted files.</summary>
    public IReadOnlyList<string> Files => Result.GeneratedSources.Select(static source => source.HintName).ToList();

    public static GeneratorRun Start(
        IIncrementalGenerator generator,
        IEnumerable<TestDocument> documents,
        string rootNamespace = "",
        params string[] userSources
    )
    {
        var driver = CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            documents,
            TestCompilation.ParseOptions,
            new TestOptionsProvider(rootNamespace),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)
        );
        return new GeneratorRun(driver, TestCompilation.Create(userSources), rootNamespace);
    }

    /// <summary>The text of an emitted file.</summary>
    public string Source(string hintName) => Result.GeneratedSources.Single(source => source.HintName == hintName).SourceText.ToString();

    /// <summary>The same again, on a compilation that is new but equal.</summary>
    public GeneratorRun Again() => new(_driver, _input.Clone(), _rootNamespace);

    /// <summary>After a file of the user's is added.</summary>
    public GeneratorRun AfterTyping(string source) => new(_driver, _input.AddSyntaxTrees(TestCompilation.Parse(source)), _rootNamespace);

    /// <summary>After a document is edited.</summary>
    public GeneratorRun AfterEdit(TestDocument before, TestDocument after) =>
        new(_driver.ReplaceAdditionalText(before, after), _input, _rootNamespace);

    /// <summary>After the build made its options anew, with the same content.</summary>
    public GeneratorRun AfterEqualOptions() =>
        new(_driver.WithUpdatedAnalyzerConfigOptions(new TestOptionsProvider(_rootNamespace)), _input, _rootNamespace);

    /// <summary>Why each value of a step is as it is.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step) => Reasons(Result.TrackedSteps[step]);

    /// <summary>Why each emitted output is as it is, over all outputs.</summary>
    public IReadOnlyList<IncrementalStepRunReason> OutputReasons() =>
        Result.TrackedOutputSteps.SelectMany(static output => Reasons(output.Value)).ToList();

    /// <summary>The values of a step.</summary>
    public IReadOnlyList<object> Values(string step) =>
        Result.TrackedSteps[step].SelectMany(static run => run.Outputs).Select(static output => output.Value).ToList();

    private static List<IncrementalStepRunReason> Reasons(IEnumerable<IncrementalGeneratorRunStep> steps) =>
        steps.SelectMany(static run => run.Outputs).Select(static output => output.Reason).ToList();
}
