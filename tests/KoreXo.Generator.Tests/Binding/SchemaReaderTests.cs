using KoreXo.Generator.Binding;
using KoreXo.Generator.Model;
using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>What kind of type a schema becomes, and what the type is called.</summary>
public sealed class SchemaReaderTests
{
    private const string Shared = """
            Pet: { type: object, properties: { name: { type: string } } }
            Alias: { $ref: '#/components/schemas/Pet' }
            Remark: { allOf: [{ $ref: '#/components/schemas/Pet' }], description: A pet. }
            Color: { type: string, enum: [red, green] }
            Words: { type: array, items: { type: string } }
            Level: { type: integer, enum: [1, 2], x-enum-varnames: [Low, High] }
            Kind: { type: string, x-extensible-enum: [a] }
            Deep: { $ref: '#/components/schemas/Alias' }
        """;

    [Theory]
    [InlineData("{ type: object, properties: { a: {} } }", "SA")]
    [InlineData("{ properties: { a: {} } }", "SA")]
    [InlineData("{ type: object }", "{Any}")]
    [InlineData("{ type: object, additionalProperties: false }", "{Any}")]
    [InlineData("{ additionalProperties: { type: integer } }", "{Int64}")]
    [InlineData("{ additionalProperties: { type: [integer, 'null'] } }", "{Int64?}")]
    [InlineData("{ additionalProperties: { additionalProperties: { type: string } } }", "{{String}}")]
    [InlineData("{ type: object, properties: {} }", "{Any}")]
    [InlineData("{ type: array }", "[Any]")]
    [InlineData("{ items: { type: string } }", "[String]")]
    [InlineData("{ type: array, items: {} }", "[Any]")]
    [InlineData("{ type: array, items: true }", "[Any]")]
    [InlineData("{ type: array, items: { type: [string, 'null'] } }", "[String?]")]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/Pet' } }", "[Pet]")]
    [InlineData("{ type: array, items: { type: object, properties: { b: {} } } }", "[SAItem]")]
    [InlineData("{ type: array, items: { type: array, items: { type: boolean } } }", "[[Boolean]]")]
    [InlineData("{ prefixItems: [{ type: string }, { type: integer }] }", "[Any]")]
    [InlineData("{ type: array, prefixItems: [{ type: string }] }", "[String]")]
    [InlineData("{ $ref: '#/components/schemas/Pet' }", "Pet")]
    [InlineData("{ $ref: '#/components/schemas/Alias' }", "Pet")]
    [InlineData("{ $ref: '#/components/schemas/Deep' }", "Pet")]
    [InlineData("{ $ref: '#/components/schemas/Remark' }", "Pet")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Remark' }] }", "Pet")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Pet' }, { description: A pet. }] }", "Pet")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object }] }", "SA")]
    [InlineData("{ allOf: [{ type: string, format: uuid }, { maxLength: 36 }] }", "Guid")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Words' }, { type: array }] }", "[String]")]
    [InlineData("{ oneOf: [{ $ref: '#/components/schemas/Pet' }, { type: 'null' }] }", "Pet")]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/Pet' }] }", "Pet")]
    [InlineData("{ oneOf: [{ $ref: '#/components/schemas/Pet' }, { type: string }] }", "SA")]
    [InlineData("{ $ref: '#/components/schemas/Color' }", "Color")]
    [InlineData("{ type: string, enum: [x, y] }", "SA")]
    [InlineData("{ enum: [x, y] }", "SA")]
    [InlineData("{ type: [string, 'null'], enum: [x, null] }", "SA")]
    [InlineData("{ enum: [x, 1] }", "Any")]
    [InlineData("{ enum: [1, 2] }", "Int64")]
    [InlineData("{ enum: [1, 2.5] }", "Double")]
    [InlineData("{ enum: [true] }", "Boolean")]
    [InlineData("{ enum: [] }", "Any")]
    [InlineData("{ enum: [null] }", "Any")]
    [InlineData("{ type: string, enum: [1, 2] }", "SA")]
    [InlineData("{ $ref: '#/components/schemas/Level' }", "Level")]
    [InlineData("{ $ref: '#/components/schemas/Kind' }", "Kind")]
    [InlineData("{ anyOf: [{ type: string }, { $ref: '#/components/schemas/Color' }] }", "Color")]
    [InlineData("{ anyOf: [{ type: string }, { enum: [x, y] }] }", "SA")]
    [InlineData("{ type: [string, integer] }", "SA")]
    [InlineData("{ type: [string, number, integer, boolean, object, array, 'null'] }", "Any")]
    [InlineData("{ type: string, properties: { a: {} } }", "String")]
    [InlineData("true", "Any")]
    [InlineData("false", "Any")]
    [InlineData("{}", "Any")]
    public void A_schema_is_one_kind_of_type(string schema, string expected) =>
        Assert.Equal(expected, BoundDocument.Describe(Bind($"a: {schema}").Type<ObjectModel>("S").Properties.Single().Type));

    [Theory]
    [InlineData("order-item", "OrderItem")]
    [InlineData("com.acme.Order", "ComAcmeOrder")]
    [InlineData("Order[Item]", "OrderItem")]
    [InlineData("1Order", "_1Order")]
    [InlineData("TestClient", "TestClientModel")]
    [InlineData("Unknown", "UnknownModel")]
    [InlineData("ExtensionData", "ExtensionDataModel")]
    [InlineData("Order/Item", "OrderItem")]
    [InlineData("Bestellung Ä", "BestellungÄ")]
    public void A_component_has_its_name_in_CSharp(string name, string expected)
    {
        var pointer = name.Replace("/", "~1", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal);

        Assert.Equal(
            expected,
            BoundDocument.Describe(
                Bind($"a: {{ $ref: '#/components/schemas/{pointer}' }}", $"    '{name}': {{ type: object, properties: {{ x: {{}} }} }}")
                    .Type<ObjectModel>("S")
                    .Properties.Single()
                    .Type
            )
        );
    }

    [Fact]
    public void Components_of_one_name_in_CSharp_are_two_types() =>
        Assert.Equal(
            ["a: OrderItem", "b: OrderItemModel", "c: OrderItemModel2"],
            Bind(
                    "a: { $ref: '#/components/schemas/order-item' }, b: { $ref: '#/components/schemas/order_item' }, c: { $ref: '#/components/schemas/OrderItem' }",
                    """
                        order-item: { properties: { x: {} } }
                        order_item: { properties: { x: {} } }
                        OrderItem: { properties: { x: {} } }
                    """
                )
                .Members("S")
        );

    [Fact]
    public void A_schema_in_a_schema_has_the_name_of_its_place() =>
        Assert.Equal(
            ["SPart", "SPartB", "SPartCItem", "SPartDValue"],
            Bind(
                "part: { properties: { b: { properties: { x: {} } }, c: { items: { properties: { x: {} } } }, d: { additionalProperties: { properties: { x: {} } } } } }"
            )
                .Model.Types.Select(static type => type.Name)
                .Where(static name => name.StartsWith("SPart", StringComparison.Ordinal))
        );

    [Theory]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/T' } }")]
    [InlineData("{ additionalProperties: { $ref: '#/components/schemas/T' } }")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/T' }] }")]
    [InlineData("{ oneOf: [{ $ref: '#/components/schemas/T' }, { type: 'null' }] }")]
    public void A_schema_that_contains_itself_without_a_member_is_any_value(string schema)
    {
        var document = Bind("a: { $ref: '#/components/schemas/T' }", $"    T: {schema}");

        Assert.Equal(
            [
                "api/main.yaml(15) KXO2009 /components/schemas/T: A schema that contains itself without a member between; it is treated as any value",
            ],
            document.Problems
        );
    }

    [Theory]
    [InlineData("T: { properties: { next: { $ref: '#/components/schemas/T' } } }", "T", "next: T")]
    [InlineData("T: { properties: { all: { type: array, items: { $ref: '#/components/schemas/T' } } } }", "T", "all: [T]")]
    [InlineData("T: { properties: { all: { additionalProperties: { $ref: '#/components/schemas/T' } } } }", "T", "all: {T}")]
    [InlineData(
        "T: { properties: { u: { $ref: '#/components/schemas/U' } } }\n    U: { properties: { t: { $ref: '#/components/schemas/T' } } }",
        "U",
        "t: T"
    )]
    public void A_type_may_contain_itself_in_a_member(string schemas, string type, string expected)
    {
        var document = Bind("a: { $ref: '#/components/schemas/T' }", "    " + schemas);

        Assert.Equal([expected], document.Members(type));
        Assert.Empty(document.Problems);
    }

    [Fact]
    public void A_chain_of_a_thousand_types_is_read()
    {
        var schemas = string.Concat(
            Enumerable
                .Range(0, 1_000)
                .Select(static i => $"    T{i}: {{ properties: {{ next: {{ $ref: '#/components/schemas/T{i + 1}' }} }} }}\n")
        );
        var document = Bind("a: { $ref: '#/components/schemas/T0' }", schemas + "    T1000: { properties: { end: {} } }");

        Assert.Equal(["end: Any"], document.Members("T1000"));
        Assert.Empty(document.Problems);
    }

    [Fact]
    public void More_derived_schemas_than_anyone_tells_apart_are_reported()
    {
        var derived = string.Concat(
            Enumerable
                .Range(0, InheritanceIndex.MaxDerived + 1)
                .Select(static i => $"    D{i}: {{ allOf: [{{ $ref: '#/components/schemas/Base' }}] }}\n")
        );
        var document = Bind(
            "a: { $ref: '#/components/schemas/Base' }",
            $"    Base: {{ properties: {{ kind: {{ type: string }} }}, discriminator: {{ propertyName: kind }} }}\n{derived}"
        );

        Assert.Equal(
            [
                "api/main.yaml(15) KXO2009 /components/schemas/Base: A choice of 201 derived schemas; it is treated as the class that the schema describes",
            ],
            document.Problems
        );
        Assert.Equal(["kind: String"], document.Members("Base"));
    }

    [Fact]
    public void A_body_without_the_members_that_its_variant_sends_is_a_type_of_its_own()
    {
        var document = BoundDocument.Post(
            "x-variants: [{ operationId: b, body: { kind: x } }, { operationId: c, body: { kind: y } }], requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }",
            "components: { schemas: { Order: { required: [kind], properties: { kind: { type: string }, name: { type: string } } } } }"
        );

        Assert.Equal(["Order", "Order"], document.Model.Operations.Select(static one => BoundDocument.Describe(one.Body!.Type)));
        Assert.Equal(["name: String"], document.Members("Order"));
        Assert.Equal(["\"kind\":\"x\"", "\"kind\":\"y\""], document.Model.Operations.Select(static one => one.Constants));
    }

    [Theory]
    [InlineData("uuid", "String")]
    [InlineData("*", "String")]
    [InlineData("uri", "Guid")]
    public void Formats_may_be_left_strings(string format, string expected) =>
        Assert.Equal(
            expected,
            BoundDocument.Describe(
                BoundDocument
                    .Of(
                        "paths: { /a: { get: { operationId: a, responses: { '200': { description: Done., content: { application/json: { schema: { type: string, format: uuid } } } } } } } }",
                        BoundDocument.NoOptions with
                        {
                            StringFormats = new[] { format },
                        }
                    )
                    .Operation()
                    .Result.Content
            )
        );

    private static BoundDocument Bind(string members, string more = "") =>
        BoundDocument.Schemas($"    S: {{ type: object, properties: {{ {members} }} }}\n{Shared}\n{more}");
}
