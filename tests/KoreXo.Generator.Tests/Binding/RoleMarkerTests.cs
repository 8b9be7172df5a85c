using KoreXo.Generator.Model;
using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>What a type is for: sent, received, or the update of something.</summary>
public sealed class RoleMarkerTests
{
    private const string Types = """
        components:
          schemas:
            A: { properties: { b: { $ref: '#/components/schemas/B' }, u: { $ref: '#/components/schemas/U' } } }
            B: { properties: { c: { type: array, items: { $ref: '#/components/schemas/C' } } } }
            C: { properties: { x: {}, a: { $ref: '#/components/schemas/A' } } }
            U: { oneOf: [{ $ref: '#/components/schemas/C' }, { type: string }] }
            Other: { properties: { x: {} } }
        """;

    [Theory]
    [InlineData("requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } }", "A B C")]
    [InlineData(
        "requestBody: { content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Other' } } } } }",
        "Other"
    )]
    [InlineData("parameters: [{ name: q, in: query, schema: { $ref: '#/components/schemas/Other' } }]", "Other")]
    [InlineData(
        "parameters: [{ name: q, in: query, content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } }]",
        "A B C"
    )]
    [InlineData(
        "requestBody: { content: { application/json: { schema: { type: string } }, application/merge-patch+json: { schema: { $ref: '#/components/schemas/Other' } } } }",
        "Other"
    )]
    [InlineData("tags: []", "")]
    public void Types_that_are_sent_and_their_parts_have_required_members(string operation, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                ' ',
                BoundDocument
                    .Post(
                        operation
                            + ", responses: { '200': { description: Done., content: { application/json: { schema: { type: array, items: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/Other' }] } } } } } }",
                        Types
                    )
                    .Model.Types.OfType<ObjectModel>()
                    .Where(static type => type.IsSent)
                    .Select(static type => type.Name)
            )
        );

    [Fact]
    public void The_type_of_a_second_form_of_the_body_is_sent_too()
    {
        var document = BoundDocument.Post(
            "requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Link' } }, multipart/form-data: { schema: { $ref: '#/components/schemas/Upload' } } } }",
            "components: { schemas: { Link: { properties: { url: { type: string } }, required: [url] }, Upload: { properties: { file: { type: string, format: binary } }, required: [file] } } }"
        );

        Assert.Equal(
            ["Link True", "Upload True"],
            document.Model.Types.OfType<ObjectModel>().Select(static type => $"{type.Name} {type.IsSent}")
        );
    }

    [Theory]
    [InlineData("patch", "application/json", "204", "Explicit")]
    [InlineData("patch", "application/merge-patch+json", "204", "Explicit")]
    [InlineData("post", "application/merge-patch+json", "204", "Explicit")]
    [InlineData("patch", "application/json-patch+json", "204", "Never")]
    [InlineData("post", "application/json", "204", "Never")]
    [InlineData("put", "application/json", "204", "Never")]
    [InlineData("patch", "application/x-www-form-urlencoded", "204", "Never")]
    [InlineData("patch", "application/json", "200", "WhenAssigned")]
    public void Null_differs_from_absent_in_updates(string verb, string mediaType, string status, string expected)
    {
        var response =
            status == "204"
                ? "{ description: Done. }"
                : "{ description: Done., content: { application/json: { schema: { $ref: '#/components/schemas/Other' } } } }";
        var document = BoundDocument.Of(
            $"paths: {{ /a: {{ {verb}: {{ operationId: a, requestBody: {{ content: {{ {mediaType}: {{ schema: {{ $ref: '#/components/schemas/Other' }} }} }} }}, responses: {{ '{status}': {response} }} }} }} }}\n{Types}"
        );

        Assert.Equal(expected, document.Type<ObjectModel>("Other").NullMembers.ToString());
    }

    [Theory]
    [InlineData(
        "get: { operationId: b, responses: { '200': { description: Done., content: { application/json: { schema: { $ref: '#/components/schemas/Other' } } } } } }"
    )]
    [InlineData(
        "post: { operationId: b, requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Other' } } } }, responses: {} }"
    )]
    [InlineData(
        "get: { operationId: b, parameters: [{ name: q, in: query, schema: { $ref: '#/components/schemas/Other' } }], responses: {} }"
    )]
    public void Another_use_of_an_update_keeps_plain_members(string other)
    {
        var document = BoundDocument.Of(
            $$"""
            paths:
              /a: { patch: { operationId: a, requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Other' } } } }, responses: {} } }
              /b: { {{other}} }
            {{Types}}
            """
        );

        Assert.Equal(NullMembers.WhenAssigned, document.Type<ObjectModel>("Other").NullMembers);
    }

    [Theory]
    [InlineData(
        "responses: { '200': { description: Done., content: { application/json: { schema: { $ref: '#/components/schemas/U' } } } } }",
        true
    )]
    [InlineData(
        "responses: { '200': { description: Done., content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } }",
        true
    )]
    [InlineData("requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/U' } } } }", false)]
    public void Only_a_union_that_is_received_asks_for_its_shape(string operation, bool expected) =>
        Assert.Equal(expected, BoundDocument.Post(operation, Types).Type<UnionModel>("U").IsReceived);

    [Fact]
    public void Webhooks_are_received_and_their_responses_sent()
    {
        var document = BoundDocument.Of(
            $$"""
            webhooks: { w: { post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/U' } } } }, responses: { '200': { description: Done., content: { application/json: { schema: { $ref: '#/components/schemas/Other' } } } } } } } }
            {{Types}}
            """
        );

        Assert.True(document.Type<UnionModel>("U").IsReceived);
        Assert.True(document.Type<ObjectModel>("Other").IsSent);
        Assert.False(document.Type<ObjectModel>("C").IsSent);
    }

    [Fact]
    public void A_field_for_null_that_another_member_has_gets_another_name()
    {
        var document = BoundDocument.Post(
            "requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/T' } } } }",
            "components: { schemas: { T: { properties: { name: {}, nameIsNull: {}, size: {} } } } }"
        );

        Assert.Equal(
            ["name"],
            document.Type<ObjectModel>("T").Properties.Where(static one => one.IsNullFieldTaken).Select(static one => one.WireName)
        );
    }
}
