using KoreXo.Generator.Model;
using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>How a list is paged, and that the operation has what the pager needs.</summary>
public sealed class PagingReaderTests
{
    private const string Parameters =
        "parameters: [{ name: at, in: query, schema: { type: integer } }, { name: size, in: query, schema: { type: integer } }, { name: word, in: query, schema: { type: string } }, { name: at, in: header, schema: { type: integer } }]";

    private const string Pet = "{ type: object, properties: { name: { type: string } } }";

    [Theory]
    [InlineData("items: /", "{ type: array, items: { type: string } }", "String", "")]
    [InlineData("items: /pets", "{ properties: { pets: { type: array, items: { type: string } } } }", "String", "/pets")]
    [InlineData(
        "items: /a/b",
        "{ properties: { a: { properties: { b: { type: array, items: { type: boolean } } } } } }",
        "Boolean",
        "/a/b"
    )]
    [InlineData("items: /a~1b", "{ properties: { a/b: { type: array, items: { type: boolean } } } }", "Boolean", "/a~1b")]
    [InlineData("items: /pets", "{ properties: { pets: { type: object, additionalProperties: { type: string } } } }", "String", "/pets")]
    [InlineData("items: /", "{ type: object, additionalProperties: { type: integer } }", "Int64", "")]
    [InlineData("items: /x", "{ type: object, additionalProperties: { type: array, items: { type: string } } }", "String", "/x")]
    [InlineData("items: /pets", "{ properties: { pets: { type: [array, 'null'], items: { type: string } } } }", "String", "/pets")]
    [InlineData(
        "items: /x/y",
        "{ type: object, additionalProperties: { type: [object, 'null'], properties: { y: { type: array, items: { type: string } } } } }",
        "String",
        "/x/y"
    )]
    [InlineData("items: /x", "{ type: object, additionalProperties: { type: [array, 'null'], items: { type: string } } }", "String", "/x")]
    [InlineData("items: '*'", "{ type: object, additionalProperties: { type: integer } }", "(Int64)", "*")]
    [InlineData("items: '*'", "{ properties: { total: { type: integer } }, additionalProperties: { type: string } }", "(String)", "*")]
    [InlineData("items: /", "{ type: array, items: { type: [string, 'null'] } }", "String?", "")]
    public void Items_are_found_by_their_pointer(string paging, string schema, string expected, string items)
    {
        var document = Bind($"{{ style: page, position: at, {paging} }}", schema);

        Assert.Empty(document.Problems);
        var model = document.Operation().Paging!;
        Assert.Equal((expected, items), (BoundDocument.Describe(model.ItemType), model.Items));
    }

    [Theory]
    [InlineData("/no", "{ properties: { pets: { type: array, items: { type: string } } } }")]
    [InlineData("/Pets", "{ properties: { pets: { type: array, items: { type: string } } } }")]
    [InlineData("/pets", "{ properties: { pets: { type: string } } }")]
    [InlineData("/pets/0", "{ properties: { pets: { type: array, items: { type: string } } } }")]
    [InlineData("/", "{ properties: { pets: { type: array, items: { type: string } } } }")]
    [InlineData("*", "{ properties: { pets: { type: array, items: { type: string } } } }")]
    [InlineData("*", "{ type: array, items: { type: string } }")]
    [InlineData("/", "{ type: string }")]
    [InlineData("/pets", "{}")]
    public void A_pointer_that_leads_to_no_list_is_reported(string items, string schema)
    {
        var document = Bind($"{{ style: page, position: at, items: '{items}' }}", schema);

        Assert.Equal(
            [$"api/main.yaml(3) KXO2006 /paths/~1a/post/x-paging: x-paging; the response has no list at '{items}'"],
            document.Problems
        );
        Assert.Null(document.Operation().Paging);
    }

    [Theory]
    [InlineData("position: no", "the operation has no query parameter 'no'")]
    [InlineData("position: At", "the operation has no query parameter 'At'")]
    [InlineData("position: at, size: no", "the operation has no query parameter 'no' that is an integer")]
    [InlineData("position: at, size: word", "the operation has no query parameter 'word' that is an integer")]
    [InlineData("position: at, start: -1", "its 'start' must be 0 or more")]
    [InlineData("position: at, size: size, maxSize: 0", "its 'maxSize' must be 1 or more")]
    [InlineData("position: at, size: size, maxSize: -5", "its 'maxSize' must be 1 or more")]
    [InlineData("position: at, size: size, defaultSize: 0", "its 'defaultSize' must be 1 or more")]
    [InlineData("position: at, size: size, maxSize: 10, defaultSize: 20", "its 'defaultSize' is larger than its 'maxSize'")]
    [InlineData("position: at, more: /no", "the response has nothing at '/no'")]
    [InlineData("position: at, total: /no", "the response has nothing at '/no'")]
    [InlineData("position: at, total: /more/count", "the response has nothing at '/more/count'")]
    public void What_the_operation_does_not_have_is_reported(string paging, string problem)
    {
        var document = Bind(
            $"{{ style: page, items: /pets, {paging} }}",
            "{ properties: { pets: { type: array, items: { type: string } }, more: { type: boolean } } }"
        );

        Assert.Equal([$"api/main.yaml(3) KXO2006 /paths/~1a/post/x-paging: x-paging; {problem}"], document.Problems);
        Assert.Null(document.Operation().Paging);
    }

    [Theory]
    [InlineData("position: at")]
    [InlineData("more: /next")]
    public void A_cursor_needs_where_it_comes_from_and_where_it_goes(string paging) =>
        Assert.Equal(
            [
                "api/main.yaml(3) KXO2006 /paths/~1a/post/x-paging: x-paging; a cursor needs 'more', where a response has the next one, and 'position', where it is sent",
            ],
            Bind(
                $"{{ style: cursor, items: /pets, {paging} }}",
                "{ properties: { pets: { type: array, items: { type: string } }, next: { type: string } } }"
            ).Problems
        );

    [Theory]
    [InlineData("/next", "{ pets: { type: array, items: { type: string } }, next: {} }")]
    [InlineData("/page/next", "{ pets: { type: array, items: { type: string } }, page: { type: object } }")]
    [InlineData(
        "/page/next",
        "{ pets: { type: array, items: { type: string } }, page: { oneOf: [{ properties: { next: { type: string } } }, { type: string }] } }"
    )]
    public void What_the_document_leaves_open_is_believed(string more, string properties) =>
        Assert.Empty(Bind($"{{ style: cursor, position: word, items: /pets, more: {more} }}", $"{{ properties: {properties} }}").Problems);

    [Fact]
    public void Every_word_of_the_extension_is_kept()
    {
        var paging = Bind(
                "{ style: offset, in: query, position: at, size: size, start: 1, maxSize: 100, defaultSize: 50, items: /pets, more: /more, total: /n }",
                "{ properties: { pets: { type: array, items: { type: string } }, more: { type: boolean }, n: { type: integer } } }"
            )
            .Operation()
            .Paging!;

        Assert.Equal(("offset", false, "at", "size"), (paging.Style, paging.InBody, paging.Position, paging.Size));
        Assert.Equal((1, 100, 50, "/more", "/n"), (paging.Start, paging.MaxSize, paging.DefaultSize, paging.More, paging.Total));
        Assert.False(paging.MayBeLone);
    }

    [Fact]
    public void Members_beside_items_without_names_are_those_that_the_schema_names() =>
        Assert.Equal(
            ["total", "at"],
            Bind(
                    "{ style: page, position: at, items: '*' }",
                    "{ properties: { total: { type: integer }, at: {} }, additionalProperties: { type: string } }"
                )
                .Operation()
                .Paging!.Beside
        );

    [Theory]
    [InlineData("page", "page", "{ page: { type: string }, size: { type: integer } }", true)]
    [InlineData("page", "/page", "{ page: { type: string }, size: { type: integer } }", true)]
    [InlineData("page", "page", "{ page: { type: integer } }", false)]
    [InlineData("page", "page", "{ other: { type: string } }", false)]
    [InlineData("cursor", "page", "{ page: { type: string } }", false)]
    public void A_position_in_the_body_is_a_string_where_the_schema_says_so(string style, string position, string members, bool isText)
    {
        var document = Bind(
            $"{{ style: {style}, in: body, position: {position}, items: /pets, more: /next }}",
            "{ properties: { pets: { type: array, items: { type: string } }, next: { type: string } } }",
            $"requestBody: {{ content: {{ application/json: {{ schema: {{ type: object, properties: {members} }} }} }} }}, "
        );

        Assert.Empty(document.Problems);
        Assert.Equal((true, isText), (document.Operation().Paging!.InBody, document.Operation().Paging!.IsText));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    [InlineData("text/plain")]
    public void A_position_in_a_body_that_is_no_JSON_is_reported(string mediaType) =>
        Assert.Equal(
            ["api/main.yaml(3) KXO2006 /paths/~1a/post/x-paging: x-paging; its 'in' is 'body', and the body of the operation is not JSON"],
            Bind(
                "{ style: page, in: body, position: page, items: / }",
                "{ type: array, items: { type: string } }",
                $"requestBody: {{ content: {{ {mediaType}: {{ schema: {{ type: object, properties: {{ page: {{ type: string }} }} }} }} }} }}, "
            ).Problems
        );

    [Fact]
    public void Members_that_the_pager_sends_are_no_members_of_the_request()
    {
        var document = Bind(
            "{ style: page, in: body, position: page, size: /size, items: / }",
            "{ type: array, items: { type: string } }",
            "requestBody: { content: { application/json: { schema: { type: object, required: [page, name], properties: { page: { type: integer }, size: { type: integer }, name: { type: string } } } } } }, "
        );

        Assert.Equal(["page: Int64! by pager", "size: Int64 by pager", "name: String!"], document.Members("ARequest"));
    }

    [Fact]
    public void A_list_or_one_of_its_items_is_a_list()
    {
        var document = BoundDocument.Get(
            "x-paging: { style: page, items: / }, responses: { '200': { description: Done., content: { application/json: { schema: { oneOf: [{ type: array, items: { $ref: '#/components/schemas/Pet' } }, { $ref: '#/components/schemas/Pet' }] } } } } }",
            $"components: {{ schemas: {{ Pet: {Pet} }} }}"
        );

        Assert.True(document.Operation().Paging!.MayBeLone);
        Assert.Equal(new TypeRef.Named("Pet", NamedKind.Object), document.Operation().Paging!.ItemType);
    }

    [Theory]
    [InlineData("204", "{ description: Done. }")]
    [InlineData("200", "{ description: Done., content: { text/csv: {} } }")]
    [InlineData("200", "{ description: Done., content: { application/pdf: {} } }")]
    public void A_response_that_is_no_JSON_has_no_pages(string status, string response) =>
        Assert.Equal(
            ["api/main.yaml(3) KXO2006 /paths/~1a/get/x-paging: x-paging; the response has no list at '/'"],
            BoundDocument.Get($"x-paging: {{ style: page, items: / }}, responses: {{ '{status}': {response} }}").Problems
        );

    private static BoundDocument Bind(string paging, string schema, string body = "") =>
        BoundDocument.Post(
            $"{body}{Parameters}, x-paging: {paging}, responses: {{ '200': {{ description: Done., content: {{ application/json: {{ schema: {schema} }} }} }} }}"
        );
}
