using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Basic.Reference.Assemblies;
using KoreXo.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KoreXo.Analyzers.Tests.Attack;

/// <summary>Random methods, compiled: which of their calls are reported, and which are reached.</summary>
internal sealed class AttackProgram : IDisposable
{
    private readonly AssemblyLoadContext _context = new(nameof(AttackProgram), isCollectible: true);
    private readonly CSharpCompilation _compilation;
    private readonly Assembly _assembly;

    public AttackProgram(IReadOnlyList<string> methods)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        _compilation = CSharpCompilation.Create(
            "Attack",
            [
                CSharpSyntaxTree.ParseText(AttackSdk.Source, options),
                .. methods.Select(method => CSharpSyntaxTree.ParseText("#nullable enable\n" + method, options)),
            ],
            Net100.References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        using var image = new MemoryStream();
        var result = _compilation.Emit(image);
        Assert.True(
            result.Success,
            string.Join('\n', result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(5))
        );
        image.Position = 0;
        _assembly = _context.LoadFromStream(image);
    }

    public void Dispose() => _context.Unload();

    /// <summary>Gets the numbers of the calls that are reported.</summary>
    public async Task<ImmutableHashSet<int>> ReportedAsync()
    {
        var found = await Analyses.RunAsync(_compilation, """{ "scopes": [] }""");
        return
        [
            .. found
                .Where(static diagnostic => diagnostic.Id == "KXO1001")
                .Select(static diagnostic =>
                {
                    var name = diagnostic.Location.SourceTree!.GetRoot().FindNode(diagnostic.Location.SourceSpan);
                    var call = name.FirstAncestorOrSelf<InvocationExpressionSyntax>()!;
                    return (int)((LiteralExpressionSyntax)call.ArgumentList.Arguments[0].Expression).Token.Value!;
                }),
        ];
    }

    /// <summary>Runs a method in many worlds.</summary>
    /// <param name="name">The class of the method.</param>
    /// <param name="isHeld">Whether the scope is held in them.</param>
    /// <param name="worlds">How many there are.</param>
    /// <returns>The numbers of the calls that it came to.</returns>
    public ImmutableHashSet<int> Reached(string name, bool isHeld, int worlds)
    {
        var reached = ImmutableHashSet.CreateBuilder<int>();
        var (world, type) = (_assembly.GetType("World")!, _assembly.GetType(name)!);
        var (numbers, later) = (world.GetField("Reached")!, world.GetField("Later")!);
        for (var seed = 0; seed < worlds; seed++)
        {
            var created = Activator.CreateInstance(world, (ulong)seed * 0x9E3779B97F4A7C15UL, isHeld)!;
            var method = (Action)Delegate.CreateDelegate(typeof(Action), Activator.CreateInstance(type, created)!, "Run");
            Run(method);
            foreach (var action in ((List<Action>)later.GetValue(created)!).ToList())
            {
                Run(action);
            }

            reached.UnionWith((HashSet<int>)numbers.GetValue(created)!);
        }

        return reached.ToImmutable();
    }

    // A method may end as it likes: what it came to before counts.
    private static void Run(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception.GetType().Name is "Expected" or "Stop") { }
    }
}
