using KoreXo.Cli.Specs;
using KoreXo.OpenApi.Document;

namespace KoreXo.Cli.Tests.Specs;

/// <summary>Where a report says that something is declared.</summary>
public sealed class SpecPlacesTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Things, version: "1" }
        paths:
          /things/{id}:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            get:
              operationId: getThing
              parameters:
                - { name: expand, in: query, schema: { type: boolean } }
              responses:
                "200": { description: A thing., content: { application/json: { schema: { $ref: "#/components/schemas/the-thing" } } } }
        components:
          schemas:
            the-thing:
              type: object
              properties:
                "a/b": { type: string }
        """;

    [Theory]
    [InlineData("", "7 /paths/~1things~1{id}/get")]
    [InlineData("responses", "11 /paths/~1things~1{id}/get/responses")]
    [InlineData("x-scopes", "7 /paths/~1things~1{id}/get")]
    public void A_part_that_an_operation_does_not_have_is_at_the_operation(string within, string expected)
    {
        var source = Read(Document);

        Assert.Equal(expected, Text(source.Places.Operation(source.Model.Operations[0], within)));
    }

    [Theory]
    [InlineData("expand", "9 /paths/~1things~1{id}/get/parameters/0")]
    [InlineData("id", "7 /paths/~1things~1{id}/get")]
    public void A_parameter_that_the_path_declares_is_at_the_operation(string name, string expected)
    {
        var source = Read(Document);

        Assert.Equal(expected, Text(source.Places.Parameter(source.Model.Operations[0], new ParameterKey(ParameterLocation.Query, name))));
    }

    [Theory]
    [InlineData("Query", "7 /paths/~1a/get/parameters/0")]
    [InlineData("Header", "8 /paths/~1a/get/parameters/1")]
    [InlineData("Cookie", "6 /paths/~1a/get")]
    public void Parameters_of_one_name_are_told_apart_by_where_they_are_sent(string place, string expected)
    {
        var source = Read(
            """
            openapi: 3.0.3
            info: { title: A, version: "1" }
            paths:
              /a:
                get:
                  parameters:
                    - { name: id, in: query, schema: { type: string } }
                    - { name: id, in: header, schema: { type: string } }
                  responses: { "204": { description: A. } }
            """
        );

        Assert.Equal(
            expected,
            Text(source.Places.Parameter(source.Model.Operations[0], new ParameterKey(Enum.Parse<ParameterLocation>(place), "id")))
        );
    }

    [Theory]
    [InlineData("TheThing", null, "15 /components/schemas/the-thing")]
    [InlineData("TheThing", "a/b", "17 /components/schemas/the-thing/properties/a~1b")]
    [InlineData("TheThing", "c", "15 /components/schemas/the-thing")]
    [InlineData("GetThingResponse", null, "nowhere")]
    public void A_type_is_found_by_its_name_of_code(string type, string? member, string expected) =>
        Assert.Equal(expected, Text(Read(Document).Places.Type(type, member)));

    [Theory]
    [InlineData("x-known-scopes: [{ name: read }]\n", "3 /x-known-scopes")]
    [InlineData("", "1 ")]
    public void Scopes_are_where_the_document_lists_them_and_otherwise_at_its_beginning(string scopes, string expected) =>
        Assert.Equal(expected, Text(Read(Document.Replace("paths:\n", scopes + "paths:\n", StringComparison.Ordinal)).Places.Scopes));

    [Fact]
    public void Nothing_is_anywhere_in_a_document_that_does_not_exist()
    {
        var places = new SpecPlaces("gone.yaml", null);

        Assert.All(new[] { places.Document, places.Scopes, places.Security, places.Type("Thing") }, Assert.Null);
    }

    private static string Text(SpecPlace? place) =>
        place is null ? "nowhere" : FormattableString.Invariant($"{place.Line} {place.Pointer}");

    private static SpecSource Read(string text) =>
        SpecLoader.Read("things.yaml", "things.yaml", text.ReplaceLineEndings("\n"), TextWriter.Null, default);
}
