using System.Globalization;
using System.Text.RegularExpressions;
using KoreXo.Diagnostics;
using KoreXo.Testing.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace KoreXo.Generator.Tests.Harness;

/// <summary>A test of the generator: exactly what is expected is reported, and what is emitted compiles without a warning.</summary>
internal sealed partial class GeneratorTest : CSharpSourceGeneratorTest<KoreXoGenerator, DefaultVerifier>
{
    // No package: the references are those of the test process, so that nothing is downloaded.
    private static readonly ReferenceAssemblies Framework = new("net10.0");

    private readonly IReadOnlyList<TestDocument> _documents;

    /// <summary>Initializes a new instance of the <see cref="GeneratorTest"/> class.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="expected">The diagnostics, as the build prints them, without the hint that ends each.</param>
    public GeneratorTest(IReadOnlyList<TestDocument> documents, IEnumerable<string> expected)
    {
        _documents = documents;
        ReferenceAssemblies = Framework;
        CompilerDiagnostics = CompilerDiagnostics.Warnings;
        TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck;
        TestState.Sources.Add("");
        TestState.AdditionalReferences.AddRange(TestCompilation.References);
        TestState.ExpectedDiagnostics.AddRange(expected.Select(Parse));
    }

    /// <inheritdoc/>
    protected override CompilationOptions CreateCompilationOptions() => TestCompilation.Options;

    /// <inheritdoc/>
    protected override ParseOptions CreateParseOptions() => TestCompilation.ParseOptions;

    /// <summary>Adds the documents with their metadata, by which a build marks documents; the files of a test state have none.</summary>
    protected override AnalyzerOptions GetAnalyzerOptions(Project project) => new([.. _documents], new TestOptionsProvider(""));

    private static DiagnosticResult Parse(string printed)
    {
        var parts = Printed().Match(printed);
        Assert.True(parts.Success, $"'{printed}' is not a diagnostic as the build prints it.");
        var severity = Enum.Parse<DiagnosticSeverity>(parts.Groups["severity"].Value, ignoreCase: true);
        var id = parts.Groups["id"].Value;
        return new DiagnosticResult(id, severity)
            .WithLocation(parts.Groups["path"].Value, Number(parts.Groups["line"]), Number(parts.Groups["column"]))
            .WithMessage(parts.Groups["message"].Value + RuleHelp.Hint(id));
    }

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<path>[^(]+)\((?<line>\d+),(?<column>\d+)\): (?<severity>error|warning|info) (?<id>KXO\d{4}): (?<message>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        1000
    )]
    private static partial Regex Printed();
}
