using KoreXo.Testing.Http;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>The optional parameters of an operation as a class: names, defaults and texts.</summary>
public sealed class OptionsEmitterTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Options, version: "1" }
        paths:
          /a:
            get:
              operationId: find-a
              parameters:
                - { name: tags, in: query, schema: { type: array, items: { type: string } } }
                - { name: page-size, in: query, description: 'How many <b>items</b> & more', schema: { type: integer, format: int32 } }
                - { name: page_size, in: header, schema: { type: string } }
                - { name: 'filter[name]', in: query, schema: { type: string } }
                - { name: equals, in: query, schema: { type: string } }
                - { name: FindAOptions, in: query, schema: { type: string } }
                - { name: id, in: query, x-name: petId, schema: { type: string, description: 'Of the schema.' } }
                - { name: must, in: query, required: true, schema: { type: string } }
                - { name: only, in: query, required: true, schema: { type: string, enum: [x] } }
                - { name: size, in: query, required: true, schema: { type: integer, default: 5 } }
                - { name: map, in: query, style: deepObject, schema: { type: object, additionalProperties: { type: string } } }
              responses: { "204": { description: ok } }
          /b: { get: { operationId: getB, parameters: [{ name: q, in: query, required: true, schema: { type: string } }], responses: { "204": { description: ok } } } }
        """;

    [Theory]
    [InlineData("/// <summary>The optional parameters of 'find-a'.</summary>")]
    [InlineData("public sealed class FindAOptions")]
    [InlineData("public global::System.Collections.Generic.IReadOnlyList<string> Tags { get; init; } = [];")]
    [InlineData("/// <summary>How many &lt;b&gt;items&lt;/b&gt; &amp; more.</summary>\npublic int? PageSize { get; init; }")]
    [InlineData("/// <summary>The parameter 'page_size'.</summary>\npublic string? PageSizeValue { get; init; }")]
    [InlineData("public string? FilterName { get; init; }")]
    [InlineData("public string? EqualsValue { get; init; }")]
    [InlineData("public string? FindAOptionsValue { get; init; }")]
    [InlineData("/// <summary>Of the schema.</summary>\npublic string? PetId { get; init; }")]
    [InlineData("public long? Size { get; init; }")]
    [InlineData("public global::System.Collections.Generic.IReadOnlyDictionary<string, string>? Map { get; init; }")]
    public void Each_optional_parameter_is_a_property(string text) =>
        Assert.Contains(text, EmittedText.Of(Document, "Models"), StringComparison.Ordinal);

    [Theory]
    [InlineData(" Must ")]
    [InlineData(" Only ")]
    [InlineData("GetBOptions")]
    public void What_is_required_or_has_one_value_is_no_option(string text) =>
        Assert.DoesNotContain(text, EmittedText.Of(Document, "Models"), StringComparison.Ordinal);

    [Fact]
    public async Task A_parameter_is_sent_by_its_name_on_the_wire()
    {
        using var handler = new RecordingHandler();
        await Sample.RunAsync(
            Sample.Client(Document),
            "await client.FindAAsync(\"m\", new() { PageSize = 2, PageSizeValue = \"h\", FilterName = \"f\", EqualsValue = \"e\", PetId = \"p\" }); return \"\";",
            handler
        );

        Assert.Equal("GET /a?page-size=2&filter%5Bname%5D=f&equals=e&id=p&must=m&only=x&size=5", handler.Requests[0].Line);
        Assert.Equal("h", handler.Requests[0].Headers["page_size"]);
    }
}
