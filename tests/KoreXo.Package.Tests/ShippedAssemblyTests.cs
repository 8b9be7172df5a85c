using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;
using KoreXo.Testing.Generators;
using Microsoft.CodeAnalysis;

namespace KoreXo.Package.Tests;

/// <summary>What runs inside the compiler must find all it needs there.</summary>
public sealed class ShippedAssemblyTests
{
    private const string Slot = "analyzers/dotnet/cs/";

    [Theory]
    [InlineData("KoreXo.Generator")]
    [InlineData("KoreXo.Analyzers")]
    public void No_assembly_of_the_compiler_is_shipped(string id)
    {
        using var package = PackedFeed.Open(id);

        Assert.DoesNotContain(
            package.Entries,
            entry =>
                entry.Name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
                || entry.Name.StartsWith("System.", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("KoreXo.Generator")]
    [InlineData("KoreXo.Analyzers")]
    public void Every_reference_is_shipped_or_brought_by_any_compiler(string id)
    {
        using var package = PackedFeed.Open(id);
        var entries = package.Entries.Where(entry => entry.FullName.StartsWith(Slot, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(entries);
        var shipped = entries.Select(entry => Path.GetFileNameWithoutExtension(entry.Name)).ToHashSet(StringComparer.Ordinal);

        foreach (var entry in entries)
        {
            using var image = new MemoryStream();
            using (var content = entry.Open())
            {
                content.CopyTo(image);
            }

            image.Position = 0;
            using var portable = new PEReader(image);
            var metadata = portable.GetMetadataReader();
            foreach (var reference in metadata.AssemblyReferences.Select(metadata.GetAssemblyReference))
            {
                Assert.True(
                    IsAtHand(metadata.GetString(reference.Name), reference.Version, shipped),
                    $"{entry.Name} needs {metadata.GetString(reference.Name)} {reference.Version}, which a compiler may not have."
                );
            }
        }
    }

    [Theory]
    [InlineData("KoreXo.Generator", Slot)]
    [InlineData("KoreXo.Simulator", "lib/net10.0/")]
    [InlineData("KoreXo.Cli", "tools/net10.0/any/")]
    public void The_assembly_that_reads_documents_travels_inside_and_is_no_dependency(string id, string folder)
    {
        using var package = PackedFeed.Open(id);
        using var symbols = PackedFeed.OpenSymbols(id);
        using var nuspec = new StreamReader(package.GetEntry($"{id}.nuspec")!.Open());

        Assert.NotNull(package.GetEntry(folder + "KoreXo.OpenApi.dll"));
        Assert.NotNull(symbols.GetEntry(folder + "KoreXo.OpenApi.pdb"));
        Assert.DoesNotContain("KoreXo.OpenApi", nuspec.ReadToEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "pets.yaml",
        "openapi: 3.0.3\npaths: { /pet: { get: { operationId: getPet, responses: { '204': { description: Done. } } } } }"
    )]
    [InlineData("pets.json", """{"openapi":"3.0.3","paths":{"/pet":{"get":{"operationId":"getPet","responses":{"204":{}}}}}}""")]
    public void The_generator_runs_with_nothing_but_what_is_shipped(string path, string text)
    {
        var folder = Directory.CreateTempSubdirectory("korexo-slot-").FullName;
        using (var package = PackedFeed.Open("KoreXo.Generator"))
        {
            foreach (var entry in package.Entries.Where(entry => entry.FullName.StartsWith(Slot, StringComparison.Ordinal)))
            {
                using var target = File.Create(Path.Combine(folder, entry.Name));
                using var content = entry.Open();
                content.CopyTo(target);
            }
        }

        var type = new BareContext(folder)
            .LoadFromAssemblyPath(Path.Combine(folder, "KoreXo.Generator.dll"))
            .GetType("KoreXo.Generator.KoreXoGenerator", throwOnError: true)!;
        var run = GeneratorRun.Start((IIncrementalGenerator)Activator.CreateInstance(type)!, [new TestDocument(path, text)]);

        Assert.Null(run.Result.Exception);
        Assert.Contains("getPet", run.Source("Pets.Client.g.cs"), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// True for what is shipped, the facade of .NET Standard, the pinned compiler, and what it brings in versions that every host binds.
    /// </summary>
    private static bool IsAtHand(string name, Version version, HashSet<string> shipped) =>
        shipped.Contains(name)
        || name switch
        {
            "netstandard" => version <= new Version(2, 1),
            "Microsoft.CodeAnalysis"
            or "Microsoft.CodeAnalysis.CSharp"
            or "Microsoft.CodeAnalysis.Workspaces"
            or "Microsoft.CodeAnalysis.CSharp.Workspaces" => version == new Version(4, 14, 0, 0),
            "System.Collections.Immutable" or "System.Reflection.Metadata" or "System.Composition.AttributedModel" => version
                <= new Version(9, 0, 0, 0),
            "Microsoft.CSharp" => version <= new Version(4, 0, 3, 0),
            _ => name.StartsWith("System.", StringComparison.Ordinal) && version <= new Version(4, 3, 0, 0),
        };

    private sealed class BareContext(string folder) : AssemblyLoadContext("bare", isCollectible: true)
    {
        protected override System.Reflection.Assembly? Load(System.Reflection.AssemblyName assemblyName) =>
            File.Exists(Path.Combine(folder, assemblyName.Name + ".dll"))
                ? LoadFromAssemblyPath(Path.Combine(folder, assemblyName.Name + ".dll"))
                : null;
    }
}
