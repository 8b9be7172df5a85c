using System.Collections.Concurrent;
using KoreXo.Conventions.Surface;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KoreXo.Conventions.Sources;

/// <summary>Which file of a project names the types of which other, as the compiler binds the names.</summary>
internal static class SourceUses
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>All shipped projects at once, so that each finds the types of the others.</summary>
    private static readonly CSharpCompilation Sources = CSharpCompilation.Create(
        "sources",
        [
            .. CodeFiles.Shipped.Where(static tree => !tree.FilePath.StartsWith("samples/", StringComparison.Ordinal)),
            CSharpSyntaxTree.ParseText(GlobalUsings, new CSharpParseOptions(LanguageVersion.Preview)),
        ],
        AssemblySymbols.Platform,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
    );

    /// <summary>The names of all types. Only these are bound, since binding is what takes the time.</summary>
    private static readonly HashSet<string> TypeNames =
    [
        .. Sources.SyntaxTrees.SelectMany(static tree =>
            tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(static type => type.Identifier.Text)
        ),
    ];

    private static readonly ConcurrentDictionary<string, IReadOnlyList<SourceUse>> Found = new(StringComparer.Ordinal);

    /// <summary>The uses inside a project; paths are relative to it.</summary>
    public static IReadOnlyList<SourceUse> Of(string project) => Found.GetOrAdd(project, Find);

    private static IReadOnlyList<SourceUse> Find(string project)
    {
        var uses = new Dictionary<(string From, string To), SourceUse>();
        foreach (var tree in Sources.SyntaxTrees.Where(tree => IsIn(tree, project)))
        {
            var model = Sources.GetSemanticModel(tree);
            foreach (var name in Names(tree))
            {
                if (UsedType(model.GetSymbolInfo(name)) is not { } type || type.Locations.Any(place => place.SourceTree == tree))
                {
                    continue;
                }

                foreach (
                    var target in type
                        .DeclaringSyntaxReferences.Select(static declared => declared.SyntaxTree)
                        .Where(target => IsIn(target, project))
                )
                {
                    var (from, to) = (tree.FilePath[(project.Length + 1)..], target.FilePath[(project.Length + 1)..]);
                    uses.TryAdd((from, to), new SourceUse(from, to, $"{CodeFiles.Place(name)}: {type.Name}"));
                }
            }
        }

        return [.. uses.Values];
    }

    private static IEnumerable<SimpleNameSyntax> Names(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>().Where(static name => TypeNames.Contains(name.Identifier.Text));

    private static bool IsIn(SyntaxTree tree, string project) => tree.FilePath.StartsWith(project + "/", StringComparison.Ordinal);

    private static INamedTypeSymbol? UsedType(SymbolInfo found) =>
        (found.Symbol ?? found.CandidateSymbols.FirstOrDefault()) switch
        {
            INamedTypeSymbol type => type.OriginalDefinition,
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.ContainingType.OriginalDefinition,
            _ => null,
        };
}
