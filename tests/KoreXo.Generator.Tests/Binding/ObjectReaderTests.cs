using KoreXo.Generator.Model;
using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>Classes: their members, by all parts of a schema, and what is said of each.</summary>
public sealed class ObjectReaderTests
{
    [Fact]
    public void Members_keep_their_order_and_what_is_said_of_them()
    {
        var document = BoundDocument.Schemas(
            """
                S:
                  type: object
                  required: [id, kind, maybe, none]
                  properties:
                    id: { type: string, readOnly: true }
                    kind: { type: string, enum: [cat] }
                    maybe: { type: [string, 'null'] }
                    size: { type: integer, default: 5 }
                    old: { type: boolean, deprecated: true }
            """
        );

        Assert.Equal(
            ["id: String! read only", "kind: String! = cat", "maybe: String!?", "size: Int64 given", "old: Boolean"],
            document.Members("S")
        );
        Assert.Equal(
            ["old"],
            document.Type<ObjectModel>("S").Properties.Where(static one => one.IsDeprecated).Select(static one => one.WireName)
        );
    }

    [Fact]
    public void Parts_of_an_allOf_are_one_class_and_bases_come_first()
    {
        var document = BoundDocument.Schemas(
            """
                S: { allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { b: { type: string } }, required: [a] }], properties: { c: { type: string }, a: { type: string } }, required: [c] }
                Base: { type: object, properties: { a: { type: integer }, z: { type: string } }, required: [z] }
            """
        );

        Assert.Equal(["a: String!", "z: String!", "b: String", "c: String!"], document.Members("S"));
    }

    [Theory]
    [InlineData("{ oneOf: [{ required: [b] }, { required: [c] }], properties: { a: {}, b: {}, c: {} } }", "a b c")]
    [InlineData("{ properties: { a: {} }, oneOf: [{ properties: { b: {} }, required: [b] }, { properties: { c: {} } }] }", "a b c")]
    [InlineData("{ properties: { a: {} }, anyOf: [{ $ref: '#/components/schemas/Base' }] }", "a x")]
    [InlineData("{ allOf: [{ anyOf: [{ properties: { b: {} } }] }], properties: { a: {} } }", "b a")]
    [InlineData("{ properties: { a: {} }, then: { properties: { b: {} } } }", "a b")]
    public void Members_of_a_choice_beside_members_may_be_there(string schema, string expected)
    {
        var model = BoundDocument
            .Schemas($"    S: {schema}\n    Base: {{ type: object, properties: {{ x: {{}} }}, required: [x] }}")
            .Type<ObjectModel>("S");

        Assert.Equal(expected, string.Join(' ', model.Properties.Select(static one => one.WireName)));
        Assert.DoesNotContain(model.Properties, static one => one.IsRequired);
    }

    [Fact]
    public void A_choice_replaces_nothing_that_is_sure() =>
        Assert.Equal(
            ["a: Int64"],
            BoundDocument
                .Schemas("    S: { properties: { a: { type: integer } }, oneOf: [{ properties: { a: { type: string } } }] }")
                .Members("S")
        );

    [Theory]
    [InlineData("order-id: {}, order_id: {}, orderId: {}", "OrderId OrderIdValue OrderIdValue2")]
    [InlineData("url: {}, URL: {}, Url: {}", "Url UrlValue UrlValue2")]
    [InlineData("s: {}, S: {}", "SValue SValue2")]
    [InlineData("equals: {}, getHashCode: {}, codec: {}", "EqualsValue GetHashCodeValue CodecValue")]
    [InlineData("'': {}, ' ': {}, '!=': {}", "Empty U0020 NotEqualTo")]
    [InlineData("1st: {}, 2nd: {}", "_1st _2nd")]
    [InlineData("class: {}, namespace: {}", "Class Namespace")]
    [InlineData("日本: {}, ñ: {}", "日本 Ñ")]
    [InlineData("'@id': {}, '$id': {}, _id: {}, id: {}", "Id IdValue IdValue2 IdValue3")]
    [InlineData("$ref: { type: string }, type: { type: string }", "Ref Type")]
    [InlineData("a: { x-name: b }, b: {}", "B BValue")]
    [InlineData("__v: { x-name: revision }", "Revision")]
    public void Names_that_are_one_in_CSharp_are_told_apart(string members, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                ' ',
                BoundDocument
                    .Schemas($"    S: {{ type: object, properties: {{ {members} }} }}")
                    .Type<ObjectModel>("S")
                    .Properties.Select(static one => one.Name)
            )
        );

    [Theory]
    [InlineData("''", "it must not be empty")]
    [InlineData("5", "it must be a string")]
    [InlineData("[a]", "it must be a string")]
    [InlineData("1st", "it must be a letter followed by letters, digits and '_'")]
    [InlineData("a-b", "it must be a letter followed by letters, digits and '_'")]
    public void A_name_of_code_that_is_none_is_reported_and_not_used(string name, string problem)
    {
        var document = BoundDocument.Schemas($"    S: {{ type: object, properties: {{ a: {{ type: string, x-name: {name} }} }} }}");

        Assert.Equal([$"api/main.yaml(6) KXO2006 /components/schemas/S/properties/a/x-name: x-name; {problem}"], document.Problems);
        Assert.Equal("A", document.Type<ObjectModel>("S").Properties.Single().Name);
    }

    [Theory]
    [InlineData("type: string, enum: [x]", true, "String! = x")]
    [InlineData("const: x", true, "String! = x")]
    [InlineData("const: 5", true, "Int64! = 5")]
    [InlineData("type: boolean, enum: [true]", true, "Boolean! = true")]
    [InlineData("const: 1.5", true, "Double!")]
    [InlineData("type: string, enum: [x, null]", true, "SA!?")]
    [InlineData("type: string, enum: [x, y]", true, "SA!")]
    [InlineData("type: string, enum: [x]", false, "SA")]
    [InlineData("$ref: '#/components/schemas/One'", true, "One! = only")]
    [InlineData("$ref: '#/components/schemas/One'", false, "One")]
    [InlineData("type: string, x-extensible-enum: [x]", true, "SA!")]
    public void A_required_member_with_one_value_is_sent_without_asking(string member, bool isRequired, string expected) =>
        Assert.Equal(
            "a: " + expected,
            BoundDocument
                .Schemas(
                    $"    S: {{ type: object, properties: {{ a: {{ {member} }} }}, required: [{(isRequired ? "a" : "")}] }}\n    One: {{ type: string, enum: [only] }}"
                )
                .Members("S")
                .Single()
        );

    [Theory]
    [InlineData("type: string, x-sensitive: true")]
    [InlineData("$ref: '#/components/schemas/Secret'")]
    [InlineData("$ref: '#/components/schemas/Plain', x-sensitive: true")]
    [InlineData("allOf: [{ $ref: '#/components/schemas/Secret' }], description: The secret.")]
    [InlineData("oneOf: [{ $ref: '#/components/schemas/Secret' }, { type: 'null' }]")]
    public void A_member_is_sensitive_wherever_its_schema_says_so(string member) =>
        Assert.True(
            BoundDocument
                .Schemas(
                    $"    S: {{ type: object, properties: {{ a: {{ {member} }} }} }}\n    Secret: {{ type: string, x-sensitive: true }}\n    Plain: {{ type: string }}"
                )
                .Type<ObjectModel>("S")
                .Properties.Single()
                .IsSensitive
        );

    [Theory]
    [InlineData("additionalProperties: true", "Any")]
    [InlineData("additionalProperties: false", "nothing")]
    [InlineData("additionalProperties: {}", "Any")]
    [InlineData("additionalProperties: { type: integer }", "Int64")]
    [InlineData("additionalProperties: { type: [string, 'null'] }", "String?")]
    [InlineData("additionalProperties: { type: object, properties: { x: {} } }", "SValue")]
    [InlineData("patternProperties: { '^x-': { type: string } }", "String")]
    [InlineData("patternProperties: { '^x-': { type: string }, '^y-': { type: integer } }", "Any")]
    [InlineData("allOf: [{ type: object, additionalProperties: { type: boolean } }]", "Boolean")]
    [InlineData("description: None.", "nothing")]
    public void Members_without_names_have_a_type_if_the_document_mentions_them(string schema, string expected) =>
        Assert.Equal(
            expected,
            BoundDocument.Describe(
                BoundDocument.Schemas($"    S: {{ properties: {{ a: {{}} }}, {schema} }}").Type<ObjectModel>("S").AdditionalProperties
            )
        );

    [Theory]
    [InlineData("description: Own.", "Own.")]
    [InlineData("description: Own., title: Title", "Own.")]
    [InlineData("title: Title", "Title")]
    [InlineData("type: object", "")]
    public void A_class_is_described_by_its_schema(string schema, string expected) =>
        Assert.Equal(
            expected,
            BoundDocument.Schemas($"    S: {{ properties: {{ a: {{}} }}, {schema} }}").Type<ObjectModel>("S").Description
        );

    [Fact]
    public void A_part_in_place_is_named_after_the_base_that_contains_it()
    {
        var document = BoundDocument.Schemas(
            """
                S: { properties: { one: { $ref: '#/components/schemas/One' }, two: { $ref: '#/components/schemas/Two' } } }
                One: { allOf: [{ $ref: '#/components/schemas/Base' }], properties: { x: { type: object, properties: { y: {} } } } }
                Two: { allOf: [{ $ref: '#/components/schemas/Base' }], properties: { z: {} } }
                Base: { properties: { part: { type: object, properties: { y: {} } } } }
            """
        );

        Assert.Equal(["part: BasePart", "x: OneX"], document.Members("One"));
        Assert.Equal(["part: BasePart", "z: Any"], document.Members("Two"));
    }

    [Fact]
    public void An_allOf_that_contains_itself_is_reported_and_keeps_its_members()
    {
        var document = BoundDocument.Schemas(
            """
                S: { allOf: [{ $ref: '#/components/schemas/T' }], properties: { a: {} } }
                T: { allOf: [{ $ref: '#/components/schemas/S' }], properties: { b: {} } }
            """
        );

        Assert.Equal(["b: Any", "a: Any"], document.Members("S"));
        Assert.Equal(
            ["api/main.yaml(6) KXO2009 /components/schemas/S: An allOf that contains itself; its members beyond that are left out"],
            document.Problems
        );
    }

    [Fact]
    public void A_base_that_two_parts_share_is_no_circle()
    {
        var document = BoundDocument.Schemas(
            """
                S: { allOf: [{ $ref: '#/components/schemas/L' }, { $ref: '#/components/schemas/R' }], properties: { s: {} } }
                L: { allOf: [{ $ref: '#/components/schemas/Base' }], properties: { l: {} } }
                R: { allOf: [{ $ref: '#/components/schemas/Base' }], properties: { r: {} } }
                Base: { properties: { b: {} } }
            """
        );

        Assert.Equal(["b: Any", "l: Any", "r: Any", "s: Any"], document.Members("S"));
        Assert.Empty(document.Problems);
    }

    [Theory]
    [InlineData("{ type: string, readOnly: true }")]
    [InlineData("{ $ref: '#/components/schemas/Id' }")]
    [InlineData("{ $ref: '#/components/schemas/Plain', readOnly: true }")]
    public void A_member_that_only_the_server_sets_may_be_said_in_its_schema(string member) =>
        Assert.Equal(
            ["a: String! read only"],
            BoundDocument
                .Schemas(
                    $"    S: {{ properties: {{ a: {member} }}, required: [a] }}\n    Id: {{ type: string, readOnly: true }}\n    Plain: {{ type: string }}"
                )
                .Members("S")
        );

    [Theory]
    [InlineData("{ type: string, default: x }")]
    [InlineData("{ type: string, default: 5 }")]
    [InlineData("{ type: integer, default: '' }")]
    [InlineData("{ $ref: '#/components/schemas/Color' }")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Color' }], description: The color. }")]
    public void A_member_with_a_default_need_not_be_set(string member) =>
        Assert.True(
            BoundDocument
                .Schemas($"    S: {{ properties: {{ a: {member} }}, required: [a] }}\n    Color: {{ type: string, default: red }}")
                .Type<ObjectModel>("S")
                .Properties.Single()
                .IsGivenByServer
        );

    [Theory]
    [InlineData("{ $ref: 5, properties: { a: {} } }")]
    [InlineData("{ $ref: null, properties: { a: {} } }")]
    public void Beside_a_reference_that_is_no_string_the_members_are_there(string schema) =>
        Assert.Equal(["a: Any"], BoundDocument.Schemas($"    S: {schema}").Members("S"));
}
