using KoreXo.Generator.Binding;
using KoreXo.Generator.Model;
using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>Pointers into values of a type.</summary>
public sealed class TypePlacesTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("/", true)]
    [InlineData("/text", true)]
    [InlineData("text", true)]
    [InlineData("/Text", false)]
    [InlineData("/text/more", false)]
    [InlineData("/list", true)]
    [InlineData("/list/0", true)]
    [InlineData("/list/0/text", true)]
    [InlineData("/list/0/none", false)]
    [InlineData("/list/first", false)]
    [InlineData("/list[]/text", true)]
    [InlineData("list[]/text", true)]
    [InlineData("/list[]/none", false)]
    [InlineData("/text[]", false)]
    [InlineData("/map/anything/text", true)]
    [InlineData("/map/anything/none", false)]
    [InlineData("/any/thing/at/all", true)]
    [InlineData("/any[]/thing", true)]
    [InlineData("/choice/thing", true)]
    [InlineData("/maybe/0/text", true)]
    [InlineData("/maybe/0/none", false)]
    [InlineData("/open/thing", true)]
    [InlineData("/open/text/more", false)]
    [InlineData("/a~1b", true)]
    public void A_pointer_leads_to_what_the_document_allows(string pointer, bool expected) =>
        Assert.Equal(expected, new TypePlaces(Registry()).MayHave(new TypeRef.Named("S", NamedKind.Object), pointer));

    [Theory]
    [InlineData("[]", true)]
    [InlineData("/[]/text", true)]
    [InlineData("/[]/none", false)]
    [InlineData("/0/text", true)]
    public void A_list_may_be_the_whole_value(string pointer, bool expected) =>
        Assert.Equal(expected, new TypePlaces(Registry()).MayHave(new TypeRef.List(new TypeRef.Named("S", NamedKind.Object)), pointer));

    private static TypeRegistry Registry()
    {
        var document = ReadDocument
            .From(
                """
                openapi: 3.1.0
                paths: {}
                components:
                  schemas:
                    S:
                      properties:
                        text: { type: string }
                        list: { type: array, items: { $ref: '#/components/schemas/S' } }
                        map: { additionalProperties: { $ref: '#/components/schemas/S' } }
                        any: {}
                        choice: { oneOf: [{ type: string }, { $ref: '#/components/schemas/S' }] }
                        maybe: { type: array, items: { anyOf: [{ $ref: '#/components/schemas/S' }, { type: 'null' }] } }
                        open: { properties: { text: { type: string } }, additionalProperties: true }
                        a/b: { type: string }
                """
            )
            .Document;
        var registry = new TypeRegistry(new CodeBudget(document));
        var schemas = new SchemaReader(document, registry, []);
        schemas.Read(document.Schema(document.Root.Find("/components/schemas/S")!, "/components/schemas/S"), "S");
        return registry;
    }
}
