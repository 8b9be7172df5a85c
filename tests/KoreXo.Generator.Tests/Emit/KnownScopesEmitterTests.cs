using KoreXo.Generator.Emit;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>The scopes of all documents of a project, as attributes by which analyzers know them.</summary>
public sealed class KnownScopesEmitterTests
{
    [Fact]
    public void Scopes_are_in_order_and_have_only_what_they_have() =>
        Assert.Equal(
            [
                "[assembly: global::KoreXo.KnownScope(\"a\")]",
                "[assembly: global::KoreXo.KnownScope(\"b\", Aliases = new[] { \"B\", \"bee\" })]",
                "[assembly: global::KoreXo.KnownScope(\"c\", Aliases = new[] { \"C\" }, Implies = new[] { \"a\" })]",
                "[assembly: global::KoreXo.KnownScope(\"d\", Implies = new[] { \"a\", \"b\" })]",
            ],
            Emit(Scope("c", ["C"], ["a"]), Scope("d", [], ["b", "a"]), Scope("a", [], []), Scope("b", ["bee", "B"], []))
        );

    [Fact]
    public void A_scope_of_two_documents_has_what_either_says() =>
        Assert.Equal(
            ["[assembly: global::KoreXo.KnownScope(\"a\", Aliases = new[] { \"A\", \"x\" }, Implies = new[] { \"b\" })]"],
            Emit(Scope("a", ["x"], []), Scope("a", ["A", "x"], ["b"]), new KnownScope("a", default, default))
        );

    [Fact]
    public void Scopes_that_differ_in_case_are_two() => Assert.Equal(2, Emit(Scope("Read", [], []), Scope("read", [], [])).Count());

    [Theory]
    [InlineData("a\"b\\c", "\"a\\\"b\\\\c\"")]
    [InlineData("https://api.test/auth/read.only", "\"https://api.test/auth/read.only\"")]
    [InlineData("a\u2028b", "\"a\\u2028b\"")]
    public void A_name_cannot_leave_its_attribute(string name, string literal) =>
        Assert.Equal([$"[assembly: global::KoreXo.KnownScope({literal})]"], Emit(Scope(name, [], [])));

    [Fact]
    public void Without_scopes_there_is_no_attribute() => Assert.Empty(Emit());

    private static KnownScope Scope(string name, string[] aliases, string[] implies) => new(name, aliases, implies);

    private static IEnumerable<string> Emit(params KnownScope[] scopes) =>
        KnownScopesEmitter
            .Emit(scopes, CancellationToken.None)
            .ToString()
            .Split('\n')
            .Where(static line => line.StartsWith("[assembly", StringComparison.Ordinal));
}
