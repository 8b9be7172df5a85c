namespace KoreXo.Cli.Tests.Specs;

/// <summary>What a document says is shown, and neither moves a cursor nor begins a line of its own.</summary>
public sealed class ForgedDocumentTests
{
    private const string Evil = "\\e[31m\\n::error::forged\\u202e\\x9b";

    private const string Document = $$"""
        openapi: 3.0.3
        info: { title: "T{{Evil}}", description: "D{{Evil}}.", version: "1" }
        security: [{ "key{{Evil}}": [] }]
        paths:
          "/a{{Evil}}":
            get:
              operationId: "op{{Evil}}"
              summary: "S{{Evil}}."
              tags: ["tag{{Evil}}"]
              x-odd: 1
              parameters: [{ name: "q{{Evil}}", in: query, required: "true", schema: { type: string, format: "f{{Evil}}", pattern: "({{Evil}}" } }]
              responses: { "200": { description: "R{{Evil}}", content: { "text/x{{Evil}}": { schema: { type: string, enum: ["a{{Evil}}"] } } } } }
          "/b{{Evil}}/{id}": { post: { operationId: b, x-scopes: "x{{Evil}}", callbacks: { "c{{Evil}}": {} }, responses: { "200": { description: R, content: { application/json: { schema: { $ref: "#/components/schemas/A" } } } } } } }
        components:
          securitySchemes: { "key{{Evil}}": { type: apiKey, in: header, name: X-Key } }
          schemas: { A: { type: object, properties: { "p{{Evil}}": { type: string, oneOf: [{ type: "t{{Evil}}" }] } } } }
        """;

    [Theory]
    [InlineData("spec diff {old} {new}")]
    [InlineData("spec check {new}")]
    [InlineData("generate {new} --namespace N --output {out}")]
    [InlineData("generate {broken} --namespace N --output {out}")]
    [InlineData("simulate {new} --list")]
    [InlineData("simulate {broken} --list")]
    [InlineData("call --document {new}")]
    [InlineData("call --document {new} --search op")]
    [InlineData("call --document {broken}")]
    public async Task No_command_writes_what_a_terminal_would_obey(string command)
    {
        using var folder = new SpecFolder()
            .Write("old.yaml", Document.Replace("x-odd: 1", "deprecated: true", StringComparison.Ordinal))
            .Write("new.yaml", Document)
            .Write("broken.yaml", $"{Document}\n    B: {{ $ref: \"#/none{Evil}\" }}\n  \"again{Evil}\": &a [*b{Evil}]");
        var arguments = command.Split(' ').Select(word => word.StartsWith('{') ? folder.File($"{word.Trim('{', '}')}.yaml") : word);

        var ended = await Korexo.RunAsync([.. arguments]);

        Assert.NotEqual("", ended.Output + ended.Error);
        foreach (var written in new[] { ended.Output, ended.Error })
        {
            Assert.DoesNotContain(written, static character => IsObeyed(character));
            Assert.DoesNotContain("\n::error", written.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        }
    }

    private static bool IsObeyed(char character) =>
        (char.IsControl(character) && character is not ('\n' or '\r')) || character is '\u202E' or '\u2028' or '\u2029';
}
