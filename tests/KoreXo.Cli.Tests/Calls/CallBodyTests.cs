namespace KoreXo.Cli.Tests.Calls;

/// <summary>What a shell gives as a body arrives as the document says, in every kind of content.</summary>
public sealed class CallBodyTests
{
    private const string Done = "responses: { '204': { description: Done. } }";

    private static readonly byte[] NoContent = ScriptedService.Response("204 No Content", null, "");

    [Theory]
    [InlineData("--name Ada --tags a --tags b", """{"name":"Ada","tags":["a","b"]}""")]
    [InlineData("""--tags ["x"] --name [1]""", """{"name":"[1]","tags":["x"]}""")]
    [InlineData("""--address {"zip":"01"} --name A""", """{"name":"A","address":{"zip":"01"}}""")]
    [InlineData("""--body {"name":"B","more":[null]} --name A""", """{"name":"A","more":[null]}""")]
    [InlineData("--name A --active", """{"name":"A","active":true}""")]
    [InlineData("--name A --active false", """{"name":"A","active":false}""")]
    [InlineData("--name A --amount 1e-30", """{"name":"A","amount":1E-30}""")]
    [InlineData("--name A --amount 1e300", """{"name":"A","amount":1E+300}""")]
    [InlineData("--name A --amount 0.10", """{"name":"A","amount":0.10}""")]
    public async Task Members_of_JSON(string arguments, string body)
    {
        using var document = new CalledDocument(
            $"requestBody: {{ required: true, content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/Person' }} }} }} }}\n{Done}",
            """
            schemas:
              Person:
                type: object
                required: [name]
                properties:
                  name: { type: string }
                  tags: { type: array, items: { type: string } }
                  address: { type: object, properties: { zip: { type: string } } }
                  active: { type: boolean }
                  amount: { type: number }
            """
        );
        await using var service = new ScriptedService(NoContent);

        var ended = await document.CallAsync(service, arguments.Split(' '));

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Equal(body, service.Body);
        Assert.Equal("application/json", service.Header("Content-Type")!.Split(';')[0]);
    }

    [Theory]
    [InlineData("application/merge-patch+json", "{ type: object }", """{"a":null}""")]
    [InlineData("application/vnd.things.v2+json", "{ type: array, items: { type: integer } }", "[1,2]")]
    [InlineData("application/json", "{ type: string }", "\"a\"")]
    [InlineData("application/json", "{ type: boolean }", "false")]
    [InlineData("application/json", "{}", "null")]
    public async Task JSON_of_any_kind_has_the_media_type_of_the_document(string mediaType, string schema, string body)
    {
        using var document = new CalledDocument(
            $"requestBody: {{ required: true, content: {{ {mediaType}: {{ schema: {schema} }} }} }}\n{Done}"
        );
        await using var service = new ScriptedService(NoContent);

        var ended = await document.CallAsync(service, "--body", body);

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Equal((mediaType, body), (service.Header("Content-Type")!.Split(';')[0], service.Body));
    }

    [Theory]
    [InlineData("--name A&B=C --tags x --tags y", "name=A%26B%3DC&tags=x&tags=y")]
    [InlineData("""--body {"name":"A","tags":["x"]}""", "name=A&tags=x")]
    [InlineData("--name ü", "name=%C3%BC")]
    public async Task Fields_of_a_form(string arguments, string body)
    {
        using var document = new CalledDocument(
            $"requestBody: {{ required: true, content: {{ application/x-www-form-urlencoded: {{ schema: {{ $ref: '#/components/schemas/Form' }} }} }} }}\n{Done}",
            "schemas: { Form: { type: object, required: [name], properties: { name: { type: string }, tags: { type: array, items: { type: string } } } } }"
        );
        await using var service = new ScriptedService(NoContent);

        var ended = await document.CallAsync(service, arguments.Split(' '));

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Equal(body, service.Body);
    }

    [Theory]
    [InlineData("""["a"]""")]
    [InlineData("\"a\"")]
    [InlineData("null")]
    public async Task A_form_is_an_object(string body)
    {
        using var document = new CalledDocument(
            $"requestBody: {{ required: true, content: {{ application/x-www-form-urlencoded: {{ schema: {{ type: object, properties: {{ a: {{ type: string }} }} }} }} }} }}\n{Done}"
        );
        await using var service = new ScriptedService(NoContent);

        var ended = await document.CallAsync(service, "--body", body);

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.Contains("--body ", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("please report it", ended.Error, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("{not json", "{not json")]
    [InlineData("", "")]
    public async Task Text_is_sent_as_it_is(string text, string body)
    {
        using var document = new CalledDocument($"requestBody: {{ content: {{ text/csv: {{ schema: {{ type: string }} }} }} }}\n{Done}");
        await using var service = new ScriptedService(NoContent);

        var ended = await document.CallAsync(service, "--body", text);

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Equal(("text/csv", body), (service.Header("Content-Type")!.Split(';')[0], service.Body));
    }

    [Fact]
    public async Task Text_and_bytes_are_read_from_files()
    {
        using var text = new CalledDocument($"requestBody: {{ content: {{ text/csv: {{ schema: {{ type: string }} }} }} }}\n{Done}");
        using var bytes = new CalledDocument($"requestBody: {{ content: {{ image/png: {{}} }} }}\n{Done}");
        await using var first = new ScriptedService(NoContent);
        await using var second = new ScriptedService(NoContent);

        Assert.Equal(0, (await text.CallAsync(first, "--body", "@" + text.Write("a b.csv", "x;y"))).ExitCode);
        Assert.Equal(0, (await bytes.CallAsync(second, "--body", "@" + bytes.Write("a.png", "\0PNG"))).ExitCode);

        Assert.Equal(("x;y", "\0PNG"), (first.Body, second.Body));
        Assert.Equal("image/png", second.Header("Content-Type"));
    }

    [Theory]
    [InlineData("text/csv: { schema: { type: string } }", "@missing.csv")]
    [InlineData("image/png: {}", "@missing.png")]
    [InlineData("image/png: {}", "missing.png")]
    [InlineData("image/png: {}", "-")]
    public async Task A_file_of_a_body_that_is_not_there_is_named(string content, string body)
    {
        using var document = new CalledDocument($"requestBody: {{ required: true, content: {{ {content} }} }}\n{Done}");
        await using var service = new ScriptedService(NoContent);

        var ended = await document.CallAsync(service, "--body", body);

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains(
            $"\n  --body names the file '{body.TrimStart('@')}', which does not exist.\n",
            Lines(ended),
            StringComparison.Ordinal
        );
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task Parts_of_a_described_form()
    {
        using var document = Multipart("");
        var photo = document.Write("me.png", "PNG");
        await using var service = new ScriptedService(NoContent);

        var ended = await document.CallAsync(
            service,
            ["--photo", "@" + photo, "--title", "Me", "--meta", """{"a":1}""", "--tags", "x", "--tags", "y"]
        );

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Equal(
            ["meta application/json: {\"a\":1}", "photo me.png application/octet-stream: PNG", "tags: x", "tags: y", "title: Me"],
            Parts(service)
        );
    }

    [Fact]
    public async Task The_files_of_a_form_that_JSON_describes_are_read_too()
    {
        using var document = Multipart("");
        var photo = document.Write("me.png", "PNG").Replace('\\', '/');
        await using var service = new ScriptedService(NoContent);

        var ended = await document.CallAsync(service, "--body", $$"""{"photo":"@{{photo}}","title":"@home","more":["@{{photo}}"]}""");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Equal(
            ["more me.png application/octet-stream: PNG", "photo me.png application/octet-stream: PNG", "title: @home"],
            Parts(service)
        );
    }

    [Fact]
    public async Task Files_are_sent_as_files_whatever_the_style_of_their_list()
    {
        using var document = Multipart(", encoding: { more: { style: form, explode: false }, tags: { style: form, explode: false } }");
        var (one, two) = (document.Write("1.txt", "one"), document.Write("2.txt", "two"));
        await using var service = new ScriptedService(NoContent);

        var ended = await document.CallAsync(
            service,
            ["--photo", "@" + one, "--more", "@" + one, "--more", "@" + two, "--tags", "x", "--tags", "y"]
        );

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Equal(
            [
                "more 1.txt application/octet-stream: one",
                "more 2.txt application/octet-stream: two",
                "photo 1.txt application/octet-stream: one",
                "tags: x,y",
            ],
            Parts(service)
        );
    }

    [Fact]
    public async Task A_part_that_the_document_calls_JSON_is_JSON()
    {
        using var document = Multipart(", encoding: { title: { contentType: application/json }, photo: { contentType: image/png } }");
        var photo = document.Write("me.png", "PNG");
        await using var service = new ScriptedService(NoContent);

        await document.CallAsync(service, "--photo", "@" + photo, "--title", "Me");

        Assert.Equal(["photo me.png image/png: PNG", "title application/json: \"Me\""], Parts(service));
    }

    [Theory]
    [InlineData("""{"photo":"@none.png"}""", "body: photo names the file 'none.png', which does not exist.")]
    [InlineData("""{"photo":"@"}""", "body: photo names no file; write it behind @.")]
    [InlineData("""{"photo":"@things.yaml","more":["@a","@b"]}""", "body: more names the file 'a', which does not exist.")]
    [InlineData("{}", "--photo is missing: it is required. For example: --photo @FILE")]
    [InlineData("[]", "--body must be a JSON object.")]
    public async Task A_form_that_cannot_be_sent_is_refused(string body, string problem)
    {
        using var document = Multipart("");
        await using var service = new ScriptedService(NoContent);

        var ended = await document.CallAsync(
            service,
            "--body",
            body.Replace("@things", "@" + document.File("things"), StringComparison.Ordinal)
        );

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains($"\n  {problem}\n", Lines(ended), StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task A_form_that_the_document_does_not_describe_has_strings_and_files()
    {
        using var document = new CalledDocument($"requestBody: {{ required: true, content: {{ multipart/form-data: {{}} }} }}\n{Done}");
        var file = document.Write("a.txt", "A").Replace('\\', '/');
        await using var service = new ScriptedService(NoContent);

        var ended = await document.CallAsync(service, "--body", $$"""{"n":1,"s":"x","f":"@{{file}}","z":null}""");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Equal(["f a.txt application/octet-stream: A", "n: 1", "s: x", "z: "], Parts(service));
    }

    [Theory]
    [InlineData("[1]", "--body must be a JSON object.")]
    [InlineData("\"@a\"", "--body must be a JSON object.")]
    [InlineData("""{"f":"@none.txt"}""", "body: f names the file 'none.txt', which does not exist.")]
    public async Task Nothing_else_is_such_a_form(string body, string problem)
    {
        using var document = new CalledDocument($"requestBody: {{ required: true, content: {{ multipart/form-data: {{}} }} }}\n{Done}");
        await using var service = new ScriptedService(NoContent);

        var ended = await document.CallAsync(service, "--body", body);

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains($"\n  {problem}\n", Lines(ended), StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    private static CalledDocument Multipart(string encoding) =>
        new(
            $"requestBody: {{ required: true, content: {{ multipart/form-data: {{ schema: {{ $ref: '#/components/schemas/Upload' }}{encoding} }} }} }}\n{Done}",
            """
            schemas:
              Upload:
                type: object
                required: [photo]
                properties:
                  photo: { type: string, format: binary }
                  more: { type: array, items: { type: string, format: binary } }
                  title: { type: string }
                  tags: { type: array, items: { type: string } }
                  meta: { type: object, properties: { a: { type: integer } } }
            """
        );

    private static string Lines(Korexo.Ended ended) => ended.Error.ReplaceLineEndings("\n");

    /// <summary>The parts of the only request: name, file name, media type and content, in the order of their names.</summary>
    private static IEnumerable<string> Parts(ScriptedService service)
    {
        var boundary = service.Header("Content-Type")!.Split("boundary=")[1].Trim('"');
        return service
            .Body.Split("--" + boundary, StringSplitOptions.RemoveEmptyEntries)
            .Where(static part => part.Contains("\r\n\r\n", StringComparison.Ordinal))
            .Select(static part =>
            {
                var (head, content) = (part.Split("\r\n\r\n", 2)[0], part.Split("\r\n\r\n", 2)[1]);
                var facts = new[] { After(head, "; name="), After(head, "; filename="), After(head, "Content-Type: ") };
                return $"{string.Join(' ', facts.Where(static fact => fact.Length > 0))}: {content[..^2]}";
            })
            .Order(StringComparer.Ordinal);
    }

    private static string After(string head, string word) =>
        head.Split(word) is [_, var rest, ..] ? rest.Split(';', '\r')[0].Trim('"', ' ') : "";
}
