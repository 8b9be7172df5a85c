namespace KoreXo.Cli.Tests.Graphs;

/// <summary>Which member may run in the place of the one that is called, and what a new object brings with it.</summary>
public sealed class TypeMembersTests
{
    private const string Shapes = """

        interface IShape { void Draw(); }
        abstract class Shape : IShape { public virtual void Draw() => Api.Read(); public void Twice() { Draw(); Draw(); } }
        class Plain : Shape { public void Thrice() => Draw(); }
        class PlainToo : Plain;
        class Circle : Shape { public override void Draw() => Api.Write(); }
        sealed class Ring : Circle { public override void Draw() => Api.Delete(); }
        """;

    [Theory]
    [InlineData("Shape s = null!; s.Draw();", "files:delete files:read files:write")]
    [InlineData("IShape s = null!; s.Draw();", "files:delete files:read files:write")]
    [InlineData("Plain s = null!; s.Draw();", "files:read")]
    [InlineData("PlainToo s = null!; s.Draw();", "files:read")]
    [InlineData("Plain s = null!; s.Thrice();", "files:read")]
    [InlineData("Circle s = null!; s.Draw();", "files:delete files:write")]
    [InlineData("Ring s = null!; s.Draw();", "files:delete")]
    [InlineData("Action draw = ((Plain)null!).Draw;", "files:read")]
    [InlineData("Go<Ring>(null!); void Go<T>(T s) where T : Shape => s.Draw();", "files:delete files:read files:write")]
    public async Task A_virtual_call_runs_what_the_type_of_its_receiver_allows(string code, string scopes) =>
        Assert.Equal(scopes, await GraphedCode.ReachedAsync(code + Shapes));

    [Theory]
    [InlineData("Base b = null!; _ = b.Value;", "files:read files:write")]
    [InlineData("Base b = null!; b.Value = 1;", "files:delete")]
    [InlineData("Half h = null!; _ = h.Value;", "files:write")]
    [InlineData("Half h = null!; h.Value = 1;", "files:delete")]
    [InlineData("None n = null!; _ = n.Value;", "files:read")]
    [InlineData("None n = null!; n.Value += 1;", "files:delete files:read")]
    public async Task An_accessor_that_is_not_overridden_is_inherited(string code, string scopes) =>
        Assert.Equal(
            scopes,
            await GraphedCode.ReachedAsync(
                code
                    + """
                    class Base { public virtual int Value { get => Api.Read(); set => Api.Delete(); } }
                    class Half : Base { public override int Value { get => Api.Write(); } }
                    class None : Base;
                    """
            )
        );

    [Theory]
    [InlineData("IRun r = null!; r.Run();", "class A : IRun { public void Run() => Api.Read(); }", "files:read")]
    [InlineData(
        "IRun r = null!; r.Run();",
        "class A : IRun { void IRun.Run() => Api.Read(); public void Run() => Api.Write(); }",
        "files:read"
    )]
    [InlineData("IRun r = null!; r.Run();", "class B { public void Run() => Api.Read(); } class A : B, IRun;", "files:read")]
    [InlineData(
        "IRun r = null!; r.Run();",
        "abstract class B : IRun { public abstract void Run(); } class A : B { public override void Run() => Api.Read(); }",
        "files:read"
    )]
    [InlineData(
        "IRun r = null!; r.Run();",
        "class B : IRun { public void Run() { } } class A : B, IRun { public new void Run() => Api.Read(); }",
        "files:read"
    )]
    [InlineData(
        "IMore r = null!; r.Run();",
        "interface IMore : IRun; class A : IMore { public void Run() => Api.Read(); } class B : IRun { public void Run() => Api.Write(); }",
        "files:read"
    )]
    [InlineData(
        "IRun<int> r = null!; r.Run(1);",
        "interface IRun<in T> { void Run(T x); } class A : IRun<object> { public void Run(object x) => Api.Read(); } class C : IRun<int> { public void Run(int x) => Api.Read(); }",
        "files:read"
    )]
    [InlineData(
        "struct_();  void struct_() => Go(default(S)); static void Go<T>(T t) where T : IRun => t.Run();",
        "struct S : IRun { public void Run() => Api.Read(); }",
        "files:read"
    )]
    public async Task An_interface_call_runs_each_implementation(string code, string types, string scopes) =>
        Assert.Equal(scopes, await GraphedCode.ReachedAsync($"{code} interface IRun {{ void Run(); }} {types}"));

    [Theory]
    [InlineData("IRun r = null!; r.Run();", "class A : IRun;", "files:read")]
    [InlineData("IRun r = null!; r.Run();", "class A : IRun { public void Run() => Api.Write(); }", "files:read files:write")]
    [InlineData(
        "IRun r = null!; r.Run();",
        "interface IMore : IRun { void IRun.Run() => Api.Write(); } class A : IMore;",
        "files:read files:write"
    )]
    [InlineData("IMore r = null!; r.Run();", "interface IMore : IRun { void IRun.Run() => Api.Write(); } class A : IMore;", "files:write")]
    [InlineData("IRun r = null!; r.Other();", "class A : IRun;", "files:read")]
    public async Task A_default_member_runs_where_it_is_not_replaced(string code, string types, string scopes) =>
        Assert.Equal(
            scopes,
            await GraphedCode.ReachedAsync(
                $"{code} interface IRun {{ void Run() => Api.Read(); void Other() => Private(); private void Private() => Api.Read(); }} {types}"
            )
        );

    [Theory]
    [InlineData("Go<A>(); void Go<T>() where T : IMake<T> => T.Make();", "files:read")]
    [InlineData("Go<A>(); void Go<T>() where T : IMake<T> { Func<T> make = T.Make; }", "files:read")]
    [InlineData("Go<A>(default!); void Go<T>(T x) where T : IMake<T> => _ = x + x;", "files:write")]
    [InlineData("Go<A>(); void Go<T>() where T : IMake<T> => _ = T.Count;", "files:delete")]
    public async Task A_static_member_of_an_interface_runs_what_implements_it(string code, string scopes) =>
        Assert.Equal(
            scopes,
            await GraphedCode.ReachedAsync(
                code
                    + """
                    interface IMake<T> where T : IMake<T>
                    {
                        static abstract T Make();
                        static abstract T operator +(T left, T right);
                        static virtual int Count => 0;
                    }
                    class A : IMake<A>
                    {
                        public static A Make() { Api.Read(); return new(); }
                        public static A operator +(A left, A right) { Api.Write(); return left; }
                        public static int Count => Api.Delete();
                    }
                    """
            )
        );

    [Fact]
    public async Task A_static_member_of_an_interface_runs_the_initializers_of_the_type_behind_it() =>
        Assert.Equal(
            "files:read",
            await GraphedCode.ReachedAsync(
                """
                Go<A>();
                void Go<T>() where T : IMake => T.Make();
                interface IMake { static abstract void Make(); }
                class A : IMake { static readonly int First = Api.Read(); public static void Make() { } }
                """
            )
        );

    [Theory]
    [InlineData("public B() => Api.Read();")]
    [InlineData("public B(int x = 0) => Api.Read();")]
    [InlineData("public B(params int[] x) => Api.Read();")]
    [InlineData("public B(int x = 0, params string[] y) => Api.Read();")]
    [InlineData("readonly int _x = Api.Read();")]
    [InlineData("static readonly int X = Api.Read();")]
    public async Task A_base_is_initialized_too(string member)
    {
        Assert.Equal("files:read", await GraphedCode.ReachedAsync($"new D(); class B {{ {member} }} class D : B;"));
        Assert.Equal(
            "files:read",
            await GraphedCode.ReachedAsync($"new D(1); class B {{ {member} }} class D : B {{ public D(int y) {{ }} }}")
        );
        Assert.Equal(
            "files:read",
            await GraphedCode.ReachedAsync($"new E(); class B {{ {member} }} class D(int y) : B; class E() : D(1);")
        );
    }

    [Fact]
    public async Task A_constructor_that_is_not_chosen_does_not_run() =>
        Assert.Equal("", await GraphedCode.ReachedAsync("new D(); class B { public B() { } public B(int x) => Api.Read(); } class D : B;"));

    [Theory]
    [InlineData(
        "new List<string>().Sort(new Order());",
        "class Order : IComparer<string> { public int Compare(string? x, string? y) => Api.Read(); }"
    )]
    [InlineData("Console.WriteLine(new Shown());", "class Shown { public override string ToString() { Api.Read(); return \"\"; } }")]
    [InlineData("_ = \"a\" + new Shown();", "class Shown { public override string ToString() { Api.Read(); return \"\"; } }")]
    [InlineData(
        "_ = new HashSet<Key> { new() };",
        "class Key { public override int GetHashCode() => Api.Read(); public override bool Equals(object? o) => true; }"
    )]
    [InlineData(
        "string.Join(',', new Lines());",
        "class Lines : List<int>, IEnumerable<int> { IEnumerator<int> IEnumerable<int>.GetEnumerator() { Api.Read(); return null!; } }"
    )]
    [InlineData(
        "new System.IO.StreamReader(new Body());",
        "class Body : System.IO.MemoryStream { public override int Read(Span<byte> to) => Api.Read(); }"
    )]
    public async Task What_a_library_may_call_back_counts_once_the_object_exists(string code, string types) =>
        Assert.Equal("files:read", await GraphedCode.ReachedAsync(code + types));

    [Theory]
    [InlineData("class Shown { public override string ToString() { Api.Read(); return \"\"; } }")]
    [InlineData("class Clean : IDisposable { public void Dispose() => Api.Read(); }")]
    public async Task What_a_library_may_call_back_does_not_count_without_an_object(string types) =>
        Assert.Equal("", await GraphedCode.ReachedAsync("Console.WriteLine(1);" + types));

    [Fact]
    public async Task A_partial_type_and_its_partial_members_are_one() =>
        Assert.Equal(
            "files:delete files:read files:write",
            await GraphedCode.ReachedAsync(
                """
                var c = new C();
                c.Run();
                _ = c.Value;
                partial class C { public partial void Run(); public partial int Value { get; } }
                partial class C { public partial void Run() => Api.Read(); public partial int Value => Api.Write(); readonly int _x = Api.Delete(); }
                """
            )
        );

    [Fact]
    public async Task The_members_of_an_extension_block_run() =>
        Assert.Equal(
            "files:delete files:read files:write",
            await GraphedCode.ReachedAsync(
                """
                "a".Run();
                _ = "a".Value;
                _ = string.Made;
                static class Texts
                {
                    extension(string text)
                    {
                        public void Run() => Api.Read();
                        public int Value => Api.Write();
                        public static int Made => Api.Delete();
                    }
                }
                """
            )
        );

    [Fact]
    public async Task A_type_that_a_generic_method_creates_is_created() =>
        Assert.Equal(
            "files:read",
            await GraphedCode.ReachedAsync(
                """
                Make<A>();
                T Make<T>() where T : new() => new T();
                class A { public A() => Api.Read(); }
                class B { public B() => Api.Write(); }
                """
            )
        );
}
