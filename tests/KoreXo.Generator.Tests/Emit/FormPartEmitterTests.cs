using KoreXo.Testing.Http;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>Parts of multipart forms, each as its type and its encoding say.</summary>
public sealed class FormPartEmitterTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Forms, version: "1" }
        paths:
          /a/{part}:
            post:
              operationId: addA
              parameters: [{ name: part, in: path, required: true, schema: { type: string } }, { name: form, in: query, required: true, schema: { type: string } }]
              requestBody:
                required: true
                content:
                  multipart/form-data:
                    schema:
                      type: object
                      required: [name, kind]
                      properties:
                        name: { type: string }
                        kind: { type: string, enum: [only] }
                        maybe: { type: string, nullable: true }
                        count: { type: integer }
                        price: { type: number, format: decimal }
                        big: { type: integer, format: uint64 }
                        flag: { type: boolean }
                        day: { type: string, format: date }
                        clock: { type: string, format: time }
                        id: { type: string, format: uuid }
                        link: { type: string, format: uri }
                        token: { type: string, format: base64url }
                        level: { type: integer, enum: [1, 2], x-enum-varnames: [Low, High] }
                        set: { type: string, enum: [a, b] }
                        sets: { type: array, items: { type: string, enum: [a, b] } }
                        days: { type: array, items: { type: string, format: date } }
                        joined: { type: array, items: { type: integer } }
                        piped: { type: array, items: { type: string } }
                        files: { type: array, items: { type: string, format: binary } }
                        scan: { type: string, format: binary }
                        meta: { type: object, properties: { a: { type: string } } }
                        raw: { type: object, properties: { a: { type: string } } }
                        metas: { type: array, items: { type: object, properties: { a: { type: string } } } }
                        'odd "name"': { type: string }
                        note: { type: string }
                        maps: { type: object, additionalProperties: { type: integer } }
                    encoding:
                      joined: { style: form, explode: false }
                      piped: { style: pipeDelimited, explode: false }
                      scan: { contentType: 'application/pdf, image/png' }
                      raw: { contentType: application/vnd.api+json }
                      note: { contentType: text/markdown }
              responses: { "204": { description: ok } }
          /b:
            post:
              operationId: addB
              requestBody: { content: { multipart/form-data: { schema: { type: object, properties: { a: { type: string }, b: { type: string } } } } } }
              responses: { "204": { description: ok } }
        """;

    [Theory]
    [InlineData("Maybe = \"x\"", "name=maybe|x")]
    [InlineData("Maybe = \"\"", "name=maybe|")]
    [InlineData("Count = -5", "name=count|-5")]
    [InlineData("Price = 1.50m", "name=price|1.50")]
    [InlineData("Big = ulong.MaxValue", "name=big|18446744073709551615")]
    [InlineData("Flag = false", "name=flag|false")]
    [InlineData("Day = new DateOnly(2024, 2, 29)", "name=day|2024-02-29")]
    [InlineData("Clock = new TimeOnly(1, 2, 3)", "name=clock|01:02:03")]
    [InlineData("Id = Guid.Empty", "name=id|00000000-0000-0000-0000-000000000000")]
    [InlineData("Link = new Uri(\"a b?c\", UriKind.Relative)", "name=link|a b?c")]
    [InlineData("Token = [255, 254]", "name=token|__4")]
    [InlineData("Level = AddARequestLevel.High", "name=level|2")]
    [InlineData("Set = \"c\"", "name=set|c")]
    [InlineData("Sets = [AddARequestSetsItem.A, \"z\"]", "name=sets|a name=sets|z")]
    [InlineData("Days = [new(2024, 2, 29), new(2025, 1, 1)]", "name=days|2024-02-29 name=days|2025-01-01")]
    [InlineData("Joined = [1, 2]", "name=joined|1,2")]
    [InlineData("Piped = [\"a\", \"b|c\"]", "name=piped|a|b|c")]
    [InlineData("Files = [TextFile(\"1\", \"a\"), TextFile(\"2\", \"b\")]", "name=files; filename=a|1 name=files; filename=b|2")]
    [InlineData("Meta = new() { A = \"é\" }", """name=meta|{"a":"é"}""")]
    [InlineData("Metas = [new() { A = \"x\" }, new()]", """name=metas|[{"a":"x"},{}]""")]
    [InlineData("Maps = new Dictionary<string, long> { [\"k\"] = 1 }", """name=maps|{"k":1}""")]
    [InlineData("OddName = \"x\"", "name=odd %22name%22|x")]
    [InlineData("Note = \"# x\"", "name=note|# x")]
    [InlineData("Sets = []", "")]
    [InlineData("Joined = []", "")]
    [InlineData("Files = []", "")]
    [InlineData("Maybe = null", "")]
    public async Task A_part_is_the_text_of_its_value(string member, string expected) =>
        Assert.Equal(
            $"name=name|n name=kind|only {expected}".Trim(),
            string.Join(' ', await PartsAsync($"await client.AddAAsync(\"p\", \"f\", new() {{ Name = \"n\", {member} }});"))
        );

    [Theory]
    [InlineData("Scan = TextFile(\"x\", \"a.pdf\")", "application/pdf")]
    [InlineData("Scan = TextFile(\"x\", \"a.png\")", "image/png")]
    [InlineData("Raw = new() { A = \"x\" }", "application/vnd.api+json")]
    [InlineData("Note = \"x\"", "text/markdown")]
    public async Task A_part_has_the_type_of_its_encoding(string member, string type)
    {
        using var handler = new RecordingHandler();
        await Sample.RunAsync(
            Sample.Client(Document),
            $"await client.AddAAsync(\"p\", \"f\", new() {{ Name = \"n\", {member} }}); return \"\";",
            handler
        );

        Assert.Contains($"Content-Type: {type}", handler.Requests[0].Body, StringComparison.Ordinal);
        Assert.Equal("POST /a/p?form=f", handler.Requests[0].Line);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("new()", 0)]
    [InlineData("new() { A = \"x\", B = \"y\" }", 2)]
    public async Task A_form_that_may_be_left_out_has_the_parts_that_are_set(string request, int parts) =>
        Assert.Equal(parts, (await PartsAsync($"await client.AddBAsync({request});")).Count());

    private static async Task<IEnumerable<string>> PartsAsync(string call)
    {
        using var handler = new RecordingHandler();
        await Sample.RunAsync(Sample.Client(Document), call + " return \"\";", handler);
        return handler
            .Requests[0]
            .Body.Split("\r\n--", StringSplitOptions.RemoveEmptyEntries)
            .Where(static part => part.Contains("form-data; ", StringComparison.Ordinal))
            .Select(static part =>
                part.Split("form-data; ")[1].Split("\r\n")[0].Replace("\"", "", StringComparison.Ordinal)
                + "|"
                + part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]
            );
    }
}
