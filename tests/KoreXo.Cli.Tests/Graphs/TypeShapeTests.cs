using KoreXo.Cli.Graphs;
using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Tests.Graphs;

/// <summary>What is known of a type, whichever compilation it is from.</summary>
public sealed class TypeShapeTests
{
    [Theory]
    [InlineData("int", "T:System.Int32")]
    [InlineData("Action", "T:System.Action")]
    [InlineData("Func<string, bool>", "T:System.Func`2<T:System.String,T:System.Boolean>")]
    [InlineData("Func<T, bool>", "T:System.Func`2<*,T:System.Boolean>")]
    [InlineData("T", "*")]
    [InlineData("int?", "T:System.Nullable`1<T:System.Int32>")]
    [InlineData("string?", "T:System.String")]
    [InlineData("dynamic", "T:System.Object")]
    [InlineData("(int A, string B)", "T:System.ValueTuple`2<T:System.Int32,T:System.String>")]
    [InlineData("int[]", "array 1<T:System.Int32>")]
    [InlineData("T[,][]", "array 2<array 1<*>>")]
    [InlineData("int*", "pointer<T:System.Int32>")]
    [InlineData("nint", "T:System.IntPtr")]
    [InlineData("Outer<int>.Handler", "T:Outer`1.Handler<T:System.Int32>")]
    [InlineData("Outer<int>.Pair<T>", "T:Outer`1.Pair`1<T:System.Int32,*>")]
    [InlineData("List<Func<T>>", "T:System.Collections.Generic.List`1<T:System.Func`1<*>>")]
    [InlineData(
        "(int, int, int, int, int, int, int, T)",
        "T:System.ValueTuple`8<T:System.Int32,T:System.Int32,T:System.Int32,T:System.Int32,T:System.Int32,T:System.Int32,T:System.Int32,T:System.ValueTuple`1<*>>"
    )]
    public void A_type_is_written_without_its_assembly(string type, string expected) => Assert.Equal(expected, Shape(type).ToString());

    [Theory]
    [InlineData("Func<T, bool>", "Func<int, bool>", true)]
    [InlineData("Func<int, T>", "Func<T, bool>", true)]
    [InlineData("Func<T, bool>", "Func<int, long>", false)]
    [InlineData("Func<int, bool>", "Func<int, bool>", true)]
    [InlineData("Func<int, bool>", "Func<int, int, bool>", false)]
    [InlineData("Action<T>", "Action<List<int>>", true)]
    [InlineData("Action<List<T>>", "Action<List<int>>", true)]
    [InlineData("Action<List<T>>", "Action<HashSet<int>>", false)]
    [InlineData("Action<T[]>", "Action<int[]>", true)]
    [InlineData("Action<T[]>", "Action<int[,]>", false)]
    [InlineData("Action<(T, int)>", "Action<(string Name, int Age)>", true)]
    [InlineData("T", "int", true)]
    [InlineData("Action<dynamic>", "Action<object>", true)]
    public void Two_types_match_if_they_may_be_one(string first, string second, bool expected)
    {
        Assert.Equal(expected, Shape(first).Matches(Shape(second)));
        Assert.Equal(expected, Shape(second).Matches(Shape(first)));
    }

    [Theory]
    [InlineData("Func<int, List<T>>", true)]
    [InlineData("T*", true)]
    [InlineData("Outer<T>.Handler", true)]
    [InlineData("Func<int, List<string>>", false)]
    [InlineData("int[]", false)]
    public void A_type_is_open_if_a_part_of_it_may_be_any(string type, bool expected) => Assert.Equal(expected, Shape(type).IsOpen);

    private static TypeShape Shape(string type)
    {
        var compilation = GraphedCode.Compile(
            $$"""
            unsafe class C<T> where T : unmanaged { public {{type}} Value = default!; }
            class Outer<TOuter> { public delegate void Handler(TOuter x); public class Pair<TInner>; }
            """,
            output: OutputKind.DynamicallyLinkedLibrary
        );
        return TypeShape.From(compilation.GetTypeByMetadataName("C`1")!.GetMembers("Value").OfType<IFieldSymbol>().Single().Type);
    }
}
