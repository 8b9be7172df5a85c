using KoreXo.Generator.Binding;
using KoreXo.Generator.Model;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>Unions that contain each other with no value in between: the cases that lead back are no shapes of any JSON.</summary>
public sealed class UnionCyclesTests
{
    [Theory]
    [InlineData("A: string integer", "A: string integer")]
    [InlineData("A: A string", "A: string")]
    [InlineData("A: B string; B: A integer", "A: string; B: A integer")]
    [InlineData("A: B string; B: C; C: A integer", "A: string; B: C; C: A integer")]
    [InlineData("A: B string; B: integer", "A: B string; B: integer")]
    [InlineData("A: B C; B: A C string; C: A B integer", "A: ; B: A string; C: A B integer")]
    [InlineData("A: [A] string", "A: [A] string")]
    [InlineData("A: B; B: [A] string", "A: B; B: [A] string")]
    [InlineData("A: B string; B: A integer; C: A B", "A: string; B: A integer; C: A B")]
    [InlineData("A: C string; B: C string; C: D; D: integer", "A: C string; B: C string; C: D; D: integer")]
    [InlineData("A: B C string; B: D; C: D; D: A integer", "A: string; B: D; C: D; D: A integer")]
    public void Cases_that_lead_back_are_cut_from_the_first_of_a_circle(string unions, string expected)
    {
        var types = Types(unions);

        UnionCycles.Cut(types, CancellationToken.None);

        Assert.Equal(expected, string.Join("; ", types.Values.OfType<UnionModel>().Select(Describe)));
    }

    [Fact]
    public void An_object_between_ends_a_circle()
    {
        var types = Types("A: object string; B: A");

        UnionCycles.Cut(types, CancellationToken.None);

        Assert.Equal("A: object string; B: A", string.Join("; ", types.Values.OfType<UnionModel>().Select(Describe)));
    }

    [Fact]
    public void A_ring_of_thousands_is_cut_once()
    {
        var types = Types(string.Join("; ", Enumerable.Range(0, 5_000).Select(static i => $"U{i}: U{(i + 1) % 5_000} string")));

        UnionCycles.Cut(types, CancellationToken.None);

        Assert.Equal(
            ["U0"],
            types.Values.OfType<UnionModel>().Where(static union => union.Cases.Count == 1).Select(static union => union.Name)
        );
    }

    [Fact]
    public void It_can_be_canceled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => UnionCycles.Cut(Types("A: A string"), source.Token));
    }

    private static string Describe(UnionModel union) => $"{union.Name}: {string.Join(' ', union.Cases.Select(static item => item.Name))}";

    private static Dictionary<string, TypeModel> Types(string unions) =>
        unions
            .Split("; ")
            .Select(static union => union.Split(": "))
            .ToDictionary(
                static parts => parts[0],
                static parts =>
                    (TypeModel)
                        new UnionModel
                        {
                            Name = parts[0],
                            Description = "",
                            IsDeprecated = false,
                            Discriminator = null,
                            Cases = parts[1]
                                .Split(' ')
                                .Select(static name => new UnionCase(name, Type(name), default, default, default))
                                .ToArray(),
                        },
                StringComparer.Ordinal
            );

    private static TypeRef Type(string name) =>
        name switch
        {
            "string" => new TypeRef.Scalar(ScalarKind.String),
            "integer" => new TypeRef.Scalar(ScalarKind.Int64),
            "object" => new TypeRef.Named("Object", NamedKind.Object),
            ['[', .. var item, ']'] => new TypeRef.List(Type(item)),
            _ => new TypeRef.Named(name, NamedKind.Union),
        };
}
