using KoreXo.Simulator.Behaviors.Documented;

namespace KoreXo.Simulator.Tests.AnyDocument;

/// <summary>Paths as places: what a path goes through, and which requests mean the same place.</summary>
public sealed class ResourcePathTests
{
    [Theory]
    [InlineData("/customers", "/customers", false)]
    [InlineData("/customers/", "/customers", false)]
    [InlineData("/customers/{id}", "/customers/{}", true)]
    [InlineData("/customers/{id}/", "/customers/{}", true)]
    [InlineData("/customers/{id}.json", "/customers/{}", true)]
    [InlineData("/customers.JSON", "/customers", false)]
    [InlineData("/customers.json/{id}", "/customers/{}", true)]
    [InlineData("/a/{x}/b/{y}", "/a/{}/b/{}", true)]
    [InlineData("/a/{x}/b", "/a/{}/b", false)]
    [InlineData("/{tenant}", "/{}", false)]
    [InlineData("/", "/", false)]
    [InlineData("/customers/{id}#create", "/customers/{}", true)]
    [InlineData("/customers/{id}?expand", "/customers/{}", true)]
    [InlineData("/customers/mine", "/customers/mine", false)]
    public void A_path_is_a_place_whatever_its_parameters_are_called(string path, string key, bool isItem)
    {
        var place = ResourcePath.From(path)!;

        Assert.Equal((key, isItem), (place.Key, place.IsItem));
    }

    [Theory]
    [InlineData("/reports/{name}.pdf")]
    [InlineData("/a/{from}-{to}")]
    [InlineData("/a/v{version}/b")]
    [InlineData("/a/{}/b")]
    [InlineData("/a/{x}{y}")]
    public void A_parameter_between_other_characters_is_no_place(string path) => Assert.Null(ResourcePath.From(path));

    [Fact]
    public void The_names_are_those_of_the_parameters() =>
        Assert.Equal([null, "customer_id", null, "number"], ResourcePath.From("/customers/{customer_id}/orders/{number}")!.Names);

    [Theory]
    [InlineData("/a/{x}/b/{y}/c", new[] { 2, 4 })]
    [InlineData("/a/{x}", new[] { 2 })]
    [InlineData("/{x}/a", new int[0])]
    [InlineData("/{tenant}/{x}", new[] { 2 })]
    [InlineData("/a/b", new int[0])]
    public void Items_on_the_way_are_those_behind_a_collection(string path, int[] ends) =>
        Assert.Equal(ends, ResourcePath.From(path)!.Items);

    [Fact]
    public void The_parent_of_an_item_is_its_collection()
    {
        var parent = ResourcePath.From("/a/{x}/b/{y}")!.Parent;

        Assert.Equal(("/a/{}/b", false), (parent.Key, parent.IsItem));
        Assert.Equal([null, "x", null], parent.Names);
    }

    [Theory]
    [InlineData("7", "/customers/7/orders")]
    [InlineData("a/b", "/customers/a%2Fb/orders")]
    [InlineData("a%2Fb", "/customers/a%252Fb/orders")]
    [InlineData("ü", "/customers/%C3%BC/orders")]
    [InlineData(" ", "/customers/%20/orders")]
    public void The_place_of_a_request_is_unique_for_its_values(string value, string place) =>
        Assert.Equal(
            place,
            ResourcePath
                .From("/customers/{id}/orders/{number}")!
                .Place(new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = value, ["number"] = "1" }, 3)
        );
}
