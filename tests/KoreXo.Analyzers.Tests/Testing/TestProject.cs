using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Tests.Testing;

/// <summary>A project of a test.</summary>
/// <param name="Name">Its name.</param>
public sealed record TestProject(string Name)
{
    public IReadOnlyList<string> References { get; init; } = [];

    public OutputKind Output { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    /// <summary>Gets the symbols of the preprocessor.</summary>
    public IReadOnlyList<string> Defines { get; init; } = [];

    /// <summary>Gets the source files, marks and all.</summary>
    public IReadOnlyList<TestFile> Sources { get; init; } = [];

    /// <summary>Gets sources in which nothing is ever expected.</summary>
    public IReadOnlyList<TestFile> Unmarked { get; init; } = [];

    public IReadOnlyList<TestFile> AdditionalFiles { get; init; } = [];

    public IReadOnlyList<TestFile> Configurations { get; init; } = [];

    public IReadOnlyList<MetadataReference> Libraries { get; init; } = [];
}
