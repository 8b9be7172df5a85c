namespace KoreXo.Cli.Tests.Graphs;

/// <summary>What statements and operators run without naming it.</summary>
public sealed class ImpliedMembersTests
{
    [Theory]
    [InlineData("public void Dispose() => Api.Read();", "using")]
    [InlineData("void IDisposable.Dispose() => Api.Read();", "using", "IDisposable")]
    [InlineData("public ValueTask DisposeAsync() { Api.Read(); return default; }", "await using")]
    [InlineData("ValueTask IAsyncDisposable.DisposeAsync() { Api.Read(); return default; }", "await using", "IAsyncDisposable")]
    [InlineData("public void Dispose(int reason = 0) => Api.Read();", "using")]
    [InlineData("public void Dispose(params int[] reasons) => Api.Read();", "using")]
    public async Task A_resource_is_disposed_of_at_the_end(string member, string keyword, string? type = null)
    {
        var declared = type is null ? $"ref struct R {{ {member} }}" : $"struct R : {type} {{ {member} }}";

        Assert.Equal("files:read", await GraphedCode.ReachedAsync($"{keyword} (new R()) {{ }} {declared}"));
        Assert.Equal("files:read", await GraphedCode.ReachedAsync($"{keyword} var r = new R(); {declared}"));
        Assert.Equal("files:read", await GraphedCode.ReachedAsync($"{keyword} (R a = new(), b = new()) {{ }} {declared}"));
    }

    [Theory]
    [InlineData("using var r = new R<int>();")]
    [InlineData("Use(new R<string>()); static void Use<T>(T item) where T : IDisposable { using (item) { } }")]
    [InlineData("Use(new R<string>()); static void Use(IDisposable item) { using (item) { } }")]
    [InlineData("Use(new S()); static void Use(R<long> item) { using (item) { } }")]
    public async Task What_a_resource_is_known_as_does_not_matter(string code) =>
        Assert.Equal(
            "files:read",
            await GraphedCode.ReachedAsync(
                code
                    + """
                    class R<T> : IDisposable { public void Dispose() => Dispose(true); protected virtual void Dispose(bool really) => Api.Read(); }
                    class S : R<long>;
                    """
            )
        );

    [Fact]
    public async Task An_await_runs_the_whole_awaiter() =>
        Assert.Equal(
            "admin files:delete files:read files:write users:read",
            await GraphedCode.ReachedAsync(
                """
                await new Later();
                class Later { public Awaiter GetAwaiter() { Api.Read(); return default; } }
                struct Awaiter : System.Runtime.CompilerServices.INotifyCompletion
                {
                    public bool IsCompleted => Api.Write() > 0;
                    public void GetResult() => Api.Delete();
                    public void OnCompleted(Action next) => _ = new AcmeClient("x").Admin.Users;
                }
                """
            )
        );

    [Fact]
    public async Task An_awaiter_may_come_from_an_extension_method() =>
        Assert.Equal(
            "files:read files:write",
            await GraphedCode.ReachedAsync(
                """
                await TimeSpan.Zero;
                static class Waiting { public static Awaiter GetAwaiter(this TimeSpan time) { Api.Read(); return new(); } }
                class Awaiter : System.Runtime.CompilerServices.INotifyCompletion
                {
                    public bool IsCompleted => true;
                    public void GetResult() => Api.Write();
                    public void OnCompleted(Action next) { }
                }
                """
            )
        );

    [Theory]
    [InlineData("foreach (var x in new Lines()) { }")]
    [InlineData("int[] all = [.. new Lines()];")]
    [InlineData("foreach (int? x in new Lines()) { }")]
    public async Task A_loop_runs_an_enumerator_by_pattern(string code) =>
        Assert.Equal(
            "files:delete files:read files:write",
            await GraphedCode.ReachedAsync(
                code
                    + """
                    class Lines { public Line GetEnumerator() { Api.Read(); return new(); } }
                    class Line { public bool MoveNext() => Api.Write() > 0; public int Current => Api.Delete(); }
                    """
            )
        );

    [Theory]
    [InlineData("foreach (var x in 3) { }", "public static Line GetEnumerator(this int count) { Api.Read(); return new(); }")]
    [InlineData("await foreach (var x in 3) { }", "public static Line GetAsyncEnumerator(this int count) { Api.Read(); return new(); }")]
    public async Task An_enumerator_may_come_from_an_extension_method(string code, string method) =>
        Assert.Equal(
            "files:read files:write",
            await GraphedCode.ReachedAsync(
                $$"""
                {{code}}
                static class Lines { {{method}} }
                class Line
                {
                    public bool MoveNext() => Api.Write() > 0;
                    public Task<bool> MoveNextAsync() => Task.FromResult(Api.Write() > 0);
                    public int Current => 1;
                }
                """
            )
        );

    [Fact]
    public async Task A_loop_disposes_of_its_enumerator_and_of_nothing_else() =>
        Assert.Equal(
            "files:read",
            await GraphedCode.ReachedAsync(
                """
                new Other();
                foreach (var x in new Lines()) { }
                class Lines { public Line GetEnumerator() => new(); }
                sealed class Line : IDisposable { public bool MoveNext() => false; public int Current => 1; public void Dispose() => Api.Read(); }
                class Other { public void Dispose() => Api.Write(); }
                """
            )
        );

    [Fact]
    public async Task An_asynchronous_loop_runs_and_disposes_of_its_enumerator() =>
        Assert.Equal(
            "files:delete files:read files:write",
            await GraphedCode.ReachedAsync(
                """
                await foreach (var x in new Lines()) { }
                class Lines { public Line GetAsyncEnumerator() { Api.Read(); return new(); } }
                class Line
                {
                    public ValueTask<bool> MoveNextAsync() => new(Api.Write() > 0);
                    public int Current => 1;
                    public ValueTask DisposeAsync() { Api.Delete(); return default; }
                }
                """
            )
        );

    [Theory]
    [InlineData("var (a, b) = new P();")]
    [InlineData("(int a, _) = new P();")]
    [InlineData("int a; (a, var b) = new P();")]
    [InlineData("foreach (var (a, b) in new[] { new P() }) { }")]
    [InlineData("_ = new P() is (1, _);")]
    [InlineData("_ = new P() switch { (1, 2) => 1, _ => 2 };")]
    [InlineData("var (a, (b, c)) = (1, new P());")]
    [InlineData("foreach (var (_, (b, c)) in new[] { (1, new P()) }) { }")]
    public async Task A_deconstruction_runs(string code)
    {
        Assert.Equal(
            "files:read",
            await GraphedCode.ReachedAsync(code + "class P { public void Deconstruct(out int x, out int y) { x = y = Api.Read(); } }")
        );
        Assert.Equal(
            "files:read",
            await GraphedCode.ReachedAsync(
                code + "class P; static class X { public static void Deconstruct(this P p, out int x, out int y) { x = y = Api.Read(); } }"
            )
        );
    }

    [Theory]
    [InlineData("_ = a + b;", "files:read")]
    [InlineData("_ = -a;", "files:write")]
    [InlineData("a += b;", "files:read")]
    [InlineData("a++;", "files:delete")]
    [InlineData("--a;", "files:delete")]
    [InlineData("_ = a == b;", "files:read")]
    [InlineData("if (a) { }", "files:write")]
    [InlineData("_ = a ? 1 : 2;", "files:write")]
    [InlineData("while (a) { }", "files:write")]
    [InlineData("_ = a && b;", "files:delete files:read")]
    [InlineData("_ = a || b;", "files:delete files:write")]
    [InlineData("_ = (a, 1) == (b, 1);", "files:read")]
    [InlineData("_ = checked(a * b);", "files:write")]
    [InlineData("M? n = a; _ = n + b;", "files:read")]
    public async Task An_operator_of_the_solution_runs(string use, string scopes) =>
        Assert.Equal(
            scopes,
            await GraphedCode.ReachedAsync(
                $$"""
                M a = default, b = default;
                {{use}}
                struct M
                {
                    public static M operator +(M left, M right) { Api.Read(); return left; }
                    public static M operator -(M m) { Api.Write(); return m; }
                    public static M operator ++(M m) { Api.Delete(); return m; }
                    public static M operator --(M m) { Api.Delete(); return m; }
                    public static bool operator ==(M left, M right) => Api.Read() > 0;
                    public static bool operator !=(M left, M right) => Api.Read() > 0;
                    public static bool operator true(M m) => Api.Write() > 0;
                    public static bool operator false(M m) => Api.Read() > 0;
                    public static M operator &(M left, M right) { Api.Delete(); return left; }
                    public static M operator |(M left, M right) { Api.Delete(); return left; }
                    public static M operator *(M left, M right) => left;
                    public static M operator checked *(M left, M right) { Api.Write(); return left; }
                    public override bool Equals(object? other) => false;
                    public override int GetHashCode() => 0;
                }
                """
            )
        );

    [Fact]
    public async Task A_copy_of_a_record_runs_its_copy_constructor() =>
        Assert.Equal(
            "files:read",
            await GraphedCode.ReachedAsync(
                """
                var r = Find();
                _ = r with { };
                static R Find() => null!;
                record R { protected R(R other) => Api.Read(); public R() { } }
                record S : R { int x = Api.Write(); }
                """
            )
        );

    [Fact]
    public async Task A_copy_may_be_one_of_a_derived_record() =>
        Assert.Equal(
            "files:delete files:read",
            await GraphedCode.ReachedAsync(
                """
                R r = Find();
                _ = r with { };
                static R Find() => null!;
                record R { protected R(R other) => Api.Read(); public R() { } }
                record S : R { protected S(S other) : base(other) => Api.Delete(); public S() { } }
                record T : S;
                """
            )
        );

    [Fact]
    public async Task A_collection_expression_runs_its_builder() =>
        Assert.Equal(
            "files:read",
            await GraphedCode.ReachedAsync(
                """
                Bag bag = [1, 2];
                [System.Runtime.CompilerServices.CollectionBuilder(typeof(Building), "Create")]
                class Bag { public IEnumerator<int> GetEnumerator() => null!; }
                static class Building { public static Bag Create(ReadOnlySpan<int> items) { Api.Read(); return new(); } }
                """
            )
        );

    [Fact]
    public async Task A_spread_runs_the_conversion_of_its_elements() =>
        Assert.Equal(
            "files:read",
            await GraphedCode.ReachedAsync(
                """
                int[] numbers = [1];
                M[] all = [.. numbers];
                struct M { public static implicit operator M(int x) { Api.Read(); return default; } }
                """
            )
        );
}
