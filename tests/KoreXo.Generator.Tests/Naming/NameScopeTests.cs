using KoreXo.Generator.Naming;

namespace KoreXo.Generator.Tests.Naming;

/// <summary>Names that must differ in one place, and those that are taken before a document says anything.</summary>
public sealed class NameScopeTests
{
    [Fact]
    public void A_reserved_name_is_taken()
    {
        var scope = new NameScope("Equals");

        Assert.False(scope.TryTake("Equals"));
        Assert.Equal("EqualsValue", scope.Take("Equals", "Value"));
    }

    [Fact]
    public void Numbers_do_not_begin_again_for_a_name_that_was_numbered()
    {
        var scope = new NameScope("a", "a3");

        Assert.Equal(["a2", "a4", "a5"], [scope.TakeNumbered("a"), scope.TakeNumbered("a"), scope.TakeNumbered("a")]);
    }

    [Fact]
    public void The_first_of_a_name_needs_no_number() => Assert.Equal("a", new NameScope().TakeNumbered("a"));

    [Fact]
    public void Where_case_does_not_matter_a_name_is_taken_in_any_case() =>
        Assert.Equal("idValue", new NameScope(StringComparer.OrdinalIgnoreCase, "ID").Take("id", "Value"));

    [Fact]
    public void Ten_thousand_equal_names_all_differ()
    {
        var scope = new NameScope();

        Assert.Equal(10_000, Enumerable.Range(0, 10_000).Select(_ => scope.Take("Same", "")).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("Pet", "PetValue")]
    [InlineData("pet", "petValue")]
    [InlineData("Codec", "CodecValue")]
    [InlineData("ExtensionData", "ExtensionDataValue")]
    [InlineData("Finalize", "FinalizeValue")]
    [InlineData("GetType", "GetTypeValue")]
    [InlineData("owner", "ownerValue")]
    [InlineData("Name", "Name")]
    public void A_member_of_a_model_hides_nothing(string member, string expected) =>
        Assert.Equal(expected, ReservedNames.InModel("Pet", ["Owner"]).Take(member, "Value"));

    [Theory]
    [InlineData("Finalize", "Finalize")]
    [InlineData("Clone", "CloneValue")]
    [InlineData("Value", "ValueValue")]
    [InlineData("Color", "ColorValue")]
    public void A_value_of_a_set_hides_nothing(string value, string expected) =>
        Assert.Equal(expected, ReservedNames.InValueSet("Color").Take(value, "Value"));

    [Theory]
    [InlineData("request", "requestValue")]
    [InlineData("cancellationToken", "cancellationTokenValue")]
    [InlineData("Request", "Request")]
    public void An_argument_is_no_local_of_the_method(string name, string expected) =>
        Assert.Equal(expected, ReservedNames.InMethod().Take(name, "Value"));

    [Theory]
    [InlineData("PetShopClient")]
    [InlineData("PetShopJson")]
    [InlineData("PetShopClientServiceCollectionExtensions")]
    [InlineData("Unknown")]
    public void A_type_of_every_document_is_no_schema(string name) =>
        Assert.Contains(name, ReservedNames.OfNamespace("PetShopClient", "PetShop"));

    [Fact]
    public void A_hash_depends_on_every_character_and_its_place() =>
        Assert.Equal([0xE40C292Cu, 0xE70C2DE5u, 0x4D2505CAu, 0x3C2BA6CCu], ((string[])["a", "b", "ab", "ba"]).Select(StableHash.Of));
}
