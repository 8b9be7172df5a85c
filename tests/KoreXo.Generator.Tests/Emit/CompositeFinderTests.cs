using KoreXo.Generator.Binding;
using KoreXo.Generator.Emit;
using KoreXo.Generator.Model;
using KoreXo.Generator.Options;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>Which lists and maps have a codec of their own, in which order, and what the codecs are called.</summary>
public sealed class CompositeFinderTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Composites, version: "1" }
        paths:
          /a: { get: { operationId: getA, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } } } }
          /b: { post: { operationId: addB, requestBody: { required: true, content: { application/json: { schema: @ } } }, responses: { "204": { description: ok } } } }
        components:
          schemas:
            A: { type: object, properties: { plain: { type: array, items: { type: string } }, pets: { type: array, items: { $ref: '#/components/schemas/Pet' } } } }
            Pet: { type: object, properties: { name: { type: string } } }
            PetList: { type: object, properties: { name: { type: string } } }
        """;

    [Theory]
    [InlineData("{ type: string }", "")]
    [InlineData("{ $ref: '#/components/schemas/Pet' }", "")]
    [InlineData("{ type: array, items: { type: string } }", "StringScalarList")]
    [InlineData("{ type: array, items: { type: [integer, 'null'] } }", "NullableInt64Scalar NullableInt64ScalarList")]
    [InlineData("{ type: array, items: { type: [string, 'null'] } }", "NullableStringScalar NullableStringScalarList")]
    [InlineData(
        "{ type: object, additionalProperties: { type: array, items: { $ref: '#/components/schemas/Pet' } } }",
        "PetList PetListMap"
    )]
    [InlineData(
        "{ type: array, items: { type: array, items: { type: array, items: { type: boolean } } } }",
        "BooleanScalarList BooleanScalarListList BooleanScalarListListList"
    )]
    [InlineData(
        "{ type: object, properties: { a: { type: array, items: { $ref: '#/components/schemas/PetList' } }, b: { type: array, items: { type: array, items: { $ref: '#/components/schemas/Pet' } } } } }",
        "PetList"
    )]
    [InlineData(
        "{ oneOf: [{ type: array, items: { $ref: '#/components/schemas/PetList' } }, { type: array, items: { type: array, items: { $ref: '#/components/schemas/Pet' } } }] }",
        "PetListList PetList PetListListCodec"
    )]
    public void Inner_ones_come_first_and_each_has_a_name_of_its_own(string body, string names)
    {
        var context = Context(body);

        Assert.Equal(names, string.Join(' ', context.Composites.Select(context.CompositeName)));
    }

    [Theory]
    [InlineData(
        "{ type: array, items: { type: string } }",
        "ListCodec<string> StringScalarList = new(global::KoreXo.Runtime.Codecs.String);"
    )]
    [InlineData(
        "{ type: object, additionalProperties: { $ref: '#/components/schemas/Pet' } }",
        "MapCodec<global::N.Pet> PetMap = new(global::N.Pet.Codec.Instance);"
    )]
    [InlineData(
        "{ type: array, items: { type: array, items: { type: integer } } }",
        "ListCodec<global::System.Collections.Generic.IReadOnlyList<long>> Int64ScalarListList = new(global::N.TestCodecs.Int64ScalarList);"
    )]
    public void A_codec_is_made_of_that_of_its_items(string body, string field)
    {
        var context = Context(body);

        Assert.Equal("internal static readonly global::KoreXo.Runtime." + field, CodecText.Field(context.Composites[^1], context));
    }

    [Fact]
    public void A_codec_is_found_by_what_it_is_for()
    {
        var context = Context("{ type: array, items: { type: string } }");

        Assert.Equal("global::N.TestCodecs.StringScalarList", CodecText.Of(context.Composites[0], context));
        Assert.Equal("global::N.Pet.Codec.Instance", CodecText.Of(new TypeRef.Named("Pet", NamedKind.Object), context));
        Assert.Equal("global::KoreXo.Runtime.Codecs.DateOnly", CodecText.Of(new TypeRef.Scalar(ScalarKind.DateOnly), context));
    }

    [Fact]
    public void A_context_knows_what_is_emitted_and_nothing_else()
    {
        var context = Context("{ oneOf: [{ type: string }, { type: integer }] }");

        Assert.Null(context.Type("None"));
        Assert.Null(context.Union(null));
        Assert.Null(context.Union(new TypeRef.Named("Pet", NamedKind.Object)));
        Assert.Equal("AddBRequest", context.Union(context.Operation("addB").Body!.Type)!.Name);
        Assert.Equal("A", context.Object("A").Name);
    }

    private static EmitContext Context(string body)
    {
        var result = SpecParser.Parse(
            "x.yaml",
            Document.Replace("@", body, StringComparison.Ordinal),
            new DocumentOptions("N", "TestClient", null, default, default, ""),
            CancellationToken.None
        );
        return new EmitContext(result.Model!);
    }
}
