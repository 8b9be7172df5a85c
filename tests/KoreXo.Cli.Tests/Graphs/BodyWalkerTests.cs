namespace KoreXo.Cli.Tests.Graphs;

/// <summary>What code runs, in every way the language has to name a function.</summary>
public sealed class BodyWalkerTests
{
    [Theory]
    [InlineData("new C(); class C { int x = Api.Read(); }")]
    [InlineData("new C(); class C { int X { get; } = Api.Read(); }")]
    [InlineData("C c = new(); class C { public C() => Api.Read(); }")]
    [InlineData("new C(1); class C(int x) { readonly int y = x + Api.Read(); }")]
    [InlineData("new D(); class B(int x) { public int X => x; } class D() : B(Api.Read());")]
    [InlineData("new C(); class C { public C() : this(1) { } C(int x) => Api.Read(); }")]
    [InlineData("new C(); class C { static C() => Api.Read(); }")]
    [InlineData("_ = new int[] { 1, Api.Read() };")]
    [InlineData("_ = new { X = Api.Read() };")]
    [InlineData("_ = (1, Api.Read());")]
    [InlineData("var (x, y) = (1, Api.Read());")]
    public async Task What_creates_an_object_runs_its_initializers(string code) =>
        Assert.Equal("files:read", await GraphedCode.ReachedAsync(code));

    [Theory]
    [InlineData("C.Touch();")]
    [InlineData("_ = C.Field;")]
    [InlineData("C.Field = 2;")]
    [InlineData("_ = C.Property;")]
    [InlineData("C.Raised += () => { };")]
    [InlineData("Action touch = C.Touch;")]
    [InlineData("_ = new C();")]
    [InlineData("default(C).Instance();")]
    [InlineData("_ = default(C).Computed;")]
    public async Task The_first_use_of_a_type_runs_its_static_initializers(string code) =>
        Assert.Equal(
            "files:read",
            await GraphedCode.ReachedAsync(
                code
                    + """
                    struct C
                    {
                        static readonly int Other = Api.Read();
                        static C() { }
                        public C() { }
                        public const int Constant = 1;
                        public static int Field = 1;
                        public static int Property { get; set; }
                        public static event Action? Raised;
                        public static void Touch() => Raised?.Invoke();
                        public void Instance() { }
                        public int Computed => 1;
                    }
                    """
            )
        );

    [Theory]
    [InlineData("_ = C.Constant;")]
    [InlineData("_ = nameof(C.Touch);")]
    [InlineData("_ = typeof(C);")]
    [InlineData("C? c = null; _ = c is C;")]
    [InlineData("_ = default(C);")]
    public async Task What_names_a_type_without_using_it_runs_nothing(string code) =>
        Assert.Equal(
            "",
            await GraphedCode.ReachedAsync(
                code + "class C { static readonly int Other = Api.Read(); public const int Constant = 1; public static void Touch() { } }"
            )
        );

    [Theory]
    [InlineData("_ = c.Value;", "files:read")]
    [InlineData("c.Value = 1;", "files:write")]
    [InlineData("c.Value += 1;", "files:read files:write")]
    [InlineData("c.Value++;", "files:read files:write")]
    [InlineData("(c.Value, _) = (1, 2);", "files:write")]
    [InlineData("_ = new C { Value = 1 };", "files:write")]
    [InlineData("_ = c[0];", "files:read")]
    [InlineData("c[0] = 1;", "files:write")]
    [InlineData("c[0] -= 1;", "files:read files:write")]
    [InlineData("_ = new C { [0] = 1 };", "files:write")]
    [InlineData("c.Text ??= \"\";", "files:read files:write")]
    [InlineData("_ = c.Inner.Value;", "files:delete files:read")]
    [InlineData("c.Inner.Value = 1;", "files:delete files:write")]
    [InlineData("_ = new C { Inner = { Value = 1 } };", "files:delete files:write")]
    [InlineData("_ = c is { Value: 1 };", "files:read")]
    [InlineData("_ = c is { Inner.Value: 1 };", "files:delete files:read")]
    [InlineData("foreach (var x in (int[])[c.Value]) { }", "files:read")]
    public async Task An_accessor_runs_where_its_side_of_the_property_is_used(string use, string scopes) =>
        Assert.Equal(
            scopes,
            await GraphedCode.ReachedAsync(
                $$"""
                C c = null!;
                {{use}}
                class C
                {
                    public int Value { get => Api.Read(); set => Api.Write(); }
                    public int this[int index] { get => Api.Read(); set => Api.Write(); }
                    public string? Text { get { Api.Read(); return ""; } set => Api.Write(); }
                    public C Inner { get { Api.Delete(); return this; } }
                }
                """
            )
        );

    [Theory]
    [InlineData("_ = rows[^1];", "files:read files:write")]
    [InlineData("_ = rows[1..];", "files:delete files:read")]
    [InlineData("_ = rows[1];", "files:write")]
    [InlineData("_ = rows is [_];", "files:read files:write")]
    public async Task An_index_from_the_end_asks_for_the_length(string use, string scopes) =>
        Assert.Equal(
            scopes,
            await GraphedCode.ReachedAsync(
                $$"""
                Rows rows = null!;
                {{use}}
                class Rows
                {
                    public int Length => Api.Read();
                    public int this[int index] => Api.Write();
                    public Rows Slice(int from, int count) { Api.Delete(); return this; }
                }
                """
            )
        );

    [Theory]
    [InlineData("c.Changed += H;", "files:read")]
    [InlineData("c.Changed -= H;", "files:write")]
    public async Task An_event_runs_the_accessor_that_is_used(string use, string scopes) =>
        Assert.Equal(
            scopes,
            await GraphedCode.ReachedAsync(
                $$"""
                C c = null!;
                {{use}}
                static void H() { }
                class C { public event Action Changed { add => Api.Read(); remove => Api.Write(); } }
                """
            )
        );

    [Theory]
    [InlineData("Run(); void Run() => Api.Read();")]
    [InlineData("A(); void A() => B(); void B() { Api.Read(); A(); }")]
    [InlineData("var run = () => Api.Read();")]
    [InlineData("Func<Func<int>> make = () => static () => Api.Read();")]
    [InlineData("Action run = Run; void Run() { Action inner = delegate { Api.Read(); }; }")]
    [InlineData("unsafe { delegate*<int> run = &Api.Read; _ = run(); }")]
    [InlineData("System.Linq.Expressions.Expression<Func<int>> tree = () => Api.Read();")]
    [InlineData("_ = from x in (int[])[1] where x > Api.Read() select x;")]
    [InlineData("_ = from x in (int[])[1] let y = Api.Read() orderby y select y;")]
    [InlineData("_ = true switch { true => Api.Read(), _ => 1 };")]
    [InlineData("_ = ((object)1) is int x && x > Api.Read();")]
    [InlineData("try { } catch (Exception) when (Api.Read() > 0) { }")]
    [InlineData("try { } finally { Api.Read(); }")]
    [InlineData("string? s = null; _ = s ?? throw new Exception($\"{Api.Read()}\");")]
    [InlineData("C? c = null; c?.Run(); class C { public void Run() => Api.Read(); }")]
    [InlineData("string? s = null; _ = s?.Substring(Api.Read());")]
    [InlineData("foreach (var x in Each()) { } static IEnumerable<int> Each() { yield return Api.Read(); }")]
    [InlineData("await foreach (var x in Each()) { } static async IAsyncEnumerable<int> Each() { yield return await Api.ReadAsync(); }")]
    [InlineData("for (var i = 0; i < 1; i += Api.Read()) { }")]
    [InlineData("lock (new object()) { Api.Read(); }")]
    [InlineData("unchecked { fixed (char* p = $\"{Api.Read()}\") { } }", true)]
    [InlineData("goto end; end: Api.Read();")]
    public async Task A_function_runs_wherever_it_is_written(string code, bool isUnsafe = false) =>
        Assert.Equal("files:read", await GraphedCode.ReachedAsync(isUnsafe ? $"unsafe {{ {code} }}" : code));

    [Theory]
    [InlineData("void Run() => Api.Read();")]
    [InlineData("static void A() => B(); static void B() => A(); class C { void Run() => Api.Read(); }")]
    [InlineData("new C(); class C { void Run() { Local(); void Local() => Api.Read(); } }")]
    [InlineData("new C(); class C { int x => Api.Read(); }")]
    [InlineData("new C(); class C { class Inner { static int x = Api.Read(); } }")]
    [InlineData("_ = new[] { 1 }.Select(Use); static int Use(int x) => x; static int Other(int x) => Api.Read();")]
    public async Task What_is_only_declared_does_not_run(string code) => Assert.Equal("", await GraphedCode.ReachedAsync(code));

    [Theory]
    [InlineData("_ = new Bag { 1 };", "class Bag : Items { public void Add(int x) => Api.Read(); }")]
    [InlineData("_ = new Bag { { 1, 2 } };", "class Bag : Items { public void Add(int x, int y) => Api.Read(); }")]
    [InlineData("_ = new Bag { 1 };", "class Bag : Items; static class X { public static void Add(this Bag bag, int x) => Api.Read(); }")]
    [InlineData("Bag bag = [1];", "class Bag : Items { public void Add(int x) => Api.Read(); }")]
    [InlineData("Take(1, 2); void Take(params Bag bag) { }", "class Bag : Items { public void Add(int x) => Api.Read(); }")]
    [InlineData("Bag bag = [];", "class Bag : Items { public Bag() => Api.Read(); public void Add(int x) { } }")]
    public async Task Filling_a_collection_runs_what_adds_to_it(string code, string types) =>
        Assert.Equal(
            "files:read",
            await GraphedCode.ReachedAsync(
                code
                    + types
                    + """
                    class Items : IEnumerable<int>
                    {
                        public IEnumerator<int> GetEnumerator() => null!;
                        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!;
                    }
                    """
            )
        );

    [Fact]
    public async Task A_handler_of_interpolated_strings_runs_for_each_part() =>
        Assert.Equal(
            "files:delete files:read files:write",
            await GraphedCode.ReachedAsync(
                """
                Log($"a{1}");
                void Log(Handler handler) { }
                [System.Runtime.CompilerServices.InterpolatedStringHandler]
                struct Handler
                {
                    public Handler(int length, int count) => Api.Read();
                    public void AppendLiteral(string text) => Api.Write();
                    public void AppendFormatted<T>(T value) => Api.Delete();
                }
                """
            )
        );

    [Theory]
    [InlineData("dynamic d = 1; d.Run();")]
    [InlineData("dynamic d = 1; _ = d.Value;")]
    [InlineData("dynamic d = 1; _ = d[0];")]
    [InlineData("dynamic d = 1; _ = new List<int>(d);")]
    public async Task What_is_bound_at_run_time_is_unknown(string code) =>
        Assert.Equal(["dynamic:"], (await GraphedCode.UnknownAsync(GraphedCode.Compile(code + GraphedCode.Api))).Distinct());

    [Fact]
    public async Task A_base_call_runs_the_one_member_that_it_names() =>
        Assert.Equal(
            "files:read",
            await GraphedCode.ReachedAsync(
                """
                new Middle().Go();
                class Root { public virtual int Run() => Api.Read(); public virtual int Value => 1; }
                class Middle : Root { public void Go() => _ = base.Run() + base.Value; public override int Run() => Api.Write(); }
                class Leaf : Middle { public override int Run() => Api.Delete(); public override int Value => Api.Delete(); }
                """
            )
        );

    [Theory]
    [InlineData("M m = 1;", "files:read")]
    [InlineData("int x = (int)new M();", "files:write")]
    [InlineData("M m = new(); m += 1;", "files:read files:write")]
    [InlineData("M? m = null; M? n = (M?)(int?)1;", "files:read")]
    [InlineData("M[] all = [1];", "files:read")]
    [InlineData("int? x = null; M m = x ?? new M();", "files:read")]
    [InlineData("Take(1); void Take(M m) { }", "files:read")]
    public async Task A_conversion_of_the_solution_runs(string code, string scopes) =>
        Assert.Equal(
            scopes,
            await GraphedCode.ReachedAsync(
                code
                    + """
                    struct M
                    {
                        public static implicit operator M(int x) { Api.Read(); return default; }
                        public static explicit operator int(M m) => Api.Write();
                        public static M operator +(M left, M right) { Api.Write(); return left; }
                    }
                    """
            )
        );
}
