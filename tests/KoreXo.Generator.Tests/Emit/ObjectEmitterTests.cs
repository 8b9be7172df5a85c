using KoreXo.Testing.Http;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>Classes as a caller sees them: what must be set, what is there without being set, and what names are called.</summary>
public sealed class ObjectEmitterTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Objects, version: "1" }
        paths:
          /a: { post: { operationId: addA, requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Sent' } } } }, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/All' } } } } } } }
        components:
          schemas:
            Sent:
              type: object
              description: What is sent.
              required: [id, kind, flag, maybe, given, made]
              properties:
                id: { type: string, description: Its name }
                kind: { type: string, enum: [only] }
                flag: { type: boolean, enum: [true] }
                maybe: { type: string, nullable: true }
                given: { type: string, default: x }
                made: { type: string, readOnly: true }
                old: { type: string, deprecated: true }
            All:
              type: object
              deprecated: true
              required: [text, number, flag, at, day, clock, span, guid, link, bytes, list, map, one, any, choice, set]
              properties:
                text: { type: string }
                number: { type: integer }
                flag: { type: boolean }
                at: { type: string, format: date-time }
                day: { type: string, format: date }
                clock: { type: string, format: time }
                span: { type: string, format: duration }
                guid: { type: string, format: uuid }
                link: { type: string, format: uri }
                bytes: { type: string, format: byte }
                list: { type: array, items: { type: string } }
                map: { type: object, additionalProperties: { type: string } }
                one: { $ref: '#/components/schemas/One' }
                any: {}
                choice: { oneOf: [{ $ref: '#/components/schemas/One' }, { type: string }] }
                set: { type: string, enum: [a, b] }
                optional: { type: integer }
                extensionData: { type: string }
                additionalProperties: { type: string }
                codec: { type: string }
                toString: { type: string }
                gethashcode: { type: string }
                all: { type: string }
                order-id: { type: string }
                order_id: { type: string }
                event: { type: string }
                '1st': { type: string }
                '@id': { type: string }
                'мир': { type: string }
                '😀': { type: string }
            One: { type: object, required: [x], properties: { x: { type: integer } } }
        """;

    [Theory]
    [InlineData("all.Text.Length", "0")]
    [InlineData("all.Number", "0")]
    [InlineData("all.At == default", "True")]
    [InlineData("all.Day == default", "True")]
    [InlineData("all.Clock == default", "True")]
    [InlineData("all.Span == default", "True")]
    [InlineData("all.Guid == default", "True")]
    [InlineData("all.Link.OriginalString.Length", "0")]
    [InlineData("all.Bytes.Length", "0")]
    [InlineData("all.List.Count", "0")]
    [InlineData("all.Map.Count", "0")]
    [InlineData("all.One.X", "0")]
    [InlineData("all.Choice is AllChoice.Unknown", "True")]
    [InlineData("all.Set.Value.Length", "0")]
    [InlineData("all.Optional is null", "True")]
    [InlineData("Write(all)", "{}")]
    public async Task What_a_response_lacks_can_be_read_and_is_not_written(string expression, string expected) =>
        Assert.Equal(expected, await RunAsync($$"""var all = Read<All>("{}"); return $"{({{expression}})}";"""));

    [Theory]
    [InlineData("new Sent { Id = \"1\", Maybe = null }", """{"id":"1","kind":"only","flag":true,"maybe":null}""")]
    [InlineData(
        "new Sent { Id = \"1\", Maybe = \"m\", Given = \"g\" }",
        """{"id":"1","kind":"only","flag":true,"maybe":"m","given":"g"}"""
    )]
    public async Task Only_what_nobody_else_can_know_must_be_set(string value, string json) =>
        Assert.Equal(json, await RunAsync($"return Write({value});"));

    [Theory]
    [InlineData("Maybe = null")]
    [InlineData("Id = \"1\"")]
    public async Task What_must_be_set_is_asked_for_by_the_compiler(string members) =>
        Assert.Contains(
            "CS9035",
            (await Assert.ThrowsAnyAsync<Exception>(() => RunAsync($"return Write(new Sent {{ {members} }});"))).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("order-id", "OrderId")]
    [InlineData("order_id", "OrderIdValue")]
    [InlineData("event", "Event")]
    [InlineData("1st", "_1st")]
    [InlineData("@id", "Id")]
    [InlineData("мир", "Мир")]
    [InlineData("all", "AllValue")]
    [InlineData("extensionData", "ExtensionDataValue")]
    [InlineData("additionalProperties", "AdditionalPropertiesValue")]
    [InlineData("codec", "CodecValue")]
    [InlineData("toString", "ToStringValue")]
    [InlineData("gethashcode", "GethashcodeValue")]
    public async Task A_member_is_called_like_its_name_on_the_wire_where_that_is_possible(string wire, string name) =>
        Assert.Equal($"{{\"{wire}\":\"x\"}}", await RunAsync($"return Write(new All {{ {name} = \"x\" }});"));

    [Theory]
    [InlineData("/// <summary>What is sent.</summary>")]
    [InlineData("/// <summary>Its name.</summary>\npublic required string Id { get => _id ?? \"\"; init => _id = value; }")]
    [InlineData(
        "/// <summary>The member 'kind'.</summary>\n/// <value>'only'; it is filled in.</value>\npublic string Kind => _kind ?? \"only\";"
    )]
    [InlineData(
        "[global::System.Obsolete(\"The document marks this as deprecated.\")]\npublic string? Old { get => _old; init => _old = value; }"
    )]
    [InlineData("/// <summary>Initializes a new instance; set the required members in its object initializer.</summary>")]
    [InlineData("/// <summary>Initializes a new instance with no members set.</summary>")]
    public void The_class_says_what_the_document_says(string text) =>
        Assert.Contains(text, EmittedText.Of(Document, "Models"), StringComparison.Ordinal);

    private static Task<string> RunAsync(string statements) => Sample.RunAsync(Sample.Client(Document), statements, new RecordingHandler());
}
