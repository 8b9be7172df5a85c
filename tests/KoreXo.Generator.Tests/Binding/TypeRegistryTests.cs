using KoreXo.Generator.Binding;
using KoreXo.Generator.Model;
using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>The types found so far: one for each place, and one name for each.</summary>
public sealed class TypeRegistryTests
{
    private static readonly string[] NoMembers = [];

    [Fact]
    public void A_declared_type_is_found_by_its_place()
    {
        var registry = Registry();
        var declared = registry.Declare("/a", "Pet", NamedKind.Object, "Model", NoMembers);

        Assert.True(registry.TryGet("/a", out var found));
        Assert.Same(declared, found);
        Assert.False(registry.TryGet("/b", out _));
        Assert.Empty(registry.Types);
    }

    [Theory]
    [InlineData("Pet", "Pet")]
    [InlineData("Taken", "TakenModel")]
    [InlineData("Value", "ValueModel")]
    [InlineData("value", "value")]
    public void A_type_is_called_like_nothing_else(string name, string expected) =>
        Assert.Equal(expected, Registry().Declare("/a", name, NamedKind.Union, "Model", ["Value", "WriteTo"]).Name);

    [Fact]
    public void Types_of_one_name_get_the_suffix_then_numbers()
    {
        var registry = Registry();

        Assert.Equal(
            ["Pet", "PetModel", "PetModel2", "PetForm"],
            [
                registry.Declare("/a", "Pet", NamedKind.Object, "Model", NoMembers).Name,
                registry.Declare("/b", "Pet", NamedKind.Object, "Model", NoMembers).Name,
                registry.Declare("/c", "Pet", NamedKind.Object, "Model", NoMembers).Name,
                registry.TakeName("Pet", "Form"),
            ]
        );
    }

    [Theory]
    [InlineData("/components/schemas/Pet", "/components/schemas/Pet")]
    [InlineData("/components/schemas/Pet form -id", "/components/schemas/Pet")]
    [InlineData("/paths/~1a/get/responses a", "/paths/~1a/get/responses")]
    public void A_type_knows_its_place_whatever_its_use(string key, string expected)
    {
        var registry = Registry();
        var name = registry.Declare(key, "Pet", NamedKind.Union, "Model", NoMembers).Name;
        var model = new UnionModel
        {
            Name = name,
            Description = "",
            IsDeprecated = false,
            Discriminator = null,
            Cases = default,
        };

        registry.Define(model);

        Assert.Equal(expected, registry.PointerOf(model));
        Assert.Same(model, registry.Types["Pet"]);
        Assert.Equal("", registry.PointerOf(model with { Name = "Other" }));
    }

    [Fact]
    public void A_place_that_is_being_read_cannot_be_opened_again()
    {
        var registry = Registry();
        var text = new TypeRef.Scalar(ScalarKind.String);

        Assert.True(registry.TryOpen("/a"));
        Assert.False(registry.TryOpen("/a"));
        Assert.Same(text, registry.Close("/a", text));
        Assert.True(registry.TryOpen("/a"));
        Assert.True(registry.TryGet("/a", out var found));
        Assert.Same(text, found);
    }

    private static TypeRegistry Registry() => new(new CodeBudget(ReadDocument.From("openapi: 3.1.0\npaths: {}").Document), "Taken");
}
