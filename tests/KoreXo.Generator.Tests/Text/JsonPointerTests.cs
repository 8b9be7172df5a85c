using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Tests.Text;

/// <summary>JSON pointers, and references that contain them.</summary>
public sealed class JsonPointerTests
{
    [Theory]
    [InlineData("a/b", "/p/a~1b")]
    [InlineData("a~b", "/p/a~0b")]
    [InlineData("~1", "/p/~01")]
    [InlineData("", "/p/")]
    [InlineData("%2F", "/p/%2F")]
    public void A_name_is_escaped_and_read_back(string name, string pointer)
    {
        Assert.Equal(pointer, JsonPointer.Append("/p", name));
        Assert.Equal(["p", name], JsonPointer.Tokens(pointer));
        Assert.Equal(name, JsonPointer.Name(pointer));
    }

    [Fact]
    public void The_whole_document_has_no_tokens() => Assert.Empty(JsonPointer.Tokens(""));

    [Theory]
    [InlineData("#", "")]
    [InlineData("#/a", "/a")]
    [InlineData("#/a%20b/%7Bid%7D", "/a b/{id}")]
    [InlineData("#/a~1b", "/a~1b")]
    [InlineData("#/a%7E1b", "/a~1b")]
    [InlineData("#/caf%C3%A9", "/café")]
    [InlineData("#/100%", "/100%")]
    [InlineData("#anchor", null)]
    [InlineData("", null)]
    [InlineData("a.yaml#/a", null)]
    public void A_local_reference_has_a_pointer(string reference, string? pointer) =>
        Assert.Equal(pointer, JsonPointer.FromReference(reference));

    [Fact]
    public void A_walk_knows_where_it_is()
    {
        var place = new PointerStack();
        place.Push("a/b");
        place.Push(3);
        place.Push("gone");
        place.Pop();

        Assert.Equal("/a~1b/3", place.ToString());
    }
}
