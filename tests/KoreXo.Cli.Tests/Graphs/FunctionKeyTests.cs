using KoreXo.Cli.Graphs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KoreXo.Cli.Tests.Graphs;

/// <summary>A function has one key, in whichever compilation it is seen.</summary>
public sealed class FunctionKeyTests
{
    private const string Library = """
        public interface IRun { void Run(); }
        public class Store<T> : IRun
        {
            public void Save(T item) { }
            public void Save<U>(T item, ref U other) { }
            void IRun.Run() { }
            public int this[int index] => index;
            public static implicit operator int(Store<T> store) => 1;
            public static explicit operator long(Store<T> store) => 1;
            public event Action? Changed { add { } remove { } }
            public class Inner { public Inner(dynamic x, nint y, (int A, int B) z) { } }
        }
        public static class Extending
        {
            public static void Old(this string text) { }
            extension(string text) { public void New() { } public int Property => 1; }
        }
        public partial class Parts { public partial void Half(); public partial void Half() { } }
        """;

    [Theory]
    [InlineData("new Store<int>().Save(1)", "Lib|M:Store`1.Save(`0)")]
    [InlineData("new Store<int>().Save(1, ref text)", "Lib|M:Store`1.Save``1(`0,``0@)")]
    [InlineData("((IRun)new Store<int>()).Run()", "Lib|M:IRun.Run")]
    [InlineData("\"\".Old()", "Lib|M:Extending.Old(System.String)")]
    [InlineData("new Parts().Half()", "Lib|M:Parts.Half")]
    public void A_member_is_the_same_from_inside_and_from_outside(string call, string key)
    {
        var library = GraphedCode.Compile(Library, "Lib", OutputKind.DynamicallyLinkedLibrary);
        var used = Called($"string text = \"\"; {call};", library);

        Assert.Equal(key, FunctionKey.From(used));
        Assert.Contains(key, Declared(library));
    }

    [Theory]
    [InlineData("\"\".New()")]
    [InlineData("_ = \"\".Property.ToString()")]
    public void A_member_of_an_extension_block_is_the_same_from_inside_and_from_outside(string call)
    {
        var library = GraphedCode.Compile(Library, "Lib", OutputKind.DynamicallyLinkedLibrary);
        var compilation = Using(call + ";", library);
        var tree = compilation.SyntaxTrees[^1];
        var access = tree.GetRoot().DescendantNodes().OfType<MemberAccessExpressionSyntax>().Last();

        Assert.Contains(FunctionKey.From(compilation.GetSemanticModel(tree).GetSymbolInfo(access).Symbol!), Declared(library));
    }

    [Fact]
    public void Every_member_has_a_key_of_its_own()
    {
        var keys = Declared(GraphedCode.Compile(Library, "Lib", OutputKind.DynamicallyLinkedLibrary)).ToList();

        Assert.Equal(keys.Distinct(), keys);
        Assert.Contains("Lib|M:Store`1.op_Implicit(Store{`0})~System.Int32", keys);
        Assert.Contains("Lib|M:Store`1.op_Explicit(Store{`0})~System.Int64", keys);
        Assert.Contains("Lib|M:Store`1.IRun#Run", keys);
    }

    [Fact]
    public void Lambdas_and_local_functions_are_known_by_their_place()
    {
        var compilation = GraphedCode.Compile("Action a = () => { }; Action b = () => { }; void Run() { }");
        var tree = compilation.SyntaxTrees[^1];
        var model = compilation.GetSemanticModel(tree);

        Assert.Equal(
            ["App|/src/App/Program.cs@11", "App|/src/App/Program.cs@33", "App|/src/App/Program.cs@44"],
            tree.GetRoot()
                .DescendantNodes()
                .Where(static node => node is LambdaExpressionSyntax or LocalFunctionStatementSyntax)
                .Select(node => FunctionKey.From(model.GetSymbolInfo(node).Symbol ?? model.GetDeclaredSymbol(node)!))
        );
    }

    [Fact]
    public void The_same_file_in_two_projects_has_two_functions()
    {
        var (app, tests) = (GraphedCode.Compile("void Run() { }"), GraphedCode.Compile("void Run() { }", "Tests"));

        Assert.Equal(["App|M:Program.{Main}$(System.String[])", "Tests|M:Program.{Main}$(System.String[])"], [Main(app), Main(tests)]);

        static string Main(Compilation compilation) => FunctionKey.From(compilation.GetEntryPoint(CancellationToken.None)!);
    }

    [Fact]
    public void A_type_has_a_key_whatever_its_arguments()
    {
        var library = GraphedCode.Compile(Library, "Lib", OutputKind.DynamicallyLinkedLibrary);
        var type = library.GetTypeByMetadataName("Store`1")!;

        Assert.Equal("Lib|T:Store`1", FunctionKey.From(type));
        Assert.Equal("Lib|T:Store`1", FunctionKey.From(type.Construct(library.GetSpecialType(SpecialType.System_Int32))));
    }

    private static IEnumerable<string> Declared(Compilation compilation) =>
        compilation
            .SyntaxTrees.SelectMany(static tree => tree.GetRoot().DescendantNodes())
            .Where(static node => node is MemberDeclarationSyntax and not BaseFieldDeclarationSyntax and not GlobalStatementSyntax)
            .Select(node => compilation.GetSemanticModel(node.SyntaxTree).GetDeclaredSymbol(node)!)
            .Where(static symbol => symbol is not IMethodSymbol { PartialDefinitionPart: not null })
            .Select(FunctionKey.From);

    private static ISymbol Called(string code, CSharpCompilation library)
    {
        var compilation = Using(code, library);
        var tree = compilation.SyntaxTrees[^1];
        var call = tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().First();
        return compilation.GetSemanticModel(tree).GetSymbolInfo(call).Symbol!;
    }

    private static CSharpCompilation Using(string code, CSharpCompilation library) =>
        GraphedCode.Compile(code, references: library.ToMetadataReference());
}
