using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KoreXo.Testing.Generators;

/// <summary>
/// Properties and metadata under the names that MSBuild gives them. An analyzer config file could carry them to CSharpSourceGeneratorTest
/// for absolute paths only.
/// </summary>
public sealed class TestOptionsProvider(string rootNamespace) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } =
        new TestOptions(ImmutableDictionary<string, string>.Empty.Add("RootNamespace", rootNamespace), "build_property.");

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => TestOptions.Empty;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        textFile is TestDocument document ? new TestOptions(document.Metadata, "build_metadata.AdditionalFiles.") : TestOptions.Empty;
}
